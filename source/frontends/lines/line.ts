/** The meaning of a piece of text. The theme says how it looks; line mode leaves it out. */
export type Tone = 'plain' | 'strong' | 'good' | 'bad' | 'warning' | 'name' | 'command';

export interface Span {
	readonly text: string;
	readonly tone: Tone;
	/** The address that the text is, or is part of. */
	readonly link?: string;
}

/** The sign in front of a line; each frontend has its own glyphs and words for them. */
export type Mark = 'good' | 'bad' | 'note' | 'danger' | 'running' | 'pending' | 'none';

/** One line of a view, before it is wrapped. */
export interface Line {
	readonly mark?: Mark;
	/** Levels of indentation. */
	readonly indent?: number;
	readonly spans: readonly Span[];
	/** For a row of a table: the width of the sign in front if it is a word, so that columns align. */
	readonly lead?: number;
	/** If set, the time elapsed since then (milliseconds since the epoch) is shown and kept current. */
	readonly startedAt?: number;
}

/** How a line looks, apart from its text. */
export type LineStyle = Omit<Line, 'spans'> & {readonly tone?: Tone};

/** The style of a warning. */
export const warningStyle: LineStyle = {tone: 'warning', mark: 'note'};

export const blankLine: Line = {spans: []};

export function textLine(text: string, {tone = 'plain', ...style}: LineStyle = {}): Line {
	return {...style, spans: [{text, tone}]};
}

export function pairLine(label: string, value: string, {tone = 'plain', ...style}: LineStyle = {}): Line {
	return {...style, spans: [{text: `${label} `, tone: 'plain'}, spanOf(value, tone)]};
}

/** Returns a command to copy, on a line of its own. */
export function commandLine(command: string, indent = 1): Line {
	return {indent, spans: [spanOf(command, 'command')]};
}

/** Returns the CLI's words as they are, a line each. */
export function wordLines(words = '', indent = 1): Line[] {
	const lines = words.split('\n').filter((line) => line.trim() !== '');
	return lines.map((line) => textLine(line, {indent}));
}

/** Returns a span; an address is a link, to be opened and not run. */
function spanOf(text: string, tone: Tone): Span {
	return text.startsWith('https://') ? {text, tone: 'name', link: text} : {text, tone};
}
