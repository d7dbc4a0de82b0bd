import type {Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';

/** What a piece of text is; the theme says how that looks, and the plain frontend leaves it out. */
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
	readonly mark: Mark;
	/** Steps of indentation. */
	readonly indent: number;
	readonly spans: readonly Span[];
	/** Of a row of a table: how wide the sign in front is where it is a word, so that columns are aligned. */
	readonly lead?: number;
	/** Where set, the elapsed time since then (milliseconds since the epoch) is shown and kept current. */
	readonly startedAt?: number;
}

/** Builds lines of messages in one language. */
export interface LineWriter {
	line(message: Message, options?: {tone?: Tone; mark?: Mark; indent?: number; startedAt?: number}): Line;
	/** A label, followed by a value. */
	pair(label: Message, value: string, options?: {tone?: Tone; mark?: Mark}): Line;
	/** A command to copy, on a line of its own. */
	command(text: string, indent?: number): Line;
	/** Words of the CLI, as they are, a line each. */
	words(text: string, indent?: number): Line[];
	blank(): Line;
}

/** @returns a builder of lines in the language of these texts. */
export function lineWriter(texts: Texts): LineWriter {
	return {
		line: (message, {tone = 'plain', mark = 'none', indent = 0, startedAt} = {}) => ({
			mark,
			indent,
			spans: [{text: texts.say(message), tone}],
			...(startedAt === undefined ? {} : {startedAt}),
		}),
		pair: (label, value, {tone = 'plain', mark = 'none'} = {}) => ({
			mark,
			indent: 0,
			spans: [{text: `${texts.say(label)} `, tone: 'plain'}, spanOf(value, tone)],
		}),
		command: (text, indent = 1) => ({mark: 'none', indent, spans: [spanOf(text, 'command')]}),
		words: (text, indent = 1) =>
			text
				.split('\n')
				.filter((line) => line.trim() !== '')
				.map((line) => ({mark: 'none', indent, spans: [{text: line, tone: 'plain'}]})),
		blank: () => ({mark: 'none', indent: 0, spans: []}),
	};
}

/** An address is to be opened, not run. */
function spanOf(text: string, tone: Tone): Span {
	return text.startsWith('https://') ? {text, tone: 'name', link: text} : {text, tone};
}
