import type {Texts} from '../../text/texts.ts';
import type {Option} from '../../wizard/question.ts';
import {isAsTypedOffered, offeredOptions, takeLine} from '../fields/list-answer.ts';
import {optionName} from '../fields/list-rows.ts';
import type {ListField} from '../fields/list.ts';
import {searchIn} from '../fields/search.ts';
import {errorLines} from '../lines/error-lines.ts';
import {plainLine} from '../lines/print.ts';
import {askFor, numbered, type Prompt} from './prompt.ts';

/**
 * A list: an answer by its number, by its name in full, or by a part of it. A part only narrows: where it
 * finds one option, that one is said, and Enter takes it, so that a text can also be used as it was typed.
 *
 * @param shown how many options are said.
 */
export function listPrompt(field: ListField, head: readonly string[], shown: number, texts: Texts): Prompt {
	const {loading, options} = field.question;
	return {
		head: [...head, ...(loading.state === 'failed' ? errorLines(loading.error, texts).map(plainLine) : [])],
		entries: loading.state === 'loading' ? [] : listEntries(field, texts, shown),
		ask:
			loading.state === 'loading'
				? undefined
				: {
						text: listAsk(field, texts),
						isSecret: false,
						isList: true,
						knows: (word) => searchIn(options).hasWord(word),
					},
		// What was typed for a list is not meant for its failure.
		isGuarded: loading.state === 'failed',
		take(line) {
			const answer = takeLine(field, line, shown, texts);
			const names = offeredOptions(field).map((option) => describe(option, texts));
			return answer?.kind === 'held'
				? {answer, lines: [texts.text('lineMode.guessed', {text: line.trim(), names: names.join('; ')})]}
				: {answer};
		},
	};
}

function listAsk(field: ListField, texts: Texts): string {
	const {question} = field;
	const {filter} = field.state.get();
	const offered = isAsTypedOffered(field)
		? [filter.value]
		: offeredOptions(field).map((option) => optionName(option, texts));
	const isSeveral = question.kind === 'choose-several';
	const hasOptions = question.options.length > 0;
	if (offered.length === 0 && (!question.filter || (isSeveral && !hasOptions))) {
		return texts.text('lineMode.ask.action');
	}

	const what = texts.text(
		isSeveral ? 'lineMode.ask.several' : hasOptions ? 'lineMode.ask.one' : 'lineMode.ask.name',
	);
	return askFor(what, offered, texts);
}

/** What was found, a portion at a time; the numbers count on to the actions and the text as typed. */
function listEntries(field: ListField, texts: Texts, shown: number): string[] {
	const {question} = field;
	const {filter, found} = field.state.get();
	const {length: count} = found;
	const isCut = count > shown;
	const isEmpty = question.options.length === 0 && question.loading.state === 'ready';
	const entries = field
		.entries(shown)
		.map((entry) => (entry.kind === 'option' ? describe(entry.option, texts) : texts.say(entry.label)));
	return [
		...(filter.value !== ''
			? [texts.text('lineMode.narrowed', {text: filter.value, count})]
			: isEmpty
				? [texts.say(question.empty)]
				: []),
		...(isCut ? [texts.text('lineMode.first', {count, shown})] : []),
		...numbered(entries, texts),
		...(isCut ? [texts.text('lineMode.narrow')] : []),
		...(question.below === undefined ? [] : [texts.say(question.below)]),
	];
}

/** An option in one breath. */
function describe(option: Option, texts: Texts): string {
	return [optionName(option, texts), ...option.details, ...option.notes.map((note) => texts.say(note))]
		.filter((part) => part.trim() !== '')
		.join(', ');
}
