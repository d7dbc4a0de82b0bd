import {stripAnsi} from '../../secrets/clean.ts';
import {parseValue} from '../../secrets/json.ts';

/** How many places in the noise are tried before the output counts as unreadable. */
const mostAttempts = 50;

/**
 * The JSON value in the standard output of a command, or undefined; never throws. Tolerates a byte order
 * mark, colour codes inside the JSON (seen: scripts strip them from `plugin list --output json`) and notices
 * around it (seen: update notice of ibm-cloud-cli-release #66, whose `[y/N]>` stands on the line of the
 * JSON).
 */
export function parseJson(stdout: string): unknown {
	const text = stdout.replace(/^\uFEFF/u, '');
	if (isTooMuch(text)) {
		return undefined;
	}

	// As it is first: stripping could change a string that legally holds U+009B.
	const value = parseValue(text);
	if (value !== undefined) {
		return value;
	}

	const stripped = stripAnsi(text);
	const strippedValue = parseValue(stripped);
	return strippedValue === undefined ? parseAfterNoise(stripped) : strippedValue;
}

/** What is shorter is parsed in a moment, whatever it holds. */
export const harmlessLength = 1_000_000;
/** Our answers are four levels deep, and a list of 100,000 users has 200,000 objects. */
const deepest = 100;
const mostContainers = 2_000_000;

/**
 * Whether a long text holds more levels, or more objects and arrays, than any answer. Parsing fifty megabytes
 * of brackets takes ten seconds, in which no key is heard, and gigabytes; looking at them part of one second.
 */
function isTooMuch(text: string): boolean {
	return text.length > harmlessLength && new Scan(text).next(0, () => false) === 'too-much';
}

/** Looks through a JSON text, sign by sign, without understanding it; keeps count of what it has seen. */
export class Scan {
	readonly #text: string;
	#containers = 0;

	constructor(text: string) {
		this.#text = text;
	}

	/**
	 * @param start where a value begins, or anything at its level.
	 * @param isMeant asked of every comma and closing bracket at the level of the start.
	 * @returns where the first one stands that is meant; undefined where there is none.
	 */
	next(start: number, isMeant: (sign: number, index: number) => boolean): number | 'too-much' | undefined {
		const text = this.#text;
		let depth = 0;
		let isInString = false;
		for (let index = start; index < text.length; index += 1) {
			const sign = text.charCodeAt(index);
			if (sign === signs.quotationMark) {
				isInString = !isInString;
			} else if (isInString) {
				index += sign === signs.backslash ? 1 : 0;
			} else if (sign === signs.bracketOpen || sign === signs.braceOpen) {
				depth += 1;
				this.#containers += 1;
				if (depth > deepest || this.#containers > mostContainers) {
					return 'too-much';
				}
			} else if (sign === signs.comma || sign === signs.bracketClose || sign === signs.braceClose) {
				if (depth === 0 && isMeant(sign, index)) {
					return index;
				}

				depth -= sign === signs.comma ? 0 : 1;
			}
		}

		return undefined;
	}
}

/** The signs of JSON as character codes. */
export const signs = {
	quotationMark: codeOf('"'),
	backslash: codeOf('\\'),
	bracketOpen: codeOf('['),
	bracketClose: codeOf(']'),
	braceOpen: codeOf('{'),
	braceClose: codeOf('}'),
	comma: codeOf(','),
} as const;

function codeOf(sign: string): number {
	return sign.charCodeAt(0);
}

function parseAfterNoise(text: string): unknown {
	// A page of a proxy or a captive portal holds braces, but no answer.
	if (/^\s*</u.test(text)) {
		return undefined;
	}

	const opening = /[[{]/gu;
	for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
		const match = opening.exec(text);
		if (match === null) {
			return undefined;
		}

		const end = text.lastIndexOf(match[0] === '[' ? ']' : '}');
		const value =
			canBegin(text, match.index) && canEnd(text, end + 1)
				? parseValue(text.slice(match.index, end + 1))
				: undefined;
		if (value !== undefined) {
			return value;
		}
	}

	return undefined;
}

/**
 * A document begins on a line of its own or behind a prompt. A bracket after a part of JSON belongs to a
 * broken document: its inner part must not pass for the answer.
 */
function canBegin(text: string, index: number): boolean {
	const before = text.slice(Math.max(0, index - 200), index);
	return !/[[{,"]\s*$/u.test(before) && /(?:^|[\n>])[^\S\n]*$/u.test(before);
}

function canEnd(text: string, index: number): boolean {
	return /^[^\S\n]*(?:\n|$)/u.test(text.slice(index, index + 200));
}
