import type {Line, Mark, Span} from '../../lines/line.ts';
import {wrapCommand} from '../../lines/command-rows.ts';
import {headOf, widthOf} from '../../lines/width.ts';

/** One row of the terminal: a line, or a part of one that did not fit. */
export interface Row {
	/** The sign in front; `none` on the rows after the first. */
	readonly mark: Mark;
	/** Columns left empty at the beginning. */
	readonly margin: number;
	readonly spans: readonly Span[];
	/** See `Line`; on the last row of a line. */
	readonly startedAt?: number;
	/** The sign turns: this is what is being waited for. */
	readonly isTurning?: boolean;
}

/** Columns kept free for the elapsed time behind a line. */
export const elapsedWidth = 8;

/** Columns of a sign in front of a line and the space behind it. */
export const markWidth = 2;

/** Breaks lines into rows that fit into so many columns: between words, and within those that are wider. */
export function wrapLines(lines: readonly Line[], width: number): Row[] {
	return lines.flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: Line, width: number): Row[] {
	const indent = Math.min(line.indent * 2, Math.floor(width / 4));
	const margin = line.mark === 'none' ? indent : indent + markWidth;
	const room = Math.max(8, width - margin - (line.startedAt === undefined ? 0 : elapsedWidth));
	const [first] = line.spans;
	const rows =
		first?.tone === 'command'
			? wrapCommand(first.text, room).flatMap((text) => wrapSpans([{...first, text}], room))
			: wrapSpans(line.spans, room);
	return rows.map((spans, index) => ({
		mark: index === 0 ? line.mark : 'none',
		margin: index === 0 && line.mark !== 'none' ? indent : margin,
		spans,
		...(line.startedAt !== undefined && index === 0 ? {isTurning: true} : {}),
		...(line.startedAt !== undefined && index === rows.length - 1 ? {startedAt: line.startedAt} : {}),
	}));
}

/** The rows without the empty ones: where there is little room, air is the first thing to go. */
export function withoutAir(rows: readonly Row[]): readonly Row[] {
	return rows.filter(({spans}) => spans.some(({text}) => text.trim() !== ''));
}

/** Breaks spans into rows of so many columns; one empty row where there is nothing. */
function wrapSpans(spans: readonly Span[], width: number): Span[][] {
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
		for (const word of span.text.split(/(\s+)/u)) {
			if (word === '') {
				continue;
			}

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
			while (widthOf(rest) > width) {
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

/** Breaks a plain text into rows. */
export function wrapText(text: string, width: number): string[] {
	return wrapSpans([{text, tone: 'plain'}], width).map((spans) => spans.map((span) => span.text).join(''));
}
