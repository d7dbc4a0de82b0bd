import stringWidth from 'string-width';
import {graphemesOf} from '../fields/graphemes.ts';

/** How many columns a text takes in a terminal. */
export function widthOf(text: string): number {
	return stringWidth(text);
}

/** As much of the beginning of a text as fits into so many columns. */
export function headOf(text: string, width: number): string {
	if (widthOf(text) <= width) {
		return text;
	}

	let head = '';
	let used = 0;
	for (const grapheme of graphemesOf(text)) {
		used += widthOf(grapheme);
		if (used > width) {
			break;
		}

		head += grapheme;
	}

	return head;
}

/** As much of the end of a text as fits into so many columns. */
export function tailOf(text: string, width: number): string {
	let tail = '';
	let used = 0;
	for (const grapheme of graphemesOf(text).reverse()) {
		used += widthOf(grapheme);
		if (used > width) {
			break;
		}

		tail = grapheme + tail;
	}

	return tail;
}

/** The text, cut at its end with an ellipsis where it is too wide. */
export function cutTo(text: string, width: number, ellipsis: string): string {
	if (widthOf(text) <= width) {
		return text;
	}

	const room = width - widthOf(ellipsis);
	return room < 0 ? headOf(text, width) : headOf(text, room).trimEnd() + ellipsis;
}

/** The text, filled with spaces up to so many columns. */
export function padTo(text: string, width: number): string {
	return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** With how many UTF-16 units both texts begin. */
export function sharedLength(one: string, other: string): number {
	let length = 0;
	while (length < one.length && one[length] === other[length]) {
		length++;
	}

	return length;
}
