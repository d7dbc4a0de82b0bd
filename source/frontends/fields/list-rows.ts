import type {Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import {isSameAction, type OfferedAction} from '../../wizard/action.ts';
import type {ChooseOneQuestion, ChooseSeveralQuestion, Option} from '../../wizard/question.ts';
import {clamp} from './answer.ts';

export type ListQuestion = ChooseOneQuestion | ChooseSeveralQuestion;

/** One row that can be selected: the options that were found, then the actions, then the text as typed. */
export type Entry =
	| {readonly kind: 'option'; readonly option: Option}
	| ({readonly kind: 'action'} & OfferedAction)
	| {readonly kind: 'as-typed'; readonly label: Message};

/** What the rows of a list follow from. */
export interface ListRows {
	readonly question: ListQuestion;
	/** Indices of the options that were found, the best first. */
	readonly found: readonly number[];
	/** What the filter holds. */
	readonly typed: string;
}

/** What an option is called where it is said. */
export function optionName({label, title}: Option, texts: Texts): string {
	return title === undefined ? label : texts.say(title);
}

/** The rows that can be selected, in their order. */
export function listEntries({question, found, typed}: ListRows): readonly Entry[] {
	const label = asTypedLabel(question, typed);
	const options = found.map((index) => question.options[index]).filter((option) => option !== undefined);
	return [
		...options.map((option): Entry => ({kind: 'option', option})),
		...question.actions.map((offered): Entry => ({kind: 'action', ...offered})),
		...(label === undefined ? [] : [{kind: 'as-typed', label} as const]),
	];
}

/** Where an earlier row is now; the first one where it is gone. */
export function rowOf(rows: ListRows, entry: Entry | undefined): number | undefined {
	const index = listEntries(rows).findIndex((candidate) => isSame(candidate, entry));
	return index < 0 ? firstRow(rows) : index;
}

function isSame(one: Entry, other: Entry | undefined): boolean {
	return one.kind === 'option'
		? other?.kind === 'option' && other.option.value === one.option.value
		: one.kind === 'action'
			? other?.kind === 'action' && isSameAction(other.action, one.action)
			: other?.kind === 'as-typed';
}

/**
 * The row to begin with: none while the list is being read, the step's own while nothing is typed, then the
 * best one; as typed where nothing is found.
 */
export function firstRow(rows: ListRows): number | undefined {
	const {question, found, typed} = rows;
	const last = listEntries(rows).length - 1;
	if (question.loading.state === 'loading' || last < 0) {
		return undefined;
	}

	if (typed.trim() === '') {
		return clamp(question.initial, 0, Math.max(0, found.length - 1));
	}

	return found.length > 0 ? 0 : asTypedLabel(question, typed) && last;
}

/** The offer to use this text as it is typed; undefined where there is none. */
export function asTypedLabel(question: ListQuestion, typed: string): Message | undefined {
	const text = typed.trim();
	return text === '' ? undefined : asTypedOf(question)?.label(text);
}

/** What holds for a text that is used as it is typed; undefined where none can be. */
export function asTypedOf(question: ListQuestion): ChooseOneQuestion['asTyped'] {
	return question.kind === 'choose-one' ? question.asTyped : undefined;
}
