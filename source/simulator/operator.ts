import {join} from 'node:path';

import {readJson, writeAtomically} from './files.ts';

/** Remembers which configuration directory is the operator's own, for things that happen to it from elsewhere. */
export function rememberOperatorDirectory(stateDirectory: string, directory: string): void {
	writeAtomically(
		join(stateDirectory, 'operator.json'),
		`${JSON.stringify({configurationDirectory: directory})}\n`,
	);
}

/** The directory that the seed filled, or undefined without a seed. */
export function operatorDirectory(stateDirectory: string): string | undefined {
	const stored = readJson<{readonly configurationDirectory?: string}>(
		join(stateDirectory, 'operator.json'),
		{},
	);
	return stored.configurationDirectory;
}
