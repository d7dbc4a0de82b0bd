import {createHash, randomUUID} from 'node:crypto';
import {mkdirSync, readFileSync, renameSync, rmdirSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';

/** Milliseconds after which a lock is taken to belong to a process that was killed. */
const staleLockMs = 5000;

/** Writes a file so that other processes see the old text or the new text, never a part of it. */
export function writeAtomically(path: string, text: string): void {
	mkdirSync(dirname(path), {recursive: true, mode: 0o700});
	const temporary = `${path}.${randomUUID()}`;
	writeFileSync(temporary, text, {mode: 0o600});
	renameSync(temporary, path);
}

/** Reads a JSON file that the simulator itself wrote, or gives the other value where there is none. */
export function readJson<Value>(path: string, otherwise: Value): Value {
	let text: string;
	try {
		text = readFileSync(path, 'utf8');
	} catch (error) {
		if (isMissing(error)) return otherwise;
		throw error;
	}
	const value: Value = JSON.parse(text);
	return value;
}

/** Whether something exists at the path; links are followed. */
export function exists(path: string): boolean {
	return statSync(path, {throwIfNoEntry: false}) !== undefined;
}

/** Creates the file, or says that another process was first. Exactly one of many callers is told `true`. */
export function createFirst(path: string): boolean {
	mkdirSync(dirname(path), {recursive: true, mode: 0o700});
	try {
		writeFileSync(path, '', {flag: 'wx', mode: 0o600});
		return true;
	} catch (error) {
		if (hasCode(error, 'EEXIST')) return false;
		throw error;
	}
}

/** Runs the work while no other simulator process holds the lock of that name. The work must be short. */
export function withLock<Value>(directory: string, name: string, work: () => Value): Value {
	const lock = join(directory, `${name}.lock`);
	mkdirSync(directory, {recursive: true, mode: 0o700});
	for (;;) {
		try {
			mkdirSync(lock);
			break;
		} catch (error) {
			if (!hasCode(error, 'EEXIST')) throw error;
			removeIfStale(lock);
			pause(2);
		}
	}
	try {
		return work();
	} finally {
		rmdirSync(lock);
	}
}

/** Counts one up and gives the new number; every process sees another number. */
export function countUp(directory: string, name: string): number {
	return withLock(directory, name, () => {
		const path = join(directory, name);
		const count = readJson<number>(path, 0) + 1;
		writeAtomically(path, String(count));
		return count;
	});
}

/** The first 16 hexadecimal digits of the SHA-256: enough to compare with, nothing to go back from. */
export function fingerprint(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function removeIfStale(lock: string): void {
	const status = statSync(lock, {throwIfNoEntry: false});
	if (status === undefined || Date.now() - status.mtimeMs < staleLockMs) return;
	try {
		rmdirSync(lock);
	} catch {
		// Another process removed it first: the next attempt decides.
	}
}

function pause(milliseconds: number): void {
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function isMissing(error: unknown): boolean {
	return hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR');
}

function hasCode(error: unknown, code: string): boolean {
	return error instanceof Error && 'code' in error && error.code === code;
}
