import path from 'node:path';
import {readWholeFile} from '../../disk/read-file.ts';
import {regionNames, type RegionName} from '../../ibmcloud/facts/regions.ts';
import type {ConfigurationDirectory, Outcome} from '../../ibmcloud/types.ts';
import {statusOfUnread} from '../../plan/status.ts';
import {cleanTranscript} from '../../secrets/clean.ts';
import {describeCommand} from '../../shell/run.ts';
import type {Texts} from '../../text/texts.ts';
import type {RunContext} from '../run-context.ts';

/**
 * Collects what IBM support asks for (documented: infrastructure troubleshooting): who owns the API key of a
 * cluster, the target, what is set, and the infrastructure permissions; then what this program does not know
 * of `ibmcloud`, to make samples of it. The words are the CLI's, cleaned; none of them holds a secret. A
 * command that fails by itself is a part of it; one that gives no answer is reported.
 */
export async function diagnosticBundle(
	context: RunContext,
	texts: Texts,
): Promise<{readonly text: string; readonly exitStatus: number}> {
	const {reads, directories} = context;
	const [target, clusters] = await Promise.all([reads.target.start(), reads.clusters.start()]);
	const targeted = target.ok ? target.value : undefined;
	const region = regionNames.find((name) => name === targeted?.region);
	const cluster = clusters.ok
		? clusters.value.find((each) => each.region === region && each.groupId === targeted?.group?.id)
		: undefined;
	const regions = region === undefined ? [] : [region];
	const ids = cluster === undefined ? [] : [cluster.id];
	const [asked, unknown] = await Promise.all([
		transcriptsOf(context, [
			['version'],
			['target'],
			...regions.map((name) => ['ks', 'credential', 'get', `--region=${name}`, '-q']),
			...regions.map((name) => ['ks', 'infra-permissions', 'get', `--region=${name}`, '-q']),
			...ids.map((id) => ['ks', 'api-key', 'info', `--cluster=${id}`, '-q']),
		]),
		transcriptsOf(context, unknownCommands(regions, ids)),
	]);
	// Without the list it is unknown which cluster's key to ask about.
	const lost = clusters.ok ? [] : [{command: reads.clusters.command, outcome: clusters}];
	const errors = [...asked, ...lost, ...unknown].flatMap(({outcome}) => (outcome.ok ? [] : [outcome.error]));
	return {
		text: [
			...[...asked, ...lost].map((each) => transcriptText(each, texts)),
			`${texts.text('bundle.unknown')}\n`,
			...unknown.map((each) => transcriptText(each, texts)),
			await pluginFile(directories.operators),
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
			const transcript = store.read(client.transcript(args)(directories.operators));
			return {command: transcript.command, outcome: await transcript.start()};
		}),
	);
}

function transcriptText({command, outcome}: Transcript, texts: Texts): string {
	const answer = outcome.ok
		? [outcome.value]
		: [texts.text(`error.${outcome.error.kind}`), outcome.error.words].filter((line) => line !== '');
	return [`$ ${command}`, ...answer, ''].join('\n');
}

/**
 * Returns the reads that show what is not known of `ibmcloud` (docs/first-contact.md): the JSON of a target
 * and of a credential, a list without a classic account, old and wrong regions, the user of a cluster.
 */
function unknownCommands(
	regions: readonly RegionName[],
	clusterIds: readonly string[],
): ReadonlyArray<readonly string[]> {
	const json = ['--output', 'json'];
	const names = [...regions, 'eu-central', 'xx'];
	return [
		['target', ...json],
		['plugin', 'list', ...json],
		// User numbers only: the question is what the CLI says if there is no list.
		['sl', 'user', 'list', '--column', 'id', ...json],
		...names.map((name) => ['ks', 'credential', 'get', `--region=${name}`, ...json, '-q']),
		...clusterIds.map((id) => ['ks', 'cluster', 'get', `--cluster=${id}`, ...json, '-q']),
	];
}

/** Returns the file that lists the plug-ins as a command would print it; its layout is not known. */
async function pluginFile({configurationFile}: ConfigurationDirectory): Promise<string> {
	const file = path.join(path.dirname(configurationFile), 'plugins/config.json');
	const read = await readWholeFile(file, {largest: 256 * 1024, longestMs: 1000});
	return `$ ${describeCommand('cat', [file])}\n${read.ok ? cleanTranscript(read.text) : '(no file)'}\n`;
}
