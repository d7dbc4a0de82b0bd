import {isRegionName} from '../../ibmcloud/facts/regions.ts';
import type {Outcome} from '../../ibmcloud/types.ts';
import {exitStatus} from '../../plan/status.ts';
import type {Texts} from '../../text/texts.ts';
import {unreadStatus} from '../unread-status.ts';
import type {RunContext} from '../run-context.ts';

/** What to hand on, and whether all of it is there. */
export interface Bundle {
	readonly text: string;
	readonly exitStatus: number;
}

/**
 * What IBM support asks for (documented: infrastructure troubleshooting): who owns the API key of a cluster, the target,
 * what is set, and the infrastructure permissions. Texts of the CLI, cleaned; none of them holds a secret. A command that
 * fails by itself belongs there; one that gives no answer is said.
 */
export async function diagnosticBundle(
	{client, directories, reads, store}: RunContext,
	texts: Texts,
): Promise<Bundle> {
	const [target, clusters] = await Promise.all([reads.target.start(), reads.clusters.start()]);
	const region = target.ok ? target.value.region : undefined;
	const group = target.ok ? target.value.group?.id : undefined;
	const cluster = clusters.ok
		? clusters.value.find((candidate) => candidate.region === region && candidate.groupId === group)
		: undefined;
	const commands = [
		['version'],
		['target'],
		...(region !== undefined && isRegionName(region)
			? [
					['ks', 'credential', 'get', `--region=${region}`, '-q'],
					['ks', 'infra-permissions', 'get', `--region=${region}`, '-q'],
				]
			: []),
		...(cluster === undefined ? [] : [['ks', 'api-key', 'info', `--cluster=${cluster.id}`, '-q']]),
	];
	const transcripts = await Promise.all(
		commands.map(async (args) => {
			const transcript = store.read(client.transcript(directories.operators, args));
			return {command: transcript.command, outcome: await transcript.start()};
		}),
	);
	const all = [
		...transcripts,
		// Without it the cluster is not known whose key is asked about.
		...(clusters.ok ? [] : [{command: reads.clusters.command, outcome: clusters}]),
	];
	const errors = all.flatMap(({outcome}) => (outcome.ok ? [] : [outcome.error]));
	return {
		text: all.map(({command, outcome}) => `$ ${command}\n${answerOf(outcome, texts)}\n`).join('\n'),
		exitStatus: errors.length === 0 ? exitStatus.done : unreadStatus(errors),
	};
}

function answerOf(outcome: Outcome<string>, texts: Texts): string {
	return outcome.ok
		? outcome.value
		: [texts.text(`error.${outcome.error.kind}`), outcome.error.words]
				.filter((line) => line !== '')
				.join('\n');
}
