import {accessSync, constants, statSync} from 'node:fs';
import path from 'node:path';
import {foreignHop} from '../disk/only-mine.ts';
import {attempt} from '../disk/system-error.ts';
import type {Environment} from './environment.ts';
import type {Program} from './run.ts';

/** The result of searching for a program. */
export type FoundProgram =
	| {readonly kind: 'found'; readonly program: Program}
	| {readonly kind: 'missing'}
	/**
	 * It exists but must not be run: somebody else can change what the path leads to, at the hop; or, without a
	 * hop, the path depends on the current directory.
	 */
	| {readonly kind: 'unsafe'; readonly path: string; readonly hop: string | undefined};

/**
 * Finds a program in `PATH` once, as an absolute path. The first match is refused if anybody but root, the
 * operator and the operator's own groups can change it: its file, or any directory or link on the way to it.
 */
export function findProgram(name: string, environment: Environment): FoundProgram {
	for (const directory of (environment['PATH'] ?? '').split(path.delimiter)) {
		const candidate = path.resolve(directory, name);
		if (!isExecutableFile(candidate)) {
			continue;
		}

		if (!path.isAbsolute(directory)) {
			return {kind: 'unsafe', path: candidate, hop: undefined};
		}

		const hop = foreignHop(candidate, {allowsOwnGroups: true});
		return hop === undefined
			? {kind: 'found', program: {path: candidate, leading: []}}
			: {kind: 'unsafe', path: candidate, hop};
	}

	return {kind: 'missing'};
}

function isExecutableFile(candidate: string): boolean {
	const isFile = attempt(() => {
		accessSync(candidate, constants.X_OK);
		return statSync(candidate).isFile();
	});
	return isFile === true;
}
