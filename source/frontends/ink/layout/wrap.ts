import type {Line, Mark, Span} from '../../lines/line.ts';
import {widthOf, wrapCommand, wrapSpans} from '../../lines/width.ts';

/** One row of the terminal: a line, or a part of one that did not fit. */
export interface Row {
	/** The sign in front; `none` on the rows after the first. */
	readonly mark: Mark;
	readonly margin: number;
	readonly spans: readonly Span[];
	/** See `Line`; set on the last row of a line. */
	readonly startedAt?: number;
	/** The sign spins: this is being waited for. */
	readonly isTurning?: boolean;
}

/** Columns kept free for the elapsed time behind a line. */
export const elapsedWidth = 10;

/** Columns of a sign in front of a line and the space after it. */
export const markWidth = 2;

/** Wraps lines to so many columns: between words, and within words that are wider. */
export function wrapLines(lines: readonly Line[], width: number): Row[] {
	return lines.flatMap((line) => wrapLine(line, width));
}

function wrapLine({mark = 'none', indent: steps = 0, spans, startedAt}: Line, width: number): Row[] {
	// An address that does not fit has rows of its own without a margin, so that it can be copied alone.
	const isWide = spans.some(({text, link}) => link !== undefined && widthOf(text) > width - steps * 2);
	const indent = isWide ? 0 : Math.min(steps * 2, Math.floor(width / 4));
	const margin = mark === 'none' ? indent : indent + markWidth;
	const room = Math.max(8, width - margin - (startedAt === undefined ? 0 : elapsedWidth));
	const [first] = spans;
	const rows =
		first?.tone === 'command'
			? wrapCommand(first.text, room).flatMap((text) => wrapSpans([{...first, text}], room))
			: wrapSpans(spans, room);
	return rows.map((row, index) => ({
		mark: index === 0 ? mark : 'none',
		margin: index === 0 && mark !== 'none' ? indent : margin,
		spans: row,
		...(startedAt !== undefined && index === 0 ? {isTurning: true} : {}),
		...(startedAt !== undefined && index === rows.length - 1 ? {startedAt} : {}),
	}));
}
