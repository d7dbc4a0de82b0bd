import {
	closeSync,
	constants,
	fsyncSync,
	ftruncateSync,
	fstatSync,
	lstatSync,
	mkdirSync,
	openSync,
	readdirSync,
	rmdirSync,
	rmSync,
	unlinkSync,
	writeSync,
} from 'node:fs';
import path from 'node:path';
import {holdMark, isHeld, livingName} from './living.ts';
import {foreignHop} from './only-mine.ts';
import {attempt} from './system-error.ts';

/** Directories that only the operator can enter, for a private copy or a rehearsal; removed at every exit. */

/** The mark in each directory. If no living process holds it, the directory is a leftover to be removed. */
const markName = 'alive';
/** How long a new directory may lack its mark. */
const makingMs = 60_000;
const ownName = /^(?:copy|demo)-[\da-f]{8}-[\da-f]{6}$/u;
/** The names in versions without marks, with a process id. */
const formerName = /^(?:copy|demo)-\d{1,7}-\w{6}$/u;

/** The directories that this process has made and not yet removed, each with what releases its mark. */
const made = new Map<string, () => void>();

/**
 * Creates a private directory in the parent of all of them, which is created with mode 0700.
 *
 * @throws if it cannot be written, or if somebody else can change what the path leads to.
 */
export async function makePrivateDirectory(parent: string, purpose: 'copy' | 'demo'): Promise<string> {
	mkdirSync(parent, {recursive: true, mode: 0o700});
	const hop = foreignHop(parent);
	if (hop !== undefined) {
		throw new Error(hop);
	}

	const directory = path.join(parent, livingName(purpose));
	mkdirSync(directory, {mode: 0o700});
	made.set(directory, () => {});
	made.set(directory, await holdMark(path.join(directory, markName)));
	return directory;
}

/** A directory that could not be removed. */
export interface Leftover {
	readonly path: string;
	/** Whether every file in it has been overwritten and emptied. */
	readonly isEmptied: boolean;
}

/** Removes a directory that this process has made, or empties what it cannot remove. Safe to call twice. */
export function removePrivateDirectory(directory: string): Leftover | undefined {
	made.get(directory)?.();
	const left = erase(directory);
	if (left === undefined) {
		made.delete(directory);
	}

	return left;
}

/** Removes all directories of this process. For the very end, when nothing can be awaited any more. */
export function removeOwnDirectories(): Leftover[] {
	const left = [...made.keys()].flatMap((directory) => removePrivateDirectory(directory) ?? []);
	made.clear();
	return left;
}

/** Removes the directories that no living process holds: a process that was killed outright left them. */
export async function removeLeftovers(parent: string): Promise<void> {
	if (foreignHop(parent) !== undefined) {
		return;
	}

	await Promise.all(
		(attempt(() => readdirSync(parent)) ?? []).map(async (name) => {
			const directory = path.join(parent, name);
			if (
				formerName.test(name) ||
				(ownName.test(name) && !made.has(directory) && !(await isInUse(directory)))
			) {
				erase(directory);
			}
		}),
	);
}

async function isInUse(directory: string): Promise<boolean> {
	const mark = path.join(directory, markName);
	try {
		if (lstatSync(mark, {throwIfNoEntry: false}) !== undefined) {
			return await isHeld(mark);
		}

		// The mark is created first, so a directory with files but no mark was being removed.
		const isEmpty = readdirSync(directory).length === 0;
		return isEmpty && Date.now() - lstatSync(directory).mtimeMs < makingMs;
	} catch {
		// Somebody else is removing it, or it cannot be inspected.
		return true;
	}
}

/** Removes a directory, or empties what it cannot remove. Never throws, and follows no link. */
function erase(directory: string): Leftover | undefined {
	if (!isThere(directory)) {
		return undefined;
	}

	const isGone = succeeds(() =>
		rmSync(directory, {recursive: true, force: true, maxRetries: 2, retryDelay: 50}),
	);
	const isEmptied = isGone || emptyTree(directory);
	return isThere(directory) ? {path: directory, isEmptied} : undefined;
}

/** Overwrites, empties and removes every file below a directory. Returns false if it could not. */
function emptyTree(directory: string): boolean {
	const entries = attempt(() => readdirSync(directory, {withFileTypes: true}));
	let isEmptied = entries !== undefined;
	for (const entry of entries ?? []) {
		const place = path.join(directory, entry.name);
		if (entry.isDirectory()) {
			isEmptied = emptyTree(place) && isEmptied;
		} else {
			const isBlank = !entry.isFile() || emptyFile(place);
			const isGone = succeeds(() => unlinkSync(place));
			isEmptied = (isBlank || isGone) && isEmptied;
		}
	}

	attempt(() => rmdirSync(directory));
	return isEmptied;
}

function emptyFile(file: string): boolean {
	return succeeds(() => {
		const descriptor = openSync(file, constants.O_WRONLY | constants.O_NOFOLLOW);
		try {
			writeSync(descriptor, Buffer.alloc(fstatSync(descriptor).size));
			fsyncSync(descriptor);
			ftruncateSync(descriptor, 0);
		} finally {
			closeSync(descriptor);
		}
	});
}

/** Reports whether a directory is there; one that cannot be inspected counts. */
function isThere(directory: string): boolean {
	return attempt(() => lstatSync(directory, {throwIfNoEntry: false})?.isDirectory() === true) ?? true;
}

function succeeds(run: () => void): boolean {
	return (
		attempt(() => {
			run();
			return true;
		}) ?? false
	);
}
