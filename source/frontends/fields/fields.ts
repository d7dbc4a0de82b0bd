import type {Question} from '../../wizard/question.ts';
import type {Stage} from '../../wizard/view.ts';
import {ListField} from './list.ts';
import {SecretField} from './secret.ts';
import {TextField} from './text.ts';

export type Field = ListField | SecretField | TextField;

/**
 * The field of the present question, kept outside of whatever draws it: help, a small window or a resize
 * takes the drawing away and brings it back. Another question, or the same about something else, begins anew.
 */
export class Fields {
	#identity = '';
	#field: Field | undefined;

	/** Names the present question: another one is drawn by components that begin anew. */
	get identity(): string {
		return this.#identity;
	}

	/** The field of the present question; undefined where nothing is asked. */
	get present(): Field | undefined {
		return this.#field;
	}

	/** Follows the session: called at each change, before anything is drawn. */
	take(stage: Stage): void {
		if (stage.kind !== 'question') {
			this.#identity = '';
			this.#field = undefined;
			return;
		}

		const {step, question} = stage;
		const identity = `${step} ${question.kind} ${JSON.stringify(question.title)}`;
		if (identity !== this.#identity || !this.#update(question)) {
			this.#identity = identity;
			this.#field = fieldOf(question);
		}
	}

	/** @returns false where the field is of another kind of question. */
	#update(question: Question): boolean {
		const field = this.#field;
		if (field instanceof ListField && 'options' in question) {
			field.update(question);
		} else if (field instanceof SecretField && question.kind === 'secret') {
			field.update(question);
		} else if (
			field instanceof TextField &&
			(question.kind === 'text' || question.kind === 'typed-confirm')
		) {
			field.update(question);
		} else {
			return false;
		}

		return true;
	}
}

function fieldOf(question: Question): Field {
	if ('options' in question) {
		return new ListField(question);
	}

	return question.kind === 'secret' ? new SecretField(question) : new TextField(question);
}
