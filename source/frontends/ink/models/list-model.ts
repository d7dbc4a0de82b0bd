import type {Action, ChooseOneQuestion, ChooseSeveralQuestion, Option} from '../../../wizard/question.ts';
import {Filter} from './filter.ts';
import {clamp, windowTop} from './list-window.ts';
import {Store} from './store.ts';

export type ListQuestion = ChooseOneQuestion | ChooseSeveralQuestion;

/** One row that can be selected: the options that were found, then the actions, then the text as typed. */
export type Entry =
	| {readonly kind: 'option'; readonly option: Option}
	| {readonly kind: 'action'; readonly action: Action}
	| {readonly kind: 'as-typed'};

/** Why the last Enter gave no answer. */
export type ListComplaint = 'nothing-found' | 'nothing-typed' | 'looks-like-a-key' | 'refused';

export interface ListState {
	/** What the filter holds, as typed. */
	readonly query: string;
	/** Where the cursor stands in it, in UTF-16 units. */
	readonly cursor: number;
	/** The same as it is compared. */
	readonly folded: string;
	/** Indices of the options that were found, the best first. */
	readonly found: readonly number[];
	/** Index among the entries; undefined where none can be selected. */
	readonly selected: number | undefined;
	readonly marked: ReadonlySet<string>;
	readonly complaint: ListComplaint | undefined;
}

/** A list that can be filtered, as state without looks. It outlives the component that draws it. */
export class ListModel {
	readonly state: Store<ListState>;
	#question: ListQuestion;
	#filter: Filter;
	#top = 0;
	#height = 1;
	#isTouched = false;

	constructor(question: ListQuestion) {
		this.#question = question;
		this.#filter = new Filter(question.options);
		const {query: folded, indices: found} = this.#filter.find('');
		this.state = new Store<ListState>({
			query: '',
			cursor: 0,
			folded,
			found,
			selected: this.#first(found, ''),
			marked: new Set(question.kind === 'choose-several' ? question.marked : []),
			complaint: undefined,
		});
	}

	get question(): ListQuestion {
		return this.#question;
	}

	/** Takes a newer version of the same question: the selected row, the filter and the marks stay as far as they can. */
	update(question: ListQuestion): void {
		if (question === this.#question) {
			return;
		}

		const before = this.entry();
		const hadOptions = this.#question.options.length > 0;
		const isNewList = question.options !== this.#question.options;
		this.#question = question;
		if (isNewList) {
			this.#filter = new Filter(question.options);
		}

		const {query, marked} = this.state.get();
		const {query: folded, indices: found} = this.#filter.find(query);
		const isStillFirst = !this.#isTouched || !hadOptions;
		const selected = isStillFirst ? this.#first(found, folded) : this.#indexOf(before, found, folded);
		const marks = this.#isTouched || question.kind === 'choose-one' ? marked : new Set(question.marked);
		this.state.change({folded, found, selected, marked: marks});
	}

	/** All rows that can be selected. */
	get entryCount(): number {
		return this.#countWith(this.state.get().found);
	}

	/** The entry at this index; by default the selected one. */
	entry(index: number | undefined = this.state.get().selected): Entry | undefined {
		if (index === undefined || index < 0) {
			return undefined;
		}

		const {found} = this.state.get();
		const optionIndex = found[index];
		if (optionIndex !== undefined) {
			const option = this.#question.options[optionIndex];
			return option && {kind: 'option', option};
		}

		const action = this.#question.actions[index - found.length];
		if (action !== undefined) {
			return {kind: 'action', action};
		}

		return index < this.entryCount ? {kind: 'as-typed'} : undefined;
	}

	/** Replaces what the filter holds; the best row that is found is selected. */
	setQuery(query: string, cursor = query.length): void {
		if (query === this.state.get().query) {
			this.state.change({cursor});
			return;
		}

		this.#isTouched = true;
		this.#top = 0;
		const {query: folded, indices: found} = this.#filter.find(query);
		this.state.change({
			query,
			cursor,
			folded,
			found,
			selected: this.#first(found, folded),
			complaint: undefined,
		});
	}

	/** Moves by this many rows; stops at both ends. */
	move(by: number): void {
		const {selected} = this.state.get();
		const last = this.entryCount - 1;
		if (last >= 0) {
			this.#isTouched = true;
			const start = selected ?? (by > 0 ? this.state.get().found.length - 1 : last + 1);
			this.state.change({selected: clamp(start + by, 0, last), complaint: undefined});
		}
	}

	/** Moves by one window less a row, so that one row stays to hold on to. */
	movePage(direction: 1 | -1): void {
		this.move(direction * Math.max(1, this.#height - 1));
	}

	/** To the first or the last row of all. */
	moveToEnd(direction: 1 | -1): void {
		this.move(direction * this.entryCount);
	}

	/** Marks the selected option, or takes its mark away. */
	toggle(): void {
		const entry = this.entry();
		if (entry?.kind === 'option') {
			this.#isTouched = true;
			const marked = new Set(this.state.get().marked);
			if (!marked.delete(entry.option.value)) {
				marked.add(entry.option.value);
			}

			this.state.change({marked, complaint: undefined});
		}
	}

	/** The values that Enter gives where several can be chosen: the marked ones in the list's order, else the selected one. */
	chosenValues(): readonly string[] {
		const {marked} = this.state.get();
		if (marked.size > 0) {
			return this.#question.options.filter(({value}) => marked.has(value)).map(({value}) => value);
		}

		const entry = this.entry();
		return entry?.kind === 'option' ? [entry.option.value] : [];
	}

	complain(complaint: ListComplaint): void {
		this.state.change({complaint});
	}

	/** The found options in a window of this height: where it begins, and its indices. */
	window(height: number): {readonly top: number; readonly indices: readonly number[]} {
		const {found, selected} = this.state.get();
		this.#height = Math.max(1, height);
		const row = selected === undefined || selected < found.length ? selected : found.length - 1;
		this.#top = windowTop(this.#top, row, found.length, this.#height);
		return {top: this.#top, indices: found.slice(this.#top, this.#top + this.#height)};
	}

	/** The row to begin with: none while the list is being read, the step's own while nothing is typed, then the best one; as typed where nothing is found. */
	#first(found: readonly number[], folded: string): number | undefined {
		if (this.#question.loading.state === 'loading') {
			return undefined;
		}

		if (folded === '' && found.length > 0) {
			return clamp(this.#question.initial, 0, found.length - 1);
		}

		if (found.length > 0) {
			return 0;
		}

		if (folded !== '') {
			return this.#hasAsTyped ? this.#countWith(found) - 1 : undefined;
		}

		return this.#countWith(found) > 0 ? 0 : undefined;
	}

	#indexOf(entry: Entry | undefined, found: readonly number[], folded: string): number | undefined {
		const {options, actions} = this.#question;
		const index =
			entry?.kind === 'option'
				? found.findIndex((candidate) => options[candidate]?.value === entry.option.value)
				: entry?.kind === 'action'
					? found.length + actions.findIndex(({id}) => id === entry.action.id)
					: entry?.kind === 'as-typed' && this.#hasAsTyped
						? this.#countWith(found) - 1
						: -1;
		return index === -1 ? this.#first(found, folded) : index;
	}

	get #hasAsTyped(): boolean {
		return this.#question.kind === 'choose-one' && this.#question.asTyped !== undefined;
	}

	#countWith(found: readonly number[]): number {
		return found.length + this.#question.actions.length + (this.#hasAsTyped ? 1 : 0);
	}
}
