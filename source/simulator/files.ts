import {createHash, randomUUID} from 'node:crypto';
import {appendFileSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';

/** Writes JSON so that other processes see the old text or the new text, never a part of it. */
export function writeJson(path: string, value: unknown): void {
	mkdirSync(dirname(path), {recursive: true, mode: 0o700});
	const temporary = `${path}.${randomUUID()}`;
	writeFileSync(temporary, `${JSON.stringify(value, undefined, 2)}\n`, {mode: 0o600});
	renameSync(temporary, path);
}

/** Reads a JSON file, or gives undefined where there is none. */
export function readJson(path: string): unknown {
	const text = readText(path);
	return text === undefined ? undefined : JSON.parse(text);
}

/** Adds a line of JSON. It is one write in append mode: lines of processes that write at once do not mix. */
export function appendLine(path: string, value: unknown): void {
	mkdirSync(dirname(path), {recursive: true, mode: 0o700});
	appendFileSync(path, `${JSON.stringify(value)}\n`, {mode: 0o600});
}

/** Reads the lines of a file of JSON lines; none where there is no file. */
export function readLines(path: string): unknown[] {
	const lines = (readText(path) ?? '').split('\n').filter((line) => line !== '');
	return lines.map((line): unknown => JSON.parse(line));
}

/** Tells whether something exists at the path; links are followed. */
export function exists(path: string): boolean {
	return statSync(path, {throwIfNoEntry: false}) !== undefined;
}

/** Gives the first 16 hexadecimal digits of the SHA-256: enough to compare with, nothing to go back from. */
export function fingerprint(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

function readText(path: string): string | undefined {
	try {
		return readFileSync(path, 'utf8');
	} catch (error) {
		if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
			return undefined;
		throw error;
	}
}
