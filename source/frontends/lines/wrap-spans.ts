import type {Span} from './line.ts';
import {headOf, widthOf} from './width.ts';

/**
 * Breaks spans into rows of so many columns; one empty row where there is nothing. A wider word is broken,
 * too, or left whole to the terminal, which knows that it is one when it is copied.
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
