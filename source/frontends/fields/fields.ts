import type {Stage} from '../../wizard/view.ts';
import {ListField} from './list.ts';
import {SecretField} from './secret.ts';
import {TextField} from './text.ts';

export type Field = ListField | SecretField | TextField;

/**
 * The field of the current question, kept outside the components that draw it: help, a small window and a
 * resize unmount them. Another question, or the same one about something else, gets a new field.
 */
export class Fields {
	/** Identifies the current question. Components use it as their key, so another question mounts new ones. */
	identity = '';
	/** The field of the current question; undefined while nothing is asked. */
	present: Field | undefined;

	/** Follows the session. Called at each change, before anything is drawn. */
	take(stage: Stage): void {
		if (stage.kind !== 'question') {
			this.identity = '';
			this.present = undefined;
			return;
		}

		const {step, question} = stage;
		const identity = `${step} ${question.kind} ${JSON.stringify(question.title)}`;
		if (identity === this.identity) {
			// The identity includes the kind, so the question is of the type that this field takes.
			this.present?.update(question as never);
		} else {
			this.identity = identity;
			this.present =
				'options' in question
					? new ListField(question)
					: question.kind === 'secret'
						? new SecretField(question)
						: new TextField(question);
		}
	}
}
