import type {TextQuestion, TypedConfirmQuestion} from '../../../wizard/question.ts';
import type {Message} from '../../../text/message.ts';
import {Store} from './store.ts';

/** Why the last Enter or key gave no answer: the step's own reason, or a key in a visible field. */
export type FieldComplaint = Message | 'looks-like-a-key';

export interface TextState {
	readonly value: string;
	/** Where the cursor stands, in UTF-16 units. */
	readonly cursor: number;
	readonly complaint: FieldComplaint | undefined;
	/** Index of the selected action below the field; undefined while the field has the focus. */
	readonly selected: number | undefined;
}

export type FieldQuestion = TextQuestion | TypedConfirmQuestion;

/** A visible field, as state without looks. It outlives the component that draws it. */
export class TextField {
	readonly state: Store<TextState>;
	#question: FieldQuestion;

	constructor(question: FieldQuestion) {
		this.#question = question;
		const value = question.kind === 'text' ? question.initial : '';
		this.state = new Store<TextState>({
			value,
			cursor: value.length,
			complaint: undefined,
			selected: undefined,
		});
	}

	/** Takes a newer version of the same question; what was typed stays. */
	update(question: FieldQuestion): void {
		this.#question = question;
	}

	/** Replaces the value; the cursor stays where the change was, by default at the end. */
	setValue(value: string, cursor = value.length): void {
		this.state.change({value, cursor, complaint: undefined});
	}

	complain(complaint: FieldComplaint): void {
		this.state.change({complaint});
	}

	/** Why the value cannot be the answer; undefined where it can. */
	refusal(): Message | undefined {
		const {value} = this.state.get();
		if (this.#question.kind === 'text') {
			return this.#question.refuse(value);
		}

		const isSame = value.trim().normalize('NFC') === this.#question.expected.trim().normalize('NFC');
		return isSame ? undefined : this.#question.mismatch;
	}

	/** Moves between the field and the actions below it; stops at both ends. */
	move(by: number): void {
		const last = this.#question.actions.length - 1;
		const index = Math.max(-1, Math.min(last, (this.state.get().selected ?? -1) + by));
		this.state.change({selected: index < 0 ? undefined : index});
	}
}
