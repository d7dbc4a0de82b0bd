import {readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import type {ConfigurationDirectory, RegionName} from '../../ibmcloud/types.ts';
import {cleanTranscript} from '../../secrets/clean.ts';
import {describeCommand} from '../../shell/describe-command.ts';

/**
 * What is not known of `ibmcloud` and takes only a read to see (docs/first-contact.md): the JSON of a target
 * and of a credential, a list without a classic account, old and wrong regions, the user of a cluster.
 */
export function unknownCommands(
	region: RegionName | undefined,
	clusterId: string | undefined,
): ReadonlyArray<readonly string[]> {
	const json = ['--output', 'json'];
	const credential = (name: string): readonly string[] => [
		'ks',
		'credential',
		'get',
		`--region=${name}`,
		...json,
		'-q',
	];
	return [
		['target', ...json],
		['plugin', 'list', ...json],
		// Numbers of users alone: the question is what is said where there is no list.
		['sl', 'user', 'list', '--column', 'id', ...json],
		...[...(region === undefined ? [] : [region]), 'eu-central', 'xx'].map((name) => credential(name)),
		...(clusterId === undefined ? [] : [['ks', 'cluster', 'get', `--cluster=${clusterId}`, ...json, '-q']]),
	];
}

const largestFile = 256 * 1024;

/** The file that lists the plug-ins, whose layout is not known, as a command would print it. */
export function pluginFile({configurationFile}: ConfigurationDirectory): string {
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
