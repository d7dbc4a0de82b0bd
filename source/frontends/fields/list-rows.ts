import type {Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import {isSameAction, type OfferedAction} from '../../wizard/action.ts';
import {byKind} from '../../wizard/by-kind.ts';
import type {ChooseOneQuestion, ChooseSeveralQuestion, Option} from '../../wizard/question.ts';
import {clamp} from './answer.ts';

export type ListQuestion = ChooseOneQuestion | ChooseSeveralQuestion;

/** One row that can be selected: the options that were found, then the actions, then the text as typed. */
export type Entry =
	| {readonly kind: 'option'; readonly option: Option}
	| {readonly kind: 'action'; readonly offered: OfferedAction}
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
export function nameOf({label, title}: Option, texts: Texts): string {
	return title === undefined ? label : texts.say(title);
}

/** How many rows can be selected. */
export function countRows({question, found, typed}: ListRows): number {
	return found.length + question.actions.length + (asTypedLabel(question, typed) === undefined ? 0 : 1);
}

/** The row at this index; undefined where there is none. */
export function rowAt(rows: ListRows, index: number): Entry | undefined {
	const {question, found, typed} = rows;
	if (index < 0 || index >= countRows(rows)) {
		return undefined;
	}

	const option = question.options[found[index] ?? -1];
	const offered = question.actions[index - found.length];
	const label = asTypedLabel(question, typed);
	return option !== undefined
		? {kind: 'option', option}
		: offered !== undefined
			? {kind: 'action', offered}
			: label && {kind: 'as-typed', label};
}

/** Where an earlier row is now; the first one where it is gone. */
export function rowOf(rows: ListRows, entry: Entry | undefined): number | undefined {
	const index = entry === undefined ? -1 : indexOf(entry, rows);
	return index < 0 ? firstRow(rows) : index;
}

const indexOf = byKind<Entry, [ListRows], number>({
	option: ({option}, {question, found}) =>
		found.findIndex((candidate) => question.options[candidate]?.value === option.value),
	action({offered}, {question, found}) {
		const index = question.actions.findIndex(({action}) => isSameAction(action, offered.action));
		return index < 0 ? index : found.length + index;
	},
	'as-typed': (_, rows) => countRows(rows) - 1,
});

/**
 * The row to begin with: none while the list is being read, the step's own while nothing is typed, then the
 * best one; as typed where nothing is found.
 */
export function firstRow(rows: ListRows): number | undefined {
	const {question, found, typed} = rows;
	const last = countRows(rows) - 1;
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
	return question.kind === 'choose-one' && question.asTyped !== undefined && text !== ''
		? question.asTyped.label(text)
		: undefined;
}
