/** What a piece of text is; the theme says how that looks, and line mode leaves it out. */
export type Tone = 'plain' | 'strong' | 'good' | 'bad' | 'warning' | 'name' | 'command';

export interface Span {
	readonly text: string;
	readonly tone: Tone;
	/** The address that the text is, or a part of it. */
	readonly link?: string;
}

/** The sign in front of a line; each frontend has its own glyphs and words for them. */
export type Mark = 'good' | 'bad' | 'note' | 'danger' | 'running' | 'pending' | 'none';

/** One line of a view, before it is wrapped to a width. */
export interface Line {
	readonly mark?: Mark;
	/** Steps of indentation. */
	readonly indent?: number;
	readonly spans: readonly Span[];
	/** Of a row of a table: how wide the sign in front is where it is a word, so that columns are aligned. */
	readonly lead?: number;
	/** Where set, the elapsed time since then (milliseconds since the epoch) is shown and kept current. */
	readonly startedAt?: number;
}

/** How a line looks, apart from what it says. */
export type LineStyle = Omit<Line, 'spans'> & {readonly tone?: Tone};

/** Of a sentence that warns. */
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

/** Words of the CLI, as they are, a line each. */
export function wordLines(words = '', indent = 1): Line[] {
	const lines = words.split('\n').filter((line) => line.trim() !== '');
	return lines.map((line) => textLine(line, {indent}));
}

/** An address is to be opened, not run. */
function spanOf(text: string, tone: Tone): Span {
	return text.startsWith('https://') ? {text, tone: 'name', link: text} : {text, tone};
}
