import {setImmediate as nextTurn} from 'node:timers/promises';
import {parseValue} from '../../secrets/json.ts';

/** The characters read at a time: a few milliseconds, too short for a spinner to stop. */
const usualLength = 400_000;

/**
 * Reads a long JSON list in slices, so that the program stays responsive. `JSON.parse` alone decides what an
 * element is; only the commas between them are searched for here.
 *
 * @param text a list with nothing but white space around it.
 * @param take receives the elements of each slice, in order.
 * @param sliceLength characters read at a time, extended to the end of an element.
 * @returns false if the text is anything else, or more than any answer: then discard what was taken.
 */
export async function readListInSlices(
	text: string,
	take: (elements: readonly unknown[]) => void,
	sliceLength = usualLength,
): Promise<boolean> {
	const opening = /^\s*\[/u.exec(text)?.[0].length ?? text.length;
	let start = opening;
	for (const end of separatorsIn(text, opening)) {
		const isLast = text[end] === ']';
		if (!isLast && (text[end] !== ',' || end < start + sliceLength)) {
			continue;
		}

		const elements = parseValue(`[${text.slice(start, end)}]`);
		// A slice can be empty only in an empty list, never after a comma.
		if (!Array.isArray(elements) || (elements.length === 0 && !(isLast && start === opening))) {
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

/** Reports whether a text has more levels, or more objects and arrays, than any answer. */
export function isTooMuch(text: string): boolean {
	return separatorsIn(text, 0).some((place) => place === tooMuch);
}

const tooMuch = -1;

/**
 * Yields the positions of the commas and closing brackets at the starting level, character by character,
 * without understanding the JSON. Ends with `tooMuch` if the text holds more than any answer.
 */
function* separatorsIn(text: string, start: number): Generator<number, void> {
	let depth = 0;
	let containers = 0;
	let isInString = false;
	for (let index = start; index < text.length; index += 1) {
		const sign = text.charCodeAt(index);
		if (sign === signs.quotationMark) {
			isInString = !isInString;
		} else if (isInString) {
			index += sign === signs.backslash ? 1 : 0;
		} else if (sign === signs.bracketOpen || sign === signs.braceOpen) {
			depth += 1;
			containers += 1;
			if (depth > deepest || containers > mostContainers) {
				yield tooMuch;
				return;
			}
		} else if (sign === signs.comma || sign === signs.bracketClose || sign === signs.braceClose) {
			if (depth === 0) {
				yield index;
			}

			depth -= sign === signs.comma ? 0 : 1;
		}
	}
}

const signs = {
	quotationMark: 0x22,
	backslash: 0x5c,
	bracketOpen: 0x5b,
	bracketClose: 0x5d,
	braceOpen: 0x7b,
	braceClose: 0x7d,
	comma: 0x2c,
} as const;
