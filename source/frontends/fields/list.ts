import {message, type Message} from '../../text/message.ts';
import type {InputEvent} from '../terminal/keys.ts';
import {clamp, wrap, type FieldState, type Handling} from './field.ts';
import {entriesOf, isSameEntry, type Entry, type ListQuestion} from './list-rows.ts';
import {searchIn} from './search.ts';
import {Store} from './store.ts';
import {cleanText, editText, emptyText, visibleTextOf, type VisibleText} from './visible-text.ts';

export interface ListState extends FieldState {
	readonly filter: VisibleText;
	/** Indices of the options that were found, the best first. */
	readonly found: readonly number[];
	readonly marked: ReadonlySet<string>;
	/** Another Enter takes the text as it is typed: what is doubtful about it has been said. */
	readonly isDoubted: boolean;
}

/** A list that can be filtered, as state without looks. It outlives whatever draws it. */
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

	/** Takes a newer version of the same question; selection, filter and marks stay as far as they can. */
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
		return this.entries()[this.state.get().selected ?? -1];
	}

	/** All entries, of which only the first so many options. */
	entries(options = Number.POSITIVE_INFINITY): readonly Entry[] {
		const {found, filter} = this.state.get();
		return entriesOf(this.#question, found.slice(0, options), filter.value);
	}

	/** Types, pastes and edits in the filter; Space marks where several can be chosen. */
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

	/** Replaces what the filter holds; the best row that is found is selected. */
	filterBy(text: string): void {
		this.#setFilter(visibleTextOf(text));
	}

	/** The whole list again, marked as it was. @returns whether it was narrowed or marked otherwise. */
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

	/** Moves by a page or to an end, where it stops. */
	move(by: number): void {
		this.#goTo((index, last) => clamp(index + by, 0, last), by);
	}

	/** Moves to the next row or the one before; behind the last one comes the first. */
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

	/** Says what is doubtful about the text, which another Enter takes. */
	doubt(error: Message): undefined {
		this.state.change({error, isDoubted: true});
	}

	/** A fast run with spaces where Space marks: each space marks what the text before it has found. */
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
		const {selected, found} = this.state.get();
		const last = this.entries().length - 1;
		if (last >= 0) {
			this.#touch({selected: next(selected ?? (by > 0 ? found.length - 1 : last + 1), last)});
		}
	}

	#setFilter(filter: VisibleText): void {
		const isSame = filter.value === this.state.get().filter.value;
		this.#touch(isSame ? {filter} : filtered(this.#question, filter));
	}

	/** Changes what the operator has changed; the error goes, unless it still holds. */
	#touch(change: Partial<ListState>): void {
		this.#isTouched = true;
		const {isWithheld} = change.filter ?? this.state.get().filter;
		const error = isWithheld ? message('ui.keyRefused') : undefined;
		this.state.change({...change, error, isDoubted: false});
	}
}

/** Returns what a filter makes of a list: what is found, and the row to begin with. */
function filtered(question: ListQuestion, filter: VisibleText) {
	const found = searchIn(question.options).find(filter.value);
	return {filter, found, selected: firstRow(question, found, filter.value)};
}

/**
 * Returns the row to begin with: none while the list is being read, the step's own while nothing is typed,
 * then the best one; as typed where nothing is found.
 */
function firstRow(question: ListQuestion, found: readonly number[], typed: string): number | undefined {
	const entries = entriesOf(question, found, typed);
	if (question.loading.state === 'loading' || entries.length === 0) {
		return undefined;
	}

	if (typed.trim() === '') {
		return clamp(question.initial, 0, Math.max(0, found.length - 1));
	}

	return found.length > 0 ? 0 : entries.at(-1)?.kind === 'as-typed' ? entries.length - 1 : undefined;
}

function firstMarked(question: ListQuestion): ReadonlySet<string> {
	return new Set(question.kind === 'choose-several' ? question.marked : []);
}
