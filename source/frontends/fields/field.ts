import type {Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import {isSameAction, type Action, type OfferedAction} from '../../wizard/action.ts';
import type {Reply} from '../../wizard/question.ts';
import {Store} from './store.ts';

/** The meaning of Enter or of a typed line: an answer, or an action. */
export type FieldAnswer =
	| {readonly kind: 'reply'; readonly reply: Reply}
	| {readonly kind: 'act'; readonly action: Action};

/**
 * The meaning of a whole line. `narrowed`: the list shows only what the line finds. `held`: the field keeps
 * the answer, and an empty line takes it. Undefined: the field's `error` says why there is no answer.
 */
export type LineAnswer = FieldAnswer | {readonly kind: 'narrowed' | 'held'} | undefined;

/** The outcome of handling an event. `hold`: it cannot be handled yet and waits until something changes. */
export type Handling = 'hold' | void;

/** The state that every field has. */
export interface FieldState {
	/** Why the last Enter or key gave no answer. */
	readonly error: Message | undefined;
	/** Index of the selected entry; undefined while the field has the focus, or if nothing can be selected. */
	readonly selected: number | undefined;
}

/** A field with the actions of its question below it. */
export class ActionField<
	Question extends {readonly actions: readonly OfferedAction[]},
	State extends FieldState,
> {
	readonly state: Store<State>;
	#question: Question;

	constructor(question: Question, state: State) {
		this.#question = question;
		this.state = new Store(state);
	}

	get question(): Question {
		return this.#question;
	}

	/** Takes a newer version of the same question. An action that is gone is no longer selected. */
	update(question: Question): void {
		const chosen = this.#question.actions[this.state.get().selected ?? -1];
		const index = question.actions.findIndex(({action}) => chosen && isSameAction(action, chosen.action));
		this.#question = question;
		this.#select(index < 0 ? undefined : index);
	}

	/** Moves the selection through the field and the actions below it; wraps around at both ends. */
	move(by: number): void {
		const index = wrap((this.state.get().selected ?? -1) + 1 + by, this.#question.actions.length + 1);
		this.#select(index === 0 ? undefined : index - 1);
	}

	/** What Enter gives for the selected action; undefined while the field itself is selected. */
	protected get chosen(): FieldAnswer | undefined {
		const offered = this.#question.actions[this.state.get().selected ?? -1];
		return offered && {kind: 'act', action: offered.action};
	}

	#select(selected: number | undefined): void {
		this.state.change({selected} as Partial<State>);
	}
}

/** Returns the index of the entry whose number the line is; undefined if it is not such a number. */
export function entryIndex(line: string, count: number): number | undefined {
	const number = /^\d{1,6}$/.test(line.trim()) ? Number(line.trim()) : 0;
	return number >= 1 && number <= count ? number - 1 : undefined;
}

/** Returns the action that a line names, by its number or by its full label. */
export function actionOf(
	line: string,
	actions: readonly OfferedAction[],
	texts: Texts,
): FieldAnswer | undefined {
	const said = line.trim().toLowerCase();
	const offered =
		actions[entryIndex(line, actions.length) ?? -1] ??
		actions.find(({label}) => texts.say(label).toLowerCase() === said);
	return offered && {kind: 'act', action: offered.action};
}

/** Returns the number nearest to `value` from `least` to `most`; `least` if `most` is below it. */
export function clamp(value: number, least: number, most: number): number {
	return Math.max(least, Math.min(most, value));
}

/** Wraps an index beyond either end of a list around to the other end. */
export function wrap(index: number, count: number): number {
	return ((index % count) + count) % count;
}
