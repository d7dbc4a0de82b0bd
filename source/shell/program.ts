import {accessSync, constants, realpathSync, statSync} from 'node:fs';
import path from 'node:path';
import type {Environment} from './environment.ts';
import type {Program} from './run.ts';

/** What the search for a program found. */
export type FoundProgram =
	| {readonly kind: 'found'; readonly program: Program}
	| {readonly kind: 'missing'}
	/** It is there, and must not be run: others can replace it, or the path to it depends on the current directory. */
	| {
			readonly kind: 'unsafe';
			readonly path: string;
			readonly reason: 'writable-by-others' | 'current-directory';
	  };

/**
 * Finds a program in `PATH` once, as an absolute path. Refused is the first match where its file, or the directory
 * that holds it (also behind a link), can be written by anybody but root, the operator and the operator's own groups.
 */
export function findProgram(name: string, environment: Environment): FoundProgram {
	for (const directory of (environment['PATH'] ?? '').split(path.delimiter)) {
		const candidate = path.resolve(directory, name);
		if (!isExecutableFile(candidate)) {
			continue;
		}

		if (!path.isAbsolute(directory)) {
			return {kind: 'unsafe', path: candidate, reason: 'current-directory'};
		}

		const real = realpathSync(candidate);
		const places = [path.dirname(candidate), path.dirname(real), real];
		const isUnsafe = places.some((place) => isWritableByOthers(place));
		return isUnsafe
			? {kind: 'unsafe', path: candidate, reason: 'writable-by-others'}
			: {kind: 'found', program: {path: candidate, leading: []}};
	}

	return {kind: 'missing'};
}

function isExecutableFile(candidate: string): boolean {
	try {
		accessSync(candidate, constants.X_OK);
		return statSync(candidate).isFile();
	} catch {
		return false;
	}
}

const groupWrite = 0o020;
const othersWrite = 0o002;

function isWritableByOthers(place: string): boolean {
	const {mode, gid, uid} = statSync(place);
	// Homebrew's directories belong to the group of administrators, to which the operator belongs.
	const ownGroups = [0, process.getgid?.(), ...(process.getgroups?.() ?? [])];
	const isForeignGroup = (mode & groupWrite) !== 0 && !ownGroups.includes(gid);
	const isForeignOwner = uid !== 0 && uid !== process.getuid?.();
	return (mode & othersWrite) !== 0 || isForeignGroup || isForeignOwner;
}
