import {message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {View} from '../../wizard/view.ts';
import type {LineAnswer} from '../fields/field.ts';
import type {Ask} from './line-reader.ts';

/** One question, or one set of actions, as it is said: made anew whenever something may have changed. */
export interface Prompt {
	/** Sentences that are said once; later only those that are new. */
	readonly head: readonly string[];
	/** Numbered entries: said whole, and again whenever one of them changes. */
	readonly entries: readonly string[];
	/** What is asked; undefined while nothing can be answered. */
	readonly ask: Ask | undefined;
	/** Whether a line typed before this was said is dropped: it could do what nobody has heard of. */
	readonly isGuarded: boolean;
	/** What a line that was typed leads to, and what is said about it. */
	readonly take: (line: string) => {readonly answer: LineAnswer; readonly lines?: readonly string[]};
	/** Whether a line is an answer even where it is also a word such as `back`. */
	readonly isAnswer?: ((line: string) => boolean) | undefined;
}

const commands = ['back', 'help', 'quit', 'more', 'again'] as const;

/** What can be typed in place of an answer, at any time. */
export type TypedCommand = (typeof commands)[number];

/** Returns the command that a line is: in words of this language, in English, or `?`. */
export function typedCommandOf(line: string, texts: Texts): TypedCommand | undefined {
	const typed = line.trim().toLowerCase();
	return typed === '?'
		? 'help'
		: commands.find((word) => word === typed || texts.text(`lineMode.word.${word}`).toLowerCase() === typed);
}

/** Returns what the operator would call the field, and errors repeat: the title of the step. */
export function fieldName({position, stage}: View, texts: Texts): string {
	return stage.kind === 'question' && stage.step === 'confirm'
		? texts.text('lineMode.field.confirm')
		: texts.say(position?.title ?? message('rail.checks'));
}
