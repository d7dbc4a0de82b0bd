import type {MessageKey, PlainKey} from '../../text/catalogue.ts';
import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';

/** What can be typed in place of an answer, at any time. */
export type TypedCommand = 'back' | 'help' | 'quit' | 'more' | 'again';

/** The messages with the words of this language; the English ones and `?` are understood in each. */
const words: Readonly<Record<TypedCommand, PlainKey>> = {
	back: 'plain.word.back',
	help: 'plain.word.help',
	quit: 'plain.word.quit',
	more: 'plain.word.more',
	again: 'plain.word.again',
};

/** The word that a line is; undefined where it is something else. */
export function typedCommandOf(line: string, texts: Texts): TypedCommand | undefined {
	const typed = line.trim().toLowerCase();
	return typed === '?'
		? 'help'
		: (Object.keys(words) as TypedCommand[]).find(
				(word) => word === typed || texts.text(words[word]).toLowerCase() === typed,
			);
}

/** Messages about keys and places on a screen, and what is said instead where there are none. */
const instead: Readonly<Partial<Record<MessageKey, PlainKey>>> = {
	'region.hint': 'plain.instead.region.hint',
	'group.hint': 'plain.instead.group.hint',
	'help.confirm.where': 'plain.instead.help.confirm.where',
	'help.confirm.wrong': 'plain.instead.help.confirm.wrong',
};

/** The texts as they are said a line at a time. */
export function lineModeTexts(texts: Texts): Texts {
	const say = ({key, ...rest}: Message): string => texts.say({key: instead[key] ?? key, ...rest});
	return {locale: texts.locale, say, text: (...what) => say(message(...what))};
}
