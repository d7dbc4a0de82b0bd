import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import {byKind} from '../../wizard/by-kind.ts';
import type {Option} from '../../wizard/question.ts';
import {actionOf, entryIndex, type FieldAnswer, type LineAnswer} from './field.ts';
import {fold, searchIn} from './search.ts';
import {asTypedOf, optionName, type Entry, type ListQuestion} from './list-rows.ts';
import type {ListField} from './list.ts';

/** Returns what Enter on the selected row gives; if undefined, the field's `error` says why. */
export function enterList(field: ListField): FieldAnswer | undefined {
	const entry = field.entry();
	if (field.state.get().filter.isWithheld) {
		// This Enter belongs to the refused key: it chooses nothing.
		field.filterBy('');
		return field.fail(message('ui.keyRefused'));
	}

	const marked = markedOptions(field);
	if (marked.length > 0 && (entry === undefined || entry.kind === 'option')) {
		return choose(field, marked);
	}

	return entry === undefined ? field.fail(message('ui.nothingToChoose')) : takeEntry(entry, field);
}

const takeEntry = byKind<Entry, [ListField], FieldAnswer | undefined>({
	option: ({option}, field) => choose(field, [option]),
	action: ({action}) => ({kind: 'act', action}),
	'as-typed': (_, field) => useAsTyped(field),
});

/**
 * Returns what a whole line gives where no row is highlighted: a number, a full name or parts of names. A
 * part narrows the list, or marks the options it means if several can be chosen; an empty line takes those.
 *
 * @param shown how many of the options found are numbered
 */
export function takeLine(field: ListField, line: string, shown: number, texts: Texts): LineAnswer {
	const text = line.trim();
	const {question} = field;
	if (text === '') {
		const offered = offeredOptions(field);
		return isAsTypedOffered(field)
			? useAsTyped(field)
			: offered.length > 0
				? choose(field, offered)
				: field.fail(message('lineMode.nothingTyped'));
	}

	const entries = field.entries(shown);
	const visible = entries.flatMap((entry) => (entry.kind === 'option' ? [entry.option] : []));
	const named = namedOption(question, text, visible, texts);
	if (named !== undefined) {
		return choose(field, [named]);
	}

	const entry = entries[entryIndex(text, entries.length) ?? -1];
	return entry === undefined
		? (actionOf(text, question.actions, texts) ??
				(question.kind === 'choose-several' ? takeNames(field, text, visible, texts) : narrow(field, text)))
		: takeEntry(entry, field);
}

/** Returns what an empty line takes: the marked options, the only option found, or the default. */
export function offeredOptions(field: ListField): readonly Option[] {
	const {question} = field;
	const {filter, found} = field.state.get();
	const marked = markedOptions(field);
	if (marked.length > 0) {
		return marked;
	}

	const {options, initial} = question;
	// The first option is not a default just for being first: the operator has not been told that it is one.
	const hasDefault = initial > 0 || options.some(({isDefault = false}) => isDefault);
	const only = question.kind === 'choose-one' && found.length === 1 ? found[0] : undefined;
	const option = options[(filter.value === '' ? (hasDefault ? initial : undefined) : only) ?? -1];
	return option === undefined ? [] : [option];
}

/** Reports whether an empty line takes the text as typed: nothing else was found, or its doubt was shown. */
export function isAsTypedOffered({state}: ListField): boolean {
	const {filter, found, isDoubted} = state.get();
	return filter.value !== '' && (found.length === 0 || isDoubted);
}

function markedOptions({question, state}: ListField): readonly Option[] {
	const {marked} = state.get();
	return question.kind === 'choose-several' ? question.options.filter(({value}) => marked.has(value)) : [];
}

function choose(field: ListField, options: readonly Option[]): FieldAnswer | undefined {
	const {kind} = field.question;
	const refusal = options.find((option) => option.refusal !== undefined)?.refusal;
	if (refusal !== undefined) {
		return field.fail(refusal);
	}

	const [value = '', ...more] = options.map((option) => option.value);
	return {
		kind: 'reply',
		reply: kind === 'choose-one' ? {kind: 'option', value} : {kind: 'options', values: [value, ...more]},
	};
}

function useAsTyped(field: ListField): FieldAnswer | undefined {
	const {filter, isDoubted} = field.state.get();
	const text = filter.value.trim();
	const refusal = refusalOf(field, text);
	if (refusal !== undefined) {
		return field.fail(refusal);
	}

	const doubt = asTypedOf(field.question)?.doubt?.(text);
	return doubt === undefined || isDoubted
		? {kind: 'reply', reply: {kind: 'as-typed', text}}
		: field.doubt(doubt);
}

/** Returns why this text cannot be the answer as typed; undefined if it can. */
function refusalOf({question}: ListField, text: string): Message | undefined {
	const asTyped = asTypedOf(question);
	return asTyped === undefined ? message('lineMode.noMatch', {text}) : asTyped.validate(text);
}

function namedOption(
	{options}: ListQuestion,
	text: string,
	visible: readonly Option[],
	texts: Texts,
): Option | undefined {
	const index = entryIndex(text, visible.length);
	return index === undefined
		? options.find((option) => fold(optionName(option, texts)) === fold(text) || option.value === text)
		: visible[index];
}

function optionsFound({options}: ListQuestion, text: string): readonly Option[] {
	return searchIn(options)
		.find(text)
		.flatMap((index) => options[index] ?? []);
}

/** Narrows the list to what a text finds; to nothing if the text can be used as typed. */
function narrow(field: ListField, text: string): LineAnswer {
	const isFound = optionsFound(field.question, text).length > 0;
	const refusal = refusalOf(field, text);
	if (refusal !== undefined && !isFound) {
		return field.fail(refusal);
	}

	field.filterBy(text);
	// That nothing was found is reported anyway, so the doubt is reported along with it.
	const doubt = isFound ? undefined : asTypedOf(field.question)?.doubt?.(text);
	if (doubt !== undefined) {
		field.doubt(doubt);
	}

	return {kind: 'narrowed'};
}

/** Takes numbers and names, separated by commas or, if the names have no spaces of their own, by spaces. */
function takeNames(field: ListField, text: string, visible: readonly Option[], texts: Texts): LineAnswer {
	const {question} = field;
	const named = (part: string): Option | undefined => namedOption(question, part, visible, texts);
	const meant = (part: string): readonly Option[] => {
		const option = named(part);
		return option === undefined ? optionsFound(question, part) : [option];
	};
	const parts = text.split(/[,;]/u).flatMap((each) => {
		const part = each.trim();
		const words = part.split(/\s+/u);
		const isOneName = named(part) !== undefined || words.some((word) => meant(word).length === 0);
		return part === '' ? [] : isOneName ? [part] : words;
	});
	const unclear = parts.find((part) => meant(part).length !== 1);
	if (unclear !== undefined && meant(unclear).length > 0) {
		field.filterBy(unclear);
		return {kind: 'narrowed'};
	}

	const chosen = parts.flatMap(meant);
	if (unclear !== undefined || chosen.length === 0) {
		return field.fail(message('lineMode.noMatch', {text: unclear ?? text}));
	}

	const options = question.options.filter((option) => chosen.includes(option));
	if (parts.every((part) => named(part) !== undefined)) {
		return choose(field, options);
	}

	field.mark(options.map(({value}) => value));
	return {kind: 'held'};
}
