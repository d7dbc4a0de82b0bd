import {message, type Message} from '../../text/message.ts';
import type {InputEvent} from '../terminal/keys.ts';
import {clamp, wrap, type FieldState, type Handling} from './field.ts';
import {entriesBelow, entriesOf, isSameEntry, type Entry, type ListQuestion} from './list-rows.ts';
import {searchIn} from './search.ts';
import {Store} from './store.ts';
import {cleanText, editText, emptyText, visibleTextOf, type VisibleText} from './visible-text.ts';

export interface ListState extends FieldState {
	readonly filter: VisibleText;
	/** Indices of the options found, the best first. */
	readonly found: readonly number[];
	readonly marked: ReadonlySet<string>;
	/** Whether the doubt about the text as typed was shown: another Enter takes the text anyway. */
	readonly isDoubted: boolean;
}

/** The state of a list that can be filtered. It outlives the components that draw it. */
export class ListField {
	readonly state: Store<ListState>;
	#question: ListQuestion;
	#isTouched = false;

	constructor(question: ListQuestion) {
		this.#question = question;
		this.state = new Store<ListState>({
			...filtered(question, emptyText),
			marked: firstMarked(question),
			error: undefined,
			isDoubted: false,
		});
	}

	get question(): ListQuestion {
		return this.#question;
	}

	/** Takes a newer version of the same question; keeps selection, filter and marks as far as possible. */
	update(question: ListQuestion): void {
		if (question === this.#question) {
			return;
		}

		const before = this.entry();
		const isStillFirst = !this.#isTouched || this.#question.options.length === 0;
		this.#question = question;
		const {filter, marked} = this.state.get();
		const {found, selected} = filtered(question, filter);
		const row = isStillFirst
			? -1
			: entriesOf(question, found, filter.value).findIndex((entry) => isSameEntry(entry, before));
		this.state.change({
			found,
			selected: row < 0 ? selected : row,
			marked: this.#isTouched || question.kind === 'choose-one' ? marked : firstMarked(question),
		});
	}

	entry(): Entry | undefined {
		const {selected = -1, found, filter} = this.state.get();
		const option = this.#question.options[found[selected] ?? -1];
		return option === undefined
			? entriesBelow(this.#question, filter.value)[selected - found.length]
			: {kind: 'option', option};
	}

	/** Returns the rows that can be selected, with at most `options` options among them. */
	entries(options = Number.POSITIVE_INFINITY): readonly Entry[] {
		const {found, filter} = this.state.get();
		return entriesOf(this.#question, found.slice(0, options), filter.value);
	}

	/** Types, pastes and edits in the filter; if several options can be chosen, Space marks one. */
	edit(event: InputEvent): Handling {
		const {kind, filter: isFiltered} = this.#question;
		const isSeveral = kind === 'choose-several';
		if (isSeveral && event.kind === 'text' && event.text.includes(' ')) {
			return this.#markAtSpaces(event);
		}

		if (!isFiltered) {
			return;
		}

		const typed =
			isSeveral && event.kind === 'paste'
				? {...event, text: cleanText(event.text).replaceAll(' ', '')}
				: event;
		const {filter} = this.state.get();
		const edited = editText(filter, typed, (word) => searchIn(this.#question.options).hasWord(word));
		if (edited !== filter) {
			this.#setFilter(edited);
		}
	}

	/** Replaces the text of the filter and selects the best row found. */
	filterBy(text: string): void {
		this.#setFilter(visibleTextOf(text));
	}

	/** Restores the whole list with its first marks. @returns whether it was narrowed or marked differently */
	reset(): boolean {
		const {filter, marked} = this.state.get();
		const first = firstMarked(this.#question);
		const isChanged = filter.value !== '' || marked.symmetricDifference(first).size > 0;
		if (isChanged) {
			this.#setFilter(emptyText);
			this.mark(first);
		}

		return isChanged;
	}

	/** Moves the selection by a page or to an end, where it stops. */
	move(by: number): void {
		this.#goTo((index, last) => clamp(index + by, 0, last), by);
	}

	/** Moves the selection to the next or previous row; wraps around at both ends. */
	step(by: 1 | -1): void {
		this.#goTo((index, last) => wrap(index + by, last + 1), by);
	}

	toggle(): void {
		const entry = this.entry();
		if (entry?.kind === 'option') {
			const marked = new Set(this.state.get().marked);
			this.mark(marked.delete(entry.option.value) ? marked : marked.add(entry.option.value));
		}
	}

	mark(values: Iterable<string>): void {
		this.#touch({marked: new Set(values)});
	}

	fail(error: Message): undefined {
		this.state.change({error});
	}

	/** Shows a doubt about the text; another Enter takes the text anyway. */
	doubt(error: Message): undefined {
		this.state.change({error, isDoubted: true});
	}

	/** Marks with each space in a fast run of text what the text before that space has found. */
	#markAtSpaces(event: InputEvent & {kind: 'text'}): Handling {
		if (this.#question.loading.state === 'loading') {
			return 'hold';
		}

		for (const text of event.text.split(/( )/)) {
			if (text === ' ') {
				this.toggle();
			} else if (text !== '') {
				this.edit({...event, text});
			}
		}
	}

	#goTo(next: (index: number, last: number) => number, by: number): void {
		const {selected, found, filter} = this.state.get();
		const last = found.length + entriesBelow(this.#question, filter.value).length - 1;
		if (last >= 0) {
			this.#touch({selected: next(selected ?? (by > 0 ? found.length - 1 : last + 1), last)});
		}
	}

	#setFilter(filter: VisibleText): void {
		const isSame = filter.value === this.state.get().filter.value;
		this.#touch(isSame ? {filter} : filtered(this.#question, filter));
	}

	/** Applies a change by the operator. The error goes, unless the filter still withholds a key. */
	#touch(change: Partial<ListState>): void {
		this.#isTouched = true;
		const {isWithheld} = change.filter ?? this.state.get().filter;
		const error = isWithheld ? message('ui.keyRefused') : undefined;
		this.state.change({...change, error, isDoubted: false});
	}
}

/** Returns what a filter finds in a list, and the row to select first. */
function filtered(question: ListQuestion, filter: VisibleText) {
	const found = searchIn(question.options).find(filter.value);
	return {filter, found, selected: firstRow(question, found, filter.value)};
}

/**
 * Returns the row to select first: none while the list is loading, the question's own while nothing is typed,
 * then the best one found; if nothing is found, the text as typed.
 */
function firstRow(question: ListQuestion, found: readonly number[], typed: string): number | undefined {
	const below = entriesBelow(question, typed);
	if (question.loading.state === 'loading' || found.length + below.length === 0) {
		return undefined;
	}

	if (typed.trim() === '') {
		return clamp(question.initial, 0, Math.max(0, found.length - 1));
	}

	return found.length > 0 ? 0 : below.at(-1)?.kind === 'as-typed' ? below.length - 1 : undefined;
}

function firstMarked(question: ListQuestion): ReadonlySet<string> {
	return new Set(question.kind === 'choose-several' ? question.marked : []);
}
