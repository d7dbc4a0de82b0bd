import type {Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import {isSameAction, type OfferedAction} from '../../wizard/action.ts';
import type {ChooseOneQuestion, ChooseSeveralQuestion, Option} from '../../wizard/question.ts';

export type ListQuestion = ChooseOneQuestion | ChooseSeveralQuestion;

/** One row that can be selected: the options that were found, then the actions, then the text as typed. */
export type Entry =
	| {readonly kind: 'option'; readonly option: Option}
	| ({readonly kind: 'action'} & OfferedAction)
	| {readonly kind: 'as-typed'; readonly label: Message};

/** Returns the rows that can be selected, in their order. */
export function entriesOf(question: ListQuestion, found: readonly number[], typed: string): readonly Entry[] {
	const text = typed.trim();
	const label = text === '' ? undefined : asTypedOf(question)?.label(text);
	const options = found.map((index) => question.options[index]).filter((option) => option !== undefined);
	return [
		...options.map((option): Entry => ({kind: 'option', option})),
		...question.actions.map((offered): Entry => ({kind: 'action', ...offered})),
		...(label === undefined ? [] : [{kind: 'as-typed', label} as const]),
	];
}

/** Returns whether two rows offer the same. */
export function isSameEntry(one: Entry, other: Entry | undefined): boolean {
	return one.kind === 'option'
		? other?.kind === 'option' && other.option.value === one.option.value
		: one.kind === 'action'
			? other?.kind === 'action' && isSameAction(other.action, one.action)
			: other?.kind === 'as-typed';
}

/** Returns what holds for a text that is used as it is typed; undefined where none can be. */
export function asTypedOf(question: ListQuestion): ChooseOneQuestion['asTyped'] {
	return question.kind === 'choose-one' ? question.asTyped : undefined;
}

/** Returns what an option is called where it is said. */
export function optionName({label, title}: Option, texts: Texts): string {
	return title === undefined ? label : texts.say(title);
}
