import {setImmediate as nextTurn} from 'node:timers/promises';
import {parseValue} from '../../secrets/json.ts';
import {listOf} from './fields.ts';
import {Scan, signs} from './json.ts';

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
		const elements = typeof end === 'number' ? listOf(parseValue(`[${text.slice(start, end)}]`)) : undefined;
		if (typeof end !== 'number' || elements === undefined) {
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
