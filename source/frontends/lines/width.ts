import stringWidth from 'string-width';
import type {Span} from './line.ts';

/** Returns how many columns a text takes in a terminal. */
export function widthOf(text: string): number {
	return stringWidth(text);
}

/** Returns as much of the beginning of a text as fits into `width` columns. */
export function headOf(text: string, width: number): string {
	return widthOf(text) <= width ? text : fitting(graphemesOf(text), width).join('');
}

/** Returns as much of the end of a text as fits into `width` columns. */
export function tailOf(text: string, width: number): string {
	return fitting(graphemesOf(text).reverse(), width).reverse().join('');
}

function fitting(graphemes: readonly string[], width: number): string[] {
	let used = 0;
	const tooWide = graphemes.findIndex((grapheme) => {
		used += widthOf(grapheme);
		return used > width;
	});
	return graphemes.slice(0, tooWide === -1 ? graphemes.length : tooWide);
}

/** Returns the text, cut at its end with an ellipsis if it is too wide. */
export function cutTo(text: string, width: number, ellipsis: string): string {
	if (widthOf(text) <= width) {
		return text;
	}

	const room = width - widthOf(ellipsis);
	return room < 0 ? headOf(text, width) : headOf(text, room).trimEnd() + ellipsis;
}

/** Returns the text, padded with spaces to `width` columns. */
export function padTo(text: string, width: number): string {
	return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** Returns how many UTF-16 units the beginnings of both texts share. */
export function sharedLength(one: string, other: string): number {
	let length = 0;
	while (length < one.length && one[length] === other[length]) {
		length++;
	}

	return length;
}

let segmenter: Intl.Segmenter | undefined;

/** Returns the graphemes of a text. The segmenter is slow to make, so it is made on first use. */
export function graphemesOf(text: string): string[] {
	segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
	return [...segmenter.segment(text)].map(({segment}) => segment);
}

/**
 * Breaks spans into rows of `width` columns; no text gives one empty row. A wider word is broken, too, or
 * left whole to the terminal, which then copies it as one word.
 */
export function wrapSpans(spans: readonly Span[], width: number, breaksWords = true): Span[][] {
	let row: Span[] = [];
	const rows = [row];
	let used = 0;
	const startRow = (): void => {
		row = [];
		rows.push(row);
		used = 0;
	};

	const add = (text: string, span: Span): void => {
		const last = row.at(-1);
		if (last?.tone === span.tone && last.link === span.link) {
			row[row.length - 1] = {...last, text: last.text + text};
		} else {
			row.push({...span, text});
		}

		used += widthOf(text);
	};

	for (const span of spans) {
		for (const [word] of span.text.matchAll(/\s+|\S+/gu)) {
			const isSpace = word.trim() === '';
			if (used + widthOf(word) > width && (isSpace || used > 0)) {
				startRow();
			}

			let rest = isSpace && used === 0 && rows.length > 1 ? '' : word;
			const widest = breaksWords ? width : Number.POSITIVE_INFINITY;
			while (widthOf(rest) > widest) {
				const head = headOf(rest, width) || (rest[0] ?? '');
				add(head, span);
				startRow();
				rest = rest.slice(head.length);
			}

			if (rest !== '') {
				add(rest, span);
			}
		}
	}

	return rows.map((each) =>
		each.map((span, index) => (index < each.length - 1 ? span : {...span, text: span.text.trimEnd()})),
	);
}

/** Breaks a command between words, each row ended by a backslash, so that it is copied as one command. */
export function wrapCommand(command: string, width: number): string[] {
	const rows = [''];
	// A blank within quotes is not a place to break.
	for (const word of command.match(/(?:'[^']*'|"[^"]*"|\\.|\S)+/g) ?? []) {
		const row = rows.at(-1) ?? '';
		if (row === '' || widthOf(row) + 1 + widthOf(word) <= width - 2) {
			rows[rows.length - 1] = row === '' ? word : `${row} ${word}`;
		} else {
			rows.push(word);
		}
	}

	return rows.map((row, index) => (index < rows.length - 1 ? `${row} \\` : row));
}
