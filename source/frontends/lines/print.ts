import type {Line, Mark} from './line.ts';

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
export function plainLine({mark, indent, spans, lead}: Line): string {
	// A command on a line of its own is there to be copied as it stands.
	const text = spans
		.map(({text: part, tone}) => (tone === 'command' && spans.length > 1 ? `'${part}'` : part))
		.join('');
	if (lead !== undefined) {
		return `${marks[mark].padEnd(lead)}${text}`.trimEnd();
	}

	return `${'  '.repeat(indent)}${text.trim() === '' ? '' : marks[mark]}${text}`.trimEnd();
}

/** Several lines, each ended. */
export function plainText(lines: readonly Line[]): string {
	return lines.map((line) => `${plainLine(line)}\n`).join('');
}
