/**
 * Readers of command output. The exact spelling of JSON fields is not documented: names are compared without
 * case, `_` and `-`, and every field may be missing, null or of another type.
 */

import {cleanLine, stripAnsi} from '../../secrets/clean.ts';
import {isObject, parseValue} from '../../secrets/json.ts';
import {isTooMuch} from './list-slices.ts';

/** The number of places tried in noisy output before it counts as unreadable. */
const mostAttempts = 50;

/**
 * Returns the JSON value in the standard output of a command, or undefined; never throws. Tolerates a byte
 * order mark, color codes inside the JSON (seen: scripts strip them from `plugin list --output json`) and
 * notices around it (seen: update notice of ibm-cloud-cli-release #66, with `[y/N]>` on the JSON's line).
 */
export function parseJson(stdout: string): unknown {
	const text = stdout.replace(/^\uFEFF/u, '');
	// Parsing fifty megabytes of brackets takes gigabytes, and ten seconds in which keys are ignored.
	if (text.length > harmlessLength && isTooMuch(text)) {
		return undefined;
	}

	// Unchanged first: stripping could change a string that legally contains U+009B.
	const value = parseValue(text);
	if (value !== undefined) {
		return value;
	}

	const stripped = stripAnsi(text);
	const strippedValue = parseValue(stripped);
	return strippedValue === undefined ? parseAfterNoise(stripped) : strippedValue;
}

/** In characters: anything shorter is parsed in a moment, whatever it contains. */
export const harmlessLength = 1_000_000;

function parseAfterNoise(text: string): unknown {
	// The page of a proxy or a captive portal contains braces, but no answer.
	if (/^\s*</u.test(text)) {
		return undefined;
	}

	for (const {0: opening, index} of text.matchAll(/[[{]/gu).take(mostAttempts)) {
		const end = text.lastIndexOf(opening === '[' ? ']' : '}') + 1;
		const value = canBegin(text, index) && canEnd(text, end) ? parseValue(text.slice(index, end)) : undefined;
		if (value !== undefined) {
			return value;
		}
	}

	return undefined;
}

/**
 * Reports whether a document can begin here: on a line of its own or behind a prompt. A bracket after a part
 * of JSON belongs to a broken document, whose inner part must not pass for the answer.
 */
function canBegin(text: string, index: number): boolean {
	const before = text.slice(Math.max(0, index - 200), index);
	return !/[[{,"]\s*$/u.test(before) && /(?:^|[\n>])[^\S\n]*$/u.test(before);
}

function canEnd(text: string, index: number): boolean {
	return /^[^\S\n]*(?:\n|$)/u.test(text.slice(index, index + 200));
}

/** Returns the list a command printed; `null` is an empty one (seen: `sl` prints what the API returned). */
export function listOf(value: unknown): readonly unknown[] | undefined {
	const list = value === null ? [] : value;
	return Array.isArray(list) ? (list as readonly unknown[]) : undefined;
}

/** Returns the first field that is present and not null; `names` are in order of trust. */
export function fieldOf(object: unknown, ...names: readonly string[]): unknown {
	if (!isObject(object)) {
		return undefined;
	}

	for (const name of names) {
		const value = object[name] ?? undefined;
		if (value !== undefined) {
			return value;
		}
	}

	const wanted = names.map((name) => plainName(name));
	return Object.entries(object).find(
		([key, value]) => value !== null && wanted.includes(plainName(key)),
	)?.[1];
}

/** Returns a field as one clean line; empty if it is missing or neither text nor a number. */
export function textField(object: unknown, ...names: readonly string[]): string {
	const value = fieldOf(object, ...names);
	return typeof value === 'string' ? cleanLine(value) : Number.isFinite(value) ? String(value) : '';
}

/** Returns a field as a non-negative integer; a number written as text counts. */
export function countOf(object: unknown, ...names: readonly string[]): number | undefined {
	const value = fieldOf(object, ...names);
	const count = typeof value === 'string' && /^\d{1,15}$/u.test(value.trim()) ? Number(value) : value;
	return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

/** Returns a username, trimmed; undefined if cleaning would change it: it is sent as the server knows it. */
export function usernameOf(value: unknown): string | undefined {
	const username = typeof value === 'string' ? value.trim() : '';
	return username !== '' && cleanLine(username) === username ? username : undefined;
}

/** Returns the fields that are present: neither undefined nor an empty text. */
export function present<Fields extends object>(
	fields: Fields,
): {readonly [Name in keyof Fields]?: Exclude<Fields[Name], undefined>} {
	const known = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
	// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as the type says
	return Object.fromEntries(known) as {[Name in keyof Fields]?: Exclude<Fields[Name], undefined>};
}

/** Returns the first `length` characters of output without color codes: the output may be endless. */
export function plainText(stdout: string, length = 20_000): string {
	return stripAnsi(stdout).slice(0, length);
}

/** Returns the rows of this form in a table printed as text; undefined if there are none. */
export function rowsIn(stdout: string, form: RegExp): readonly RegExpExecArray[] | undefined {
	const lines = plainText(stdout, 1_000_000).split(/\r?\n/u);
	const rows = lines.map((line) => form.exec(line)).filter((row) => row !== null);
	return rows.length === 0 ? undefined : rows;
}

/** Reports whether a text is a page instead of CLI output: a portal's comes with exit code 0, too. */
export function isPage(text: string): boolean {
	return /<[!/?]/u.test(text);
}

function plainName(name: string): string {
	return name.replaceAll(/[_-]/gu, '').toLowerCase();
}
