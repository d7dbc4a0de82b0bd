import type {MessageKey, PlainKey} from '../../text/catalogue.ts';
import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';

const commands = ['back', 'help', 'quit', 'more', 'again'] as const;

/** What can be typed in place of an answer, at any time. */
export type TypedCommand = (typeof commands)[number];

/**
 * The command that a line is, in words of this language, in English or as `?`; undefined where it is none.
 */
export function typedCommandOf(line: string, texts: Texts): TypedCommand | undefined {
	const typed = line.trim().toLowerCase();
	return typed === '?'
		? 'help'
		: commands.find((word) => word === typed || texts.text(`lineMode.word.${word}`).toLowerCase() === typed);
}

/** Messages about keys and places on a screen, and what is said instead where there are none. */
const instead: Readonly<Partial<Record<MessageKey, PlainKey>>> = {
	'region.hint': 'lineMode.instead.region.hint',
	'group.hint': 'lineMode.instead.group.hint',
	'help.confirm.where': 'lineMode.instead.help.confirm.where',
	'help.confirm.wrong': 'lineMode.instead.help.confirm.wrong',
};

/** The texts as they are said a line at a time. */
export function lineModeTexts(texts: Texts): Texts {
	const say = ({key, ...rest}: Message): string => texts.say({key: instead[key] ?? key, ...rest});
	return {locale: texts.locale, say, text: (...what) => say(message(...what))};
}
