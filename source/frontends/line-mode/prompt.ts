import {message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {View} from '../../wizard/view.ts';
import type {LineAnswer} from '../fields/field.ts';
import type {Ask} from './line-reader.ts';

/** A question, or a set of actions, as it is printed; made anew whenever something may have changed. */
export interface Prompt {
	/** Sentences that are printed once; afterwards only new ones. */
	readonly head: readonly string[];
	/** Numbered entries, printed all together, and again whenever one of them changes. */
	readonly entries: readonly string[];
	/** Undefined while nothing can be answered. */
	readonly ask: Ask | undefined;
	/** Whether a line typed before this was printed is dropped: it could do something nobody has heard of. */
	readonly isGuarded: boolean;
	/** Returns what a line means, and what to print about it. */
	readonly take: (line: string) => {readonly answer: LineAnswer; readonly lines?: readonly string[]};
	/** Reports whether a line is an answer even if it is also a word such as `back`. */
	readonly isAnswer?: ((line: string) => boolean) | undefined;
}

const commands = ['back', 'help', 'quit', 'more', 'again'] as const;

/** A word that can be typed in place of an answer, at any time. */
export type TypedCommand = (typeof commands)[number];

/** Returns the command that a line names: in the session's language, in English, or by `?`. */
export function typedCommandOf(line: string, texts: Texts): TypedCommand | undefined {
	const typed = line.trim().toLowerCase();
	return typed === '?'
		? 'help'
		: commands.find((word) => word === typed || texts.text(`lineMode.word.${word}`).toLowerCase() === typed);
}

/** Returns what the operator would call the field, which errors repeat: the title of the step. */
export function fieldName({position, stage}: View, texts: Texts): string {
	return stage.kind === 'question' && stage.step === 'confirm'
		? texts.text('lineMode.field.confirm')
		: texts.say(position?.title ?? message('rail.checks'));
}
