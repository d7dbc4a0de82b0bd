import type {Line, Mark} from './line.ts';
import {markTones, unpainted, type Paint} from './theme.ts';

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
export function paintedLine({mark, indent, spans, lead}: Line, paint: Paint): string {
	// A command on a line of its own is there to be copied as it stands.
	const isCopied = spans.length === 1;
	const text = spans
		.map(({text: part, tone}) => (tone === 'command' && !isCopied ? `'${part}'` : paint(part, tone)))
		.join('');
	// Blanks behind a sign are part of it.
	const sign = marks[mark].replace(/\S+/, (word) => paint(word, markTones[mark]));
	if (lead !== undefined) {
		return `${sign}${' '.repeat(Math.max(0, lead - leadOf(mark)))}${text}`.trimEnd();
	}

	return `${'  '.repeat(indent)}${text.trim() === '' ? '' : sign}${text}`.trimEnd();
}

/** Several lines, each ended. */
export function plainText(lines: readonly Line[], paint: Paint = unpainted): string {
	return lines.map((line) => `${paintedLine(line, paint)}\n`).join('');
}
