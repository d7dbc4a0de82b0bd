const ascii = /^[\u0020-\u007E]*$/;
const marks = /\p{M}+/gu;
const spaces = /\s+/gu;
const wordStarts = /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])/gu;

/** Stands before each word in `FoldedText.words`; no query contains it. */
export const wordSign = '\u0001';

/** A text made comparable: without case, accents and spaces. */
export function fold(text: string): string {
	return foldLetters(text).replaceAll(spaces, '');
}

/** The same with a sign before each word, so that the beginning of a word is found by a plain search. */
export function foldWords(text: string): string {
	return foldLetters(text).replaceAll(wordStarts, wordSign).replaceAll(spaces, '');
}

function foldLetters(text: string): string {
	return (ascii.test(text) ? text : text.normalize('NFKD').replaceAll(marks, '')).toLowerCase();
}

/**
 * Where a folded query stands in a text as it is drawn, as UTF-16 offsets; undefined where it does not.
 */
export function findFolded(
	text: string,
	query: string,
): {readonly start: number; readonly end: number} | undefined {
	if (query === '') {
		return undefined;
	}

	let folded = '';
	const offsets: number[] = [];
	let offset = 0;
	for (const character of text) {
		const part = fold(character);
		for (let unit = 0; unit < part.length; unit++) {
			offsets.push(offset);
		}

		folded += part;
		offset += character.length;
	}

	const index = folded.indexOf(query);
	if (index === -1) {
		return undefined;
	}

	const start = offsets[index] ?? 0;
	const end = offsets[index + query.length] ?? text.length;
	return {start, end: start + text.slice(start, end).trimEnd().length};
}
