import type {Question} from '../../../wizard/question.ts';
import type {Stage} from '../../../wizard/view.ts';
import {ListModel} from './list-model.ts';
import {SecretField} from './secret-field.ts';
import {TextField} from './text-field.ts';

type Model = ListModel | SecretField | TextField;

/**
 * The state of the present question, kept outside of the components: help, a window that is too small or a resize may
 * take a component away and bring it back. Another question, or the same question about something else, begins anew.
 */
export class QuestionModels {
	#identity = '';
	#model: Model | undefined;

	/** Names the present question: another one is drawn by components that begin anew. */
	get identity(): string {
		return this.#identity;
	}

	/** Follows the session: called at each change, before anything is drawn. */
	take(stage: Stage): void {
		if (stage.kind !== 'question') {
			this.#identity = '';
			this.#model = undefined;
			return;
		}

		const {step, question} = stage;
		const identity = `${step} ${question.kind} ${JSON.stringify(question.title)}`;
		if (identity !== this.#identity || !this.#update(question)) {
			this.#identity = identity;
			this.#model = modelOf(question);
		}
	}

	/** The list of the present question. */
	get list(): ListModel {
		return this.#present(ListModel);
	}

	/** The secret field of the present question. */
	get secret(): SecretField {
		return this.#present(SecretField);
	}

	/** The visible field of the present question. */
	get text(): TextField {
		return this.#present(TextField);
	}

	#present<Kind extends Model>(kind: new (...args: never[]) => Kind): Kind {
		if (this.#model instanceof kind) {
			return this.#model;
		}

		throw new TypeError(`The present question has no ${kind.name}`);
	}

	/** @returns false where the model is of another kind of question. */
	#update(question: Question): boolean {
		const model = this.#model;
		if (model instanceof ListModel && 'options' in question) {
			model.update(question);
		} else if (model instanceof SecretField && question.kind === 'secret') {
			model.update(question);
		} else if (
			model instanceof TextField &&
			(question.kind === 'text' || question.kind === 'typed-confirm')
		) {
			model.update(question);
		} else {
			return false;
		}

		return true;
	}
}

function modelOf(question: Question): Model {
	if ('options' in question) {
		return new ListModel(question);
	}

	return question.kind === 'secret' ? new SecretField(question) : new TextField(question);
}
