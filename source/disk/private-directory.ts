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

/** Directories that only the operator can enter, for a copy or a rehearsal; removed at every end. */

/** The mark in each of them: whoever does not find it held by a living process removes the directory. */
const markName = 'alive';
/** Between the making of a directory and of its mark lies a moment. */
const makingMs = 60_000;
const ownName = /^(?:copy|demo)-[\da-f]{8}-[\da-f]{6}$/u;
/** As versions before the mark had them, with the id of a process. */
const formerName = /^(?:copy|demo)-\d{1,7}-\w{6}$/u;

/** Those that this process has made and not yet removed, with what releases their marks. */
const made = new Map<string, () => void>();

/**
 * Makes one.
 *
 * @param parent holds all of them; made with mode 0700.
 * @throws where it cannot be written, or where somebody else can change what the path leads to.
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

/** What was meant to be removed and is still there. */
export interface Leftover {
	readonly path: string;
	/** Whether every file in it has been overwritten and emptied. */
	readonly isEmptied: boolean;
}

/** Removes one that this process has made; what cannot be removed is emptied. Safe to call twice. */
export function removePrivateDirectory(directory: string): Leftover | undefined {
	made.get(directory)?.();
	const left = erase(directory);
	if (left === undefined) {
		made.delete(directory);
	}

	return left;
}

/** Removes all that this process has made: for the very end, when nothing can be waited for any more. */
export function removeOwnDirectories(): Leftover[] {
	const left = [...made.keys()].flatMap((directory) => removePrivateDirectory(directory) ?? []);
	made.clear();
	return left;
}

/** Removes those that no living process holds: one that was killed outright could not do it itself. */
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

		// The mark is made first: what holds something without one was left in the middle of its removal.
		const isEmpty = readdirSync(directory).length === 0;
		return isEmpty && Date.now() - lstatSync(directory).mtimeMs < makingMs;
	} catch {
		// Somebody else is removing it, or it cannot be looked at.
		return true;
	}
}

/** @returns what is still there, emptied where possible. Never throws, and follows no link. */
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

/** Overwrites, empties and removes every file below a directory. @returns false where it could not. */
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

/** Returns whether there is a directory; what cannot be looked at counts as one. */
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
