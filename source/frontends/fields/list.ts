import {message, type Message} from '../../text/message.ts';
import type {InputEvent} from '../terminal/events.ts';
import {clamp, wrap, type FieldState, type Handling} from './answer.ts';
import {
	countRows,
	firstRow,
	rowAt,
	rowOf,
	type Entry,
	type ListQuestion,
	type ListRows,
} from './list-rows.ts';
import {searchIn} from './search.ts';
import {Store} from './store.ts';
import {editText, emptyText, textOf, type VisibleText} from './visible-text.ts';

export interface ListState extends FieldState {
	/** What the filter holds. */
	readonly filter: VisibleText;
	/** The same as it is compared. */
	readonly folded: string;
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
		const {query: folded, indices: found} = searchIn(question.options).find('');
		this.state = new Store<ListState>({
			filter: emptyText,
			folded,
			found,
			selected: firstRow({question, found, typed: ''}),
			marked: new Set(question.kind === 'choose-several' ? question.marked : []),
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
		const hadOptions = this.#question.options.length > 0;
		this.#question = question;
		const {filter, marked} = this.state.get();
		const {query: folded, indices: found} = searchIn(question.options).find(filter.value);
		const isStillFirst = !this.#isTouched || !hadOptions;
		const rows = {question, found, typed: filter.value};
		this.state.change({
			folded,
			found,
			selected: isStillFirst ? firstRow(rows) : rowOf(rows, before),
			marked: this.#isTouched || question.kind === 'choose-one' ? marked : new Set(question.marked),
		});
	}

	/** How many rows can be selected, of which the first `found.length` are options. */
	get entryCount(): number {
		return countRows(this.#rows());
	}

	/** The entry at this index; by default the selected one. */
	entry(index: number | undefined = this.state.get().selected): Entry | undefined {
		return index === undefined ? undefined : rowAt(this.#rows(), index);
	}

	/** Types, pastes and edits in the filter; Space marks where several can be chosen. */
	edit(event: InputEvent): Handling {
		const {kind, filter} = this.#question;
		const isSeveral = kind === 'choose-several';
		if (isSeveral && event.kind === 'text' && event.text.includes(' ')) {
			return this.#markAtSpaces(event);
		}

		const typed =
			isSeveral && event.kind === 'paste' ? {...event, text: event.text.replaceAll(' ', '')} : event;
		const text = filter
			? editText(this.state.get().filter, typed, (word) => searchIn(this.#question.options).hasWord(word))
			: undefined;
		if (text !== undefined && text !== this.state.get().filter) {
			this.#setFilter(text);
		}

		return text === undefined ? 'ignored' : 'done';
	}

	/** Replaces what the filter holds; the best row that is found is selected. */
	filterBy(text: string): void {
		this.#setFilter(textOf(text));
	}

	/** The whole list again, marked as it was. @returns whether it was narrowed or marked otherwise. */
	reset(): boolean {
		const {filter, marked} = this.state.get();
		const first = new Set(this.#question.kind === 'choose-several' ? this.#question.marked : []);
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

	/** Marks the selected option, or takes its mark away. */
	toggle(): void {
		const entry = this.entry();
		if (entry?.kind === 'option') {
			const marked = new Set(this.state.get().marked);
			this.mark(marked.delete(entry.option.value) ? marked : marked.add(entry.option.value));
		}
	}

	/** Replaces the marks. */
	mark(values: Iterable<string>): void {
		this.#touch({marked: new Set(values)});
	}

	/** Says why there is no answer. */
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

		return 'done';
	}

	#goTo(next: (index: number, last: number) => number, by: number): void {
		const {selected, found} = this.state.get();
		const last = this.entryCount - 1;
		if (last >= 0) {
			this.#touch({selected: next(selected ?? (by > 0 ? found.length - 1 : last + 1), last)});
		}
	}

	#rows(): ListRows {
		const {found, filter} = this.state.get();
		return {question: this.#question, found, typed: filter.value};
	}

	#setFilter(filter: VisibleText): void {
		const {query: folded, indices: found} = searchIn(this.#question.options).find(filter.value);
		const isSame = filter.value === this.state.get().filter.value;
		const selected = firstRow({question: this.#question, found, typed: filter.value});
		this.#touch({filter, ...(isSame ? {} : {folded, found, selected})});
	}

	/** Changes what the operator has changed; the error goes, unless it still holds. */
	#touch(change: Partial<ListState>): void {
		this.#isTouched = true;
		const {isWithheld} = change.filter ?? this.state.get().filter;
		const error = isWithheld ? message('ui.keyRefused') : undefined;
		this.state.change({...change, error, isDoubted: false});
	}
}
