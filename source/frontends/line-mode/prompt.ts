import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {OfferedAction} from '../../wizard/action.ts';
import type {Question} from '../../wizard/question.ts';
import type {View} from '../../wizard/view.ts';
import type {LineAnswer} from '../fields/answer.ts';
import {textLine} from '../lines/line.ts';
import {plainLine} from '../lines/print.ts';
import type {Ask} from './ask.ts';

/** What a line that was typed has led to, and what is said about it. */
export interface LineOutcome {
	readonly answer: LineAnswer;
	readonly lines?: readonly string[];
	/** Why there is no answer, where the field does not say it. */
	readonly error?: Message;
}

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
	/** Whether all is said again once one sentence is new: what belongs together is heard together. */
	readonly isOneWhole?: boolean;
	readonly take: (line: string) => LineOutcome;
	/** Whether a line is an answer even where it is also a word such as `back`. */
	readonly isAnswer?: (line: string) => boolean;
}

/** What the operator would call the field, and errors repeat: the title of the step. */
export function fieldName({position, stage}: View, texts: Texts): string {
	return stage.kind === 'question' && stage.step === 'confirm'
		? texts.text('lineMode.field.confirm')
		: texts.say(position?.title ?? message('rail.checks'));
}

/** What is said of every question: itself, what helps with it, and what to beware of. */
export function questionHead({title, hints, warnings}: Question, texts: Texts): string[] {
	return [texts.say(title), ...hints.map((hint) => texts.say(hint)), ...warningsIn(warnings, texts)];
}

export function warningsIn(warnings: readonly Message[], texts: Texts): string[] {
	return warnings.map((warning) => plainLine(textLine(texts.say(warning), {mark: 'note'})));
}

/** Asks for something, and says what Enter takes. */
export function askFor(what: string, offered: string | readonly string[], texts: Texts): string {
	return offered.length === 0
		? texts.text('lineMode.ask', {what})
		: texts.text('lineMode.ask.default', {what, default: offered});
}

export function numbered(entries: readonly string[], texts: Texts): string[] {
	return entries.map((text, index) => texts.text('lineMode.entry', {number: index + 1, text}));
}

export function numberedActions(actions: readonly OfferedAction[], texts: Texts): string[] {
	return numbered(
		actions.map(({label}) => texts.say(label)),
		texts,
	);
}
