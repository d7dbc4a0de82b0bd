import type {Question} from '../../../wizard/question.ts';
import {ChooseOnePrompt} from './choose-one-prompt.ts';
import {ChooseSeveralPrompt} from './choose-several-prompt.ts';
import {FieldPrompt} from './field-prompt.ts';
import type {Prompt, PromptTools} from './prompt.ts';
import {SecretPrompt} from './secret-prompt.ts';

/** The prompt of a question, by its kind. It must only ever be updated with a question of the same kind. */
export function questionPrompt(question: Question, tools: PromptTools): Prompt<Question> {
	switch (question.kind) {
		case 'choose-one': {
			return new ChooseOnePrompt(question, tools);
		}

		case 'choose-several': {
			return new ChooseSeveralPrompt(question, tools);
		}

		case 'text':
		case 'typed-confirm': {
			return new FieldPrompt(question, tools);
		}

		case 'secret': {
			return new SecretPrompt(question, tools);
		}
	}
}
