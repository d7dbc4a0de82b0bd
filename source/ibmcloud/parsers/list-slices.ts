import {setImmediate as nextTurn} from 'node:timers/promises';
import {listOf} from './fields.ts';
import {deepest, mostContainers, signs} from './json.ts';

/** So many characters are read at a time: a few milliseconds, in which a spinner does not stop. */
const usualLength = 400_000;

/**
 * Reads a long JSON list a slice at a time, so that the program stays awake meanwhile. What an element is, `JSON.parse`
 * alone decides; here is only looked for the commas between them.
 *
 * @param text a list and nothing but white space around it.
 * @param take is given the elements of each slice, in their order.
 * @param sliceLength characters that are read at a time, and then up to the end of an element.
 * @returns false where the text is anything else, or more than any answer: what was taken until then is to be forgotten.
 */
export async function readListInSlices(
	text: string,
	take: (elements: readonly unknown[]) => void,
	sliceLength = usualLength,
): Promise<boolean> {
	const opening = /^\s*\[/u.exec(text)?.[0].length;
	const scan = new Scan(text, sliceLength);
	for (let start = opening; start !== undefined;) {
		const end = scan.endOfSlice(start);
		const elements = end === undefined ? undefined : parsedList(text.slice(start, end));
		if (end === undefined || elements === undefined) {
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

/** Finds where slices end, and counts what they hold. */
class Scan {
	readonly #text: string;
	readonly #sliceLength: number;
	#containers = 0;

	constructor(text: string, sliceLength: number) {
		this.#text = text;
		this.#sliceLength = sliceLength;
	}

	/**
	 * @param start where an element begins.
	 * @returns where a comma of the list stands, or its closing bracket; undefined where there is none, or too much.
	 */
	endOfSlice(start: number): number | undefined {
		const text = this.#text;
		let depth = 0;
		let isInString = false;
		for (let index = start; index < text.length; index += 1) {
			const character = text.charCodeAt(index);
			if (character === signs.quotationMark) {
				isInString = !isInString;
			} else if (isInString) {
				index += character === signs.backslash ? 1 : 0;
			} else if (character === signs.bracketOpen || character === signs.braceOpen) {
				depth += 1;
				this.#containers += 1;
				if (depth > deepest || this.#containers > mostContainers) {
					return undefined;
				}
			} else if (depth === 0 && character === signs.bracketClose) {
				return index;
			} else if (character === signs.bracketClose || character === signs.braceClose) {
				depth -= 1;
			} else if (depth === 0 && character === signs.comma && index - start >= this.#sliceLength) {
				return index;
			}
		}

		return undefined;
	}
}

function parsedList(elements: string): readonly unknown[] | undefined {
	try {
		return listOf(JSON.parse(`[${elements}]`) as unknown);
	} catch {
		// The message of the error quotes the text: it is dropped here.
		return undefined;
	}
}
