import type {Span} from './line.ts';
import {headOf, widthOf} from './width.ts';

/**
 * Breaks spans into rows of so many columns; one empty row where there is nothing. A wider word is broken,
 * too, or left whole to the terminal, which knows that it is one when it is copied.
 */
export function wrapSpans(spans: readonly Span[], width: number, breaksWords = true): Span[][] {
	const rows: Span[][] = [[]];
	let used = 0;
	const startRow = (): void => {
		trimEnd(rows.at(-1));
		rows.push([]);
		used = 0;
	};

	const add = (text: string, span: Span): void => {
		const row = rows.at(-1) ?? [];
		const last = row.at(-1);
		if (last?.tone === span.tone && last.link === span.link) {
			row[row.length - 1] = {...last, text: last.text + text};
		} else {
			row.push({...span, text});
		}

		used += widthOf(text);
	};

	for (const span of spans) {
		for (const word of span.text.split(/(\s+)/u).filter((part) => part !== '')) {
			const isSpace = /^\s+$/u.test(word);
			if (used + widthOf(word) <= width) {
				if (!(isSpace && used === 0 && rows.length > 1)) {
					add(word, span);
				}

				continue;
			}

			if (isSpace) {
				startRow();
				continue;
			}

			if (used > 0) {
				startRow();
			}

			let rest = word;
			const widest = breaksWords ? width : Number.POSITIVE_INFINITY;
			while (widthOf(rest) > widest) {
				const head = headOf(rest, width) || (rest[0] ?? '');
				add(head, span);
				startRow();
				rest = rest.slice(head.length);
			}

			add(rest, span);
		}
	}

	trimEnd(rows.at(-1));
	return rows;
}

function trimEnd(row: Span[] | undefined): void {
	const last = row?.at(-1);
	if (row !== undefined && last !== undefined) {
		row[row.length - 1] = {...last, text: last.text.trimEnd()};
	}
}
