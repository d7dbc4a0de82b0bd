import {message, type Message} from '../../text/message.ts';
import {isSameAction, type OfferedAction} from '../../wizard/action.ts';
import type {ChooseOneQuestion, ChooseSeveralQuestion, Option} from '../../wizard/question.ts';
import type {InputEvent} from '../terminal/events.ts';
import {clamp, type FieldState, type Handling} from './answer.ts';
import {searchIn} from './search.ts';
import {Store} from './store.ts';
import {editText, emptyText, textOf, type VisibleText} from './visible-text.ts';

export type ListQuestion = ChooseOneQuestion | ChooseSeveralQuestion;

/** One row that can be selected: the options that were found, then the actions, then the text as typed. */
export type Entry =
	| {readonly kind: 'option'; readonly option: Option}
	| {readonly kind: 'action'; readonly offered: OfferedAction}
	| {readonly kind: 'as-typed'; readonly label: Message};

export interface ListState extends FieldState {
	/** What the filter holds. */
	readonly filter: VisibleText;
	/** The same as it is compared. */
	readonly folded: string;
	/** Indices of the options that were found, the best first. */
	readonly found: readonly number[];
	readonly marked: ReadonlySet<string>;
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
			selected: this.#first(found, ''),
			marked: new Set(question.kind === 'choose-several' ? question.marked : []),
			error: undefined,
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
		this.#question = question;
		const {filter, marked} = this.state.get();
		const {query: folded, indices: found} = searchIn(question.options).find(filter.value);
		const isStillFirst = !this.#isTouched || !hadOptions;
		this.state.change({
			folded,
			found,
			selected: isStillFirst ? this.#first(found, filter.value) : this.#indexOf(before, found),
			marked: this.#isTouched || question.kind === 'choose-one' ? marked : new Set(question.marked),
		});
	}

	/** How many rows can be selected, of which the first `found.length` are options. */
	get entryCount(): number {
		const {found, filter} = this.state.get();
		return this.#countWith(found, filter.value);
	}

	/** The entry at this index; by default the selected one. */
	entry(index: number | undefined = this.state.get().selected): Entry | undefined {
		const {found, filter} = this.state.get();
		if (index === undefined || index < 0 || index >= this.#countWith(found, filter.value)) {
			return undefined;
		}

		const {options, actions} = this.#question;
		const option = options[found[index] ?? -1];
		const offered = actions[index - found.length];
		const label = asTypedLabel(this.#question, filter.value);
		return option !== undefined
			? {kind: 'option', option}
			: offered !== undefined
				? {kind: 'action', offered}
				: label && {kind: 'as-typed', label};
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

	/** Moves by so many rows; stops at both ends. */
	move(by: number): void {
		const {selected, found} = this.state.get();
		const last = this.entryCount - 1;
		if (last >= 0) {
			const start = selected ?? (by > 0 ? found.length - 1 : last + 1);
			this.#touch({selected: clamp(start + by, 0, last)});
		}
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

	/** A fast run with spaces in it where Space marks: each space marks what was found by what came before it. */
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

	#setFilter(filter: VisibleText): void {
		const {query: folded, indices: found} = searchIn(this.#question.options).find(filter.value);
		const isSame = filter.value === this.state.get().filter.value;
		this.#touch({filter, ...(isSame ? {} : {folded, found, selected: this.#first(found, filter.value)})});
	}

	/** Changes what the operator has changed; why there was no answer is said no longer, unless it still holds. */
	#touch(change: Partial<ListState>): void {
		this.#isTouched = true;
		const {isWithheld} = change.filter ?? this.state.get().filter;
		this.state.change({...change, error: isWithheld ? message('ui.keyRefused') : undefined});
	}

	/** The row to begin with: none while the list is being read, the step's own while nothing is typed, then the best one; as typed where nothing is found. */
	#first(found: readonly number[], typed: string): number | undefined {
		const last = this.#countWith(found, typed) - 1;
		if (this.#question.loading.state === 'loading' || last < 0) {
			return undefined;
		}

		if (typed.trim() === '') {
			return clamp(this.#question.initial, 0, Math.max(0, found.length - 1));
		}

		return found.length > 0 ? 0 : asTypedLabel(this.#question, typed) && last;
	}

	#indexOf(entry: Entry | undefined, found: readonly number[]): number | undefined {
		const {options, actions} = this.#question;
		const {value} = this.state.get().filter;
		const index =
			entry?.kind === 'option'
				? found.findIndex((candidate) => options[candidate]?.value === entry.option.value)
				: entry?.kind === 'action'
					? found.length + actions.findIndex(({action}) => isSameAction(action, entry.offered.action))
					: entry === undefined
						? -1
						: this.#countWith(found, value) - 1;
		return index === -1 ? this.#first(found, value) : index;
	}

	#countWith(found: readonly number[], typed: string): number {
		const hasAsTyped = asTypedLabel(this.#question, typed) !== undefined;
		return found.length + this.#question.actions.length + (hasAsTyped ? 1 : 0);
	}
}

/** The offer to use this text as it is typed; undefined where there is none. */
export function asTypedLabel(question: ListQuestion, typed: string): Message | undefined {
	const text = typed.trim();
	return question.kind === 'choose-one' && question.asTyped !== undefined && text !== ''
		? question.asTyped.label(text)
		: undefined;
}
