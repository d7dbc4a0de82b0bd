import type {Line, Mark, Span} from './line.ts';
import {markTones, unpainted, type Paint} from './theme.ts';
import {wrapSpans} from './wrap-spans.ts';

/** What stands in front of a line where nothing is drawn: words, not glyphs, where they carry meaning. */
const marks: Readonly<Record<Mark, string>> = {
	good: 'OK  ',
	bad: 'FAILED  ',
	note: 'NOTE  ',
	danger: '! ',
	running: '',
	pending: '',
	none: '',
};

/** How wide a sign is that stands in front of a line. */
export function leadOf(mark: Mark): number {
	return marks[mark].length;
}

/** A line as plain text: no escape sequence, commands in single quotes as IBM writes them. */
export function plainLine(line: Line): string {
	return paintedLine(line, unpainted);
}

/** The same, with what is special about it drawn. */
export function paintedLine(line: Line, paint: Paint): string {
	return paintedRow(line, quoted(line.spans), paint);
}

/** Several lines, each ended; in so many columns broken between words, but for what is copied. */
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

function rowsOf(line: Line, paint: Paint, columns: number): string[] {
	const {spans, mark = 'none', indent = 0, lead} = line;
	// A table has been made to fit.
	if (columns === Number.POSITIVE_INFINITY || isCopied(spans) || lead !== undefined) {
		return [paintedLine(line, paint)];
	}

	const sign = spans.length === 0 ? 0 : leadOf(mark);
	const [first = [], ...rest] = wrapSpans(quoted(spans), columns - indent * 2 - sign, false);
	return [
		paintedRow(line, first, paint),
		...rest.map((row) => `${' '.repeat(indent * 2 + sign)}${paintedSpans(row, paint)}`),
	];
}

function paintedRow({mark = 'none', indent = 0, lead}: Line, spans: readonly Span[], paint: Paint): string {
	const text = paintedSpans(spans, paint);
	// Blanks behind a sign are part of it.
	const sign = marks[mark].replace(/\S+/, (word) => paint(word, markTones[mark]));
	if (lead !== undefined) {
		return `${sign}${' '.repeat(Math.max(0, lead - leadOf(mark)))}${text}`.trimEnd();
	}

	return `${'  '.repeat(indent)}${text.trim() === '' ? '' : sign}${text}`.trimEnd();
}

function paintedSpans(spans: readonly Span[], paint: Paint): string {
	return spans.map(({text, tone, link}) => paint(text, tone, link)).join('');
}

/** A command on a line of its own is there to be copied as it stands; within a line it has quotes. */
function quoted(spans: readonly Span[]): readonly Span[] {
	return isCopied(spans)
		? spans
		: spans.map((span) => (span.tone === 'command' ? {text: `'${span.text}'`, tone: 'plain'} : span));
}

function isCopied(spans: readonly Span[]): boolean {
	return spans.length === 1 && (spans[0]?.tone === 'command' || spans[0]?.link !== undefined);
}
