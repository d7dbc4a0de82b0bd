import type {Line, Mark, Span} from './line.ts';
import {markTones, unpainted, type Paint} from './theme.ts';
import {wrapSpans} from './width.ts';

/** Signs in front of a line where nothing is drawn: words, not glyphs, where they carry meaning. */
const marks: Readonly<Record<Mark, string>> = {
	good: 'OK  ',
	bad: 'FAILED  ',
	note: 'NOTE  ',
	danger: '! ',
	running: '',
	pending: '',
	none: '',
};

/** Returns the width of the sign in front of a line. */
export function leadOf(mark: Mark): number {
	return marks[mark].length;
}

/** Returns a line as plain text: no escape sequence, commands in single quotes as IBM writes them. */
export function plainLine(line: Line): string {
	return rowsOf(line, unpainted, Number.POSITIVE_INFINITY).join('');
}

/** Returns lines as text, each ended; wrapped between words to `columns`, except what is to be copied. */
export function plainText(
	lines: readonly Line[],
	paint: Paint = unpainted,
	columns = Number.POSITIVE_INFINITY,
): string {
	return lines
		.flatMap((line) => rowsOf(line, paint, columns))
		.map((row) => `${row}\n`)
		.join('');
}

function rowsOf({spans, mark = 'none', indent = 0, lead}: Line, paint: Paint, columns: number): string[] {
	const room = columns - indent * 2 - leadOf(mark);
	// A table already fits.
	const isWhole = columns === Number.POSITIVE_INFINITY || isCopied(spans) || lead !== undefined;
	const rows = isWhole ? [quoted(spans)] : wrapSpans(quoted(spans), room, false);
	return rows.map((row, index) => {
		const text = row.map((span) => paint(span.text, span.tone, span.link)).join('');
		// Blanks after a sign are part of it.
		const sign =
			index > 0
				? ' '.repeat(leadOf(mark))
				: marks[mark].replace(/\S+/, (word) => paint(word, markTones[mark]));
		return lead === undefined
			? `${'  '.repeat(indent)}${text.trim() === '' ? '' : sign}${text}`.trimEnd()
			: `${sign}${' '.repeat(Math.max(0, lead - leadOf(mark)))}${text}`.trimEnd();
	});
}

/** Quotes commands within a line. A command on a line of its own is to be copied as it stands. */
function quoted(spans: readonly Span[]): readonly Span[] {
	return isCopied(spans)
		? spans
		: spans.map((span) => (span.tone === 'command' ? {text: `'${span.text}'`, tone: 'plain'} : span));
}

function isCopied(spans: readonly Span[]): boolean {
	return spans.length === 1 && (spans[0]?.tone === 'command' || spans[0]?.link !== undefined);
}
