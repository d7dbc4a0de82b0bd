import {readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {isRegionName} from '../../ibmcloud/facts/regions.ts';
import type {ConfigurationDirectory, Outcome, RegionName} from '../../ibmcloud/types.ts';
import {statusOfUnread} from '../../plan/status.ts';
import {cleanTranscript} from '../../secrets/clean.ts';
import {describeCommand} from '../../shell/describe-command.ts';
import type {Texts} from '../../text/texts.ts';
import type {RunContext} from '../run-context.ts';

/**
 * What IBM support asks for (documented: infrastructure troubleshooting): who owns the API key of a cluster,
 * the target, what is set, and the infrastructure permissions; then what this program does not know of
 * `ibmcloud`, so that samples can be made of it. Words of the CLI, cleaned; none of them holds a secret. A
 * command that fails by itself belongs there; one that gives no answer is said.
 */
export async function diagnosticBundle(
	context: RunContext,
	texts: Texts,
): Promise<{readonly text: string; readonly exitStatus: number}> {
	const {reads, directories} = context;
	const [target, clusters] = await Promise.all([reads.target.start(), reads.clusters.start()]);
	const targeted = target.ok ? target.value : undefined;
	const region =
		targeted?.region !== undefined && isRegionName(targeted.region) ? targeted.region : undefined;
	const cluster = clusters.ok
		? clusters.value.find((each) => each.region === region && each.groupId === targeted?.group?.id)
		: undefined;
	const [asked, unknown] = await Promise.all([
		transcriptsOf(context, [
			['version'],
			['target'],
			...(region === undefined
				? []
				: [
						['ks', 'credential', 'get', `--region=${region}`, '-q'],
						['ks', 'infra-permissions', 'get', `--region=${region}`, '-q'],
					]),
			...(cluster === undefined ? [] : [['ks', 'api-key', 'info', `--cluster=${cluster.id}`, '-q']]),
		]),
		transcriptsOf(context, unknownCommands(region, cluster?.id)),
	]);
	// Without it the cluster is not known whose key is asked about.
	const lost = clusters.ok ? [] : [{command: reads.clusters.command, outcome: clusters}];
	const errors = [...asked, ...lost, ...unknown].flatMap(({outcome}) => (outcome.ok ? [] : [outcome.error]));
	return {
		text: [
			...[...asked, ...lost].map((each) => transcriptText(each, texts)),
			`${texts.text('bundle.unknown')}\n`,
			...unknown.map((each) => transcriptText(each, texts)),
			pluginFile(directories.operators),
		].join('\n'),
		exitStatus: statusOfUnread(errors),
	};
}

interface Transcript {
	readonly command: string;
	readonly outcome: Outcome<string>;
}

async function transcriptsOf(
	{client, directories, store}: RunContext,
	commands: ReadonlyArray<readonly string[]>,
): Promise<readonly Transcript[]> {
	return Promise.all(
		commands.map(async (args) => {
			const transcript = store.read(client.transcript(directories.operators, args));
			return {command: transcript.command, outcome: await transcript.start()};
		}),
	);
}

function transcriptText({command, outcome}: Transcript, texts: Texts): string {
	return `$ ${command}\n${answerOf(outcome, texts)}\n`;
}

function answerOf(outcome: Outcome<string>, texts: Texts): string {
	return outcome.ok
		? outcome.value
		: [texts.text(`error.${outcome.error.kind}`), outcome.error.words]
				.filter((line) => line !== '')
				.join('\n');
}

/**
 * What is not known of `ibmcloud` and takes only a read to see (docs/first-contact.md): the JSON of a target
 * and of a credential, a list without a classic account, old and wrong regions, the user of a cluster.
 */
function unknownCommands(
	region: RegionName | undefined,
	clusterId: string | undefined,
): ReadonlyArray<readonly string[]> {
	const json = ['--output', 'json'];
	const regions = [...(region === undefined ? [] : [region]), 'eu-central', 'xx'];
	return [
		['target', ...json],
		['plugin', 'list', ...json],
		// Numbers of users alone: the question is what is said where there is no list.
		['sl', 'user', 'list', '--column', 'id', ...json],
		...regions.map((name) => ['ks', 'credential', 'get', `--region=${name}`, ...json, '-q']),
		...(clusterId === undefined ? [] : [['ks', 'cluster', 'get', `--cluster=${clusterId}`, ...json, '-q']]),
	];
}

const largestFile = 256 * 1024;

/** The file that lists the plug-ins, whose layout is not known, as a command would print it. */
function pluginFile({configurationFile}: ConfigurationDirectory): string {
	const file = path.join(path.dirname(configurationFile), 'plugins/config.json');
	const command = `$ ${describeCommand('cat', [file])}`;
	try {
		const status = statSync(file);
		const isReadable = status.isFile() && status.size <= largestFile;
		return `${command}\n${isReadable ? cleanTranscript(readFileSync(file).toString('utf8')) : '(no file)'}\n`;
	} catch {
		return `${command}\n(no file)\n`;
	}
}
