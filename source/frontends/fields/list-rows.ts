import type {Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import {isSameAction, type OfferedAction} from '../../wizard/action.ts';
import type {ChooseOneQuestion, ChooseSeveralQuestion, Option} from '../../wizard/question.ts';

export type ListQuestion = ChooseOneQuestion | ChooseSeveralQuestion;

/** A row that can be selected: an option that was found, an action, or the text as typed. */
export type Entry =
	| {readonly kind: 'option'; readonly option: Option}
	| ({readonly kind: 'action'} & OfferedAction)
	| {readonly kind: 'as-typed'; readonly label: Message};

/** Returns the rows that can be selected: the options found, then the actions, then the text as typed. */
export function entriesOf(question: ListQuestion, found: readonly number[], typed: string): readonly Entry[] {
	const options = found.map((index) => question.options[index]).filter((option) => option !== undefined);
	return [...options.map((option): Entry => ({kind: 'option', option})), ...entriesBelow(question, typed)];
}

/** Returns the rows below the options, of which there may be thousands. */
export function entriesBelow(question: ListQuestion, typed: string): readonly Entry[] {
	const text = typed.trim();
	const label = text === '' ? undefined : asTypedOf(question)?.label(text);
	return [
		...question.actions.map((offered): Entry => ({kind: 'action', ...offered})),
		...(label === undefined ? [] : [{kind: 'as-typed', label} as const]),
	];
}

/** Reports whether two rows offer the same thing. */
export function isSameEntry(one: Entry, other: Entry | undefined): boolean {
	return one.kind === 'option'
		? other?.kind === 'option' && other.option.value === one.option.value
		: one.kind === 'action'
			? other?.kind === 'action' && isSameAction(other.action, one.action)
			: other?.kind === 'as-typed';
}

/** Returns the rules for a text used as typed; undefined if the question does not allow that. */
export function asTypedOf(question: ListQuestion): ChooseOneQuestion['asTyped'] {
	return question.kind === 'choose-one' ? question.asTyped : undefined;
}

/** Returns the name under which an option is shown. */
export function optionName({label, title}: Option, texts: Texts): string {
	return title === undefined ? label : texts.say(title);
}
