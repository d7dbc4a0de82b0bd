import {setImmediate as nextTurn} from 'node:timers/promises';
import {parseValue} from '../../secrets/json.ts';

/** So many characters are read at a time: a few milliseconds, in which a spinner does not stop. */
const usualLength = 400_000;

/**
 * Reads a long JSON list a slice at a time, so that the program stays awake meanwhile. What an element is,
 * `JSON.parse` alone decides; here is only looked for the commas between them.
 *
 * @param text a list and nothing but white space around it.
 * @param take is given the elements of each slice, in their order.
 * @param sliceLength characters that are read at a time, and then up to the end of an element.
 * @returns false where the text is anything else, or more than any answer: then forget what was taken.
 */
export async function readListInSlices(
	text: string,
	take: (elements: readonly unknown[]) => void,
	sliceLength = usualLength,
): Promise<boolean> {
	const opening = /^\s*\[/u.exec(text)?.[0].length;
	const scan = new Scan(text);
	for (let start = opening; start !== undefined;) {
		const enough = start + sliceLength;
		const end = scan.next(
			start,
			(sign, index) => sign === signs.bracketClose || (sign === signs.comma && index >= enough),
		);
		const elements = typeof end === 'number' ? parseValue(`[${text.slice(start, end)}]`) : undefined;
		if (typeof end !== 'number' || !Array.isArray(elements)) {
			return false;
		}

		const isLast = text.charCodeAt(end) === signs.bracketClose;
		// Nothing at all stands only in an empty list, and never behind a comma.
		if (elements.length === 0 && !(isLast && start === opening)) {
			return false;
		}

		take(elements);
		if (isLast) {
			return text.slice(end + 1).trim() === '';
		}

		start = end + 1;
		// oxlint-disable-next-line no-await-in-loop -- one slice after the other is the point
		await nextTurn();
	}

	return false;
}

/** Our answers are four levels deep, and a list of 100,000 users has 200,000 objects. */
const deepest = 100;
const mostContainers = 2_000_000;

/** LineStyle through a JSON text, sign by sign, without understanding it; keeps count of what it has seen. */
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
