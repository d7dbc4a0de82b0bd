import {message} from '../../../text/message.ts';
import type {TextQuestion, TypedConfirmQuestion} from '../../../wizard/question.ts';
import type {Ask} from '../line-editor.ts';
import {actionEntries, actionOf, type Outcome, type Prompt, type PromptTools} from './prompt.ts';
import {questionHead} from './question-head.ts';

export type FieldQuestion = TextQuestion | TypedConfirmQuestion;

/** A text that is typed, or something that has to be typed exactly. */
export class FieldPrompt implements Prompt<FieldQuestion> {
	readonly #tools: PromptTools;
	#question: FieldQuestion;

	constructor(question: FieldQuestion, tools: PromptTools) {
		this.#question = question;
		this.#tools = tools;
	}

	/** A confirmation that nobody has heard is none. */
	get isGuarded(): boolean {
		return this.#question.kind === 'typed-confirm';
	}

	update(question: FieldQuestion): void {
		this.#question = question;
	}

	head(): readonly string[] {
		return questionHead(this.#question, this.#tools.texts);
	}

	entries(): readonly string[] {
		return actionEntries(this.#question.actions, this.#tools.texts);
	}

	ask(): Ask {
		const {texts, field} = this.#tools;
		const initial = this.#initial();
		return {
			isSecret: false,
			text:
				initial === ''
					? texts.text('plain.ask', {what: field})
					: texts.text('plain.ask.default', {what: field, default: initial}),
		};
	}

	take(line: string): Outcome {
		const question = this.#question;
		const text = line.trim();
		if (question.kind === 'typed-confirm' && isSame(text, question.expected)) {
			return {kind: 'reply', reply: {kind: 'confirmed'}};
		}

		const action = text === '' ? undefined : actionOf(text, question.actions, this.#tools.texts);
		if (action !== undefined) {
			return {kind: 'act', id: action.id};
		}

		if (question.kind === 'typed-confirm') {
			const reason = text === '' ? message('plain.nothingTyped') : question.mismatch;
			return {kind: 'refused', reason};
		}

		const answer = text === '' ? this.#initial() : text;
		const reason = question.refuse(answer);
		return reason === undefined
			? {kind: 'reply', reply: {kind: 'text', text: answer}}
			: {kind: 'refused', reason};
	}

	more(): boolean {
		return false;
	}

	back(): boolean {
		return false;
	}

	isAnswer(line: string): boolean {
		return this.#question.kind === 'typed-confirm' && isSame(line, this.#question.expected);
	}

	#initial(): string {
		return this.#question.kind === 'text' ? this.#question.initial : '';
	}
}

function isSame(text: string, expected: string): boolean {
	return text.trim().normalize('NFC') === expected.trim().normalize('NFC');
}
