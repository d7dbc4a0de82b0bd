import stringWidth from 'string-width';

/** How many columns a text takes in a terminal. */
export function widthOf(text: string): number {
	return stringWidth(text);
}

/** As much of the beginning of a text as fits into so many columns. */
export function headOf(text: string, width: number): string {
	return widthOf(text) <= width ? text : fitting(graphemesOf(text), width).join('');
}

/** As much of the end of a text as fits into so many columns. */
export function tailOf(text: string, width: number): string {
	return fitting(graphemesOf(text).reverse(), width).reverse().join('');
}

/** The first of these graphemes, as many as fit. */
function fitting(graphemes: readonly string[], width: number): string[] {
	let used = 0;
	const tooWide = graphemes.findIndex((grapheme) => {
		used += widthOf(grapheme);
		return used > width;
	});
	return graphemes.slice(0, tooWide === -1 ? graphemes.length : tooWide);
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

let segmenter: Intl.Segmenter | undefined;

/** The graphemes of a text. The segmenter is made when it is first needed: that takes a while. */
export function graphemesOf(text: string): string[] {
	segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
	return [...segmenter.segment(text)].map(({segment}) => segment);
}
