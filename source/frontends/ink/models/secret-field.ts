import type {SecretExamination, SecretQuestion} from '../../../wizard/question.ts';
import {withoutLastGrapheme} from '../../typing/graphemes.ts';
import {Store} from './store.ts';

/** What may be drawn of a secret field: nothing of the value itself, nor its length mark for mark. */
export interface SecretState {
	readonly isEmpty: boolean;
	/** Undefined while the field is empty. */
	readonly examination: SecretExamination | undefined;
	/** Enter came while nothing was there. */
	readonly isMissing: boolean;
	/** Index of the selected action below the field; undefined while the field has the focus. */
	readonly selected: number | undefined;
}

const empty: SecretState = {isEmpty: true, examination: undefined, isMissing: false, selected: undefined};

/** A field whose value is never shown. The value lives here and nowhere else, until it is handed over or forgotten. */
export class SecretField {
	readonly state = new Store<SecretState>(empty);
	#question: SecretQuestion;
	#value = '';

	constructor(question: SecretQuestion) {
		this.#question = question;
	}

	/** Takes a newer version of the same question. */
	update(question: SecretQuestion): void {
		this.#question = question;
	}

	/** What was typed or pasted, as it came: the examination cleans it and says what it took out. */
	insert(text: string): void {
		this.#set(this.#value + text);
	}

	/** Takes the last character away. */
	backspace(): void {
		this.#set(withoutLastGrapheme(this.#value));
	}

	/** Empties the field. */
	clear(): void {
		this.#set('');
	}

	/** Says that there is nothing to hand over. */
	complain(): void {
		this.state.change({isMissing: true});
	}

	/** Moves between the field and the actions below it; stops at both ends. */
	move(by: number): void {
		const last = this.#question.actions.length - 1;
		const index = Math.max(-1, Math.min(last, (this.state.get().selected ?? -1) + by));
		this.state.change({selected: index < 0 ? undefined : index});
	}

	#set(value: string): void {
		this.#value = value;
		this.state.set(
			value === '' ? empty : {...empty, isEmpty: false, examination: this.#question.examine(value)},
		);
	}
}
