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
	/** Names the present question: another one is drawn by components that begin anew. */
	identity = '';
	/** The field of the present question; undefined where nothing is asked. */
	present: Field | undefined;

	/** Follows the session: called at each change, before anything is drawn. */
	take(stage: Stage): void {
		if (stage.kind !== 'question') {
			this.identity = '';
			this.present = undefined;
			return;
		}

		const {step, question} = stage;
		const identity = `${step} ${question.kind} ${JSON.stringify(question.title)}`;
		if (identity === this.identity) {
			// The kind is a part of the identity, so the question is one of this field's kind.
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
