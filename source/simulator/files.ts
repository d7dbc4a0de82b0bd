import {appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import path from 'node:path';

/** Writes JSON so that other processes see the old text or the new one, never a part of it. */
export function writeJson(file: string, value: unknown): void {
	mkdirSync(path.dirname(file), {recursive: true, mode: 0o700});
	const temporary = `${file}.${process.pid}`;
	writeFileSync(temporary, `${JSON.stringify(value, undefined, 2)}\n`, {mode: 0o600});
	renameSync(temporary, file);
}

/** Reads a JSON file; returns undefined if there is none. */
export function readJson(file: string): unknown {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Appends a line of JSON, in one write so that lines of concurrent processes do not mix. */
export function appendLine(file: string, value: unknown): void {
	mkdirSync(path.dirname(file), {recursive: true, mode: 0o700});
	appendFileSync(file, `${JSON.stringify(value)}\n`, {mode: 0o600});
}

/** Reads a file of JSON lines; returns none if there is no file. */
export function readLines(file: string): unknown[] {
	const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
	return text.split('\n').flatMap((line): unknown[] => (line === '' ? [] : [JSON.parse(line)]));
}
