import type {MessageKey} from '../../text/catalogue.ts';
import type {Texts} from '../../text/texts.ts';

/** What can be typed in place of an answer, at any time. */
export type Word = 'back' | 'help' | 'quit' | 'more' | 'again';

/** Understood in every language, beside the translated ones. */
const always: Readonly<Record<Word, readonly string[]>> = {
	back: ['back'],
	help: ['?', 'help'],
	quit: ['quit'],
	more: ['more'],
	again: ['again'],
};

const translated: Readonly<Record<Word, MessageKey>> = {
	back: 'plain.word.back',
	help: 'plain.word.help',
	quit: 'plain.word.quit',
	more: 'plain.word.more',
	again: 'plain.word.again',
};

/** The word that a line is; undefined where it is something else. */
export function wordOf(line: string, texts: Texts): Word | undefined {
	const typed = line.trim().toLowerCase();
	return (Object.keys(always) as Word[]).find(
		(word) => always[word].includes(typed) || texts.text(translated[word]).toLowerCase() === typed,
	);
}
