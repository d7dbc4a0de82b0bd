import {isSameAction, type OfferedAction} from '../../wizard/action.ts';
import {wrap, type FieldAnswer, type FieldState} from './answer.ts';
import type {Store} from './store.ts';

/** A field with the actions of its question below it. */
export abstract class ActionField<
	Question extends {readonly actions: readonly OfferedAction[]},
	State extends FieldState,
> {
	abstract readonly state: Store<State>;
	#question: Question;

	constructor(question: Question) {
		this.#question = question;
	}

	get question(): Question {
		return this.#question;
	}

	/** Takes a newer version of the same question; an action that is gone is selected no longer. */
	update(question: Question): void {
		const chosen = this.#question.actions[this.state.get().selected ?? -1];
		const index = question.actions.findIndex(({action}) => chosen && isSameAction(action, chosen.action));
		this.#question = question;
		this.#select(index < 0 ? undefined : index);
	}

	/** Moves between the field and the actions below it, which go on at their other end. */
	move(by: number): void {
		const index = wrap((this.state.get().selected ?? -1) + 1 + by, this.#question.actions.length + 1);
		this.#select(index === 0 ? undefined : index - 1);
	}

	/** The selected action, as what Enter gives; undefined while the field itself is selected. */
	protected get chosen(): FieldAnswer | undefined {
		const offered = this.#question.actions[this.state.get().selected ?? -1];
		return offered && {kind: 'act', action: offered.action};
	}

	#select(selected: number | undefined): void {
		this.state.change({selected} as Partial<State>);
	}
}
