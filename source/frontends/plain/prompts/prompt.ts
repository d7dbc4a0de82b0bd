import type {Message} from '../../../text/message.ts';
import type {Texts} from '../../../text/texts.ts';
import type {Action, Reply} from '../../../wizard/question.ts';
import type {Ask} from '../line-editor.ts';

/** What a line that was typed means. */
export type Outcome =
	| {readonly kind: 'reply'; readonly reply: Reply; readonly lines?: readonly string[]}
	| {readonly kind: 'act'; readonly id: string}
	/** It is no answer; said with the field's name. */
	| {readonly kind: 'refused'; readonly reason: Message}
	/** The prompt itself has changed: it is said again where it did. */
	| {readonly kind: 'go-on'; readonly lines?: readonly string[]};

/** One question, or one set of actions, as prompts. State without looks: it says nothing by itself. */
export interface Prompt<Subject> {
	/** Takes a newer version of the same question. */
	update(subject: Subject): void;
	/** Sentences that are said once; later only those that are new. */
	head(): readonly string[];
	/** Numbered entries: said whole, and again whenever one of them changes. */
	entries(): readonly string[];
	/** What is asked; undefined while nothing can be answered. */
	ask(): Ask | undefined;
	/** Whether a line typed before the prompt was said could do what the operator has not heard of: then it is dropped. */
	readonly isGuarded: boolean;
	take(line: string): Outcome;
	/** Whether a line is an answer even where it is also a word such as `back`. */
	isAnswer?(line: string): boolean;
	/** Whether everything is said again as soon as one sentence is new: what belongs together has to be heard together. */
	readonly isOneWhole?: boolean;
	/** The operator wants to hear more of a long list; false where there is no more. */
	more(): boolean;
	/** Takes back a step within the prompt, such as a narrowed list; false where there is none. */
	back(): boolean;
}

/** What every prompt is made with. */
export interface PromptTools {
	readonly texts: Texts;
	/** What the field is called: errors repeat it. */
	readonly field: string;
}

/** Entries with their numbers. */
export function numbered(entries: readonly string[], texts: Texts): string[] {
	return entries.map((text, index) => texts.text('plain.entry', {number: index + 1, text}));
}

/** Actions as numbered entries, for a prompt that has no other entries. */
export function actionEntries(actions: readonly Action[], texts: Texts): string[] {
	return numbered(
		actions.map(({label}) => texts.say(label)),
		texts,
	);
}

/** The index that a line means: the number of an entry; undefined where it is none. */
export function entryIndex(line: string, count: number): number | undefined {
	const number = /^\d{1,6}$/.test(line.trim()) ? Number(line.trim()) : 0;
	return number >= 1 && number <= count ? number - 1 : undefined;
}

/** The action that a line means: by its number, counted from `start`, or by its words in full. */
export function actionOf(
	line: string,
	actions: readonly Action[],
	texts: Texts,
	start = 0,
): Action | undefined {
	const index = entryIndex(line, start + actions.length);
	const said = line.trim().toLowerCase();
	return index !== undefined && index >= start
		? actions[index - start]
		: actions.find(({label}) => texts.say(label).toLowerCase() === said);
}
