import {looksLikeAKey} from '../../../ibmcloud/facts/keys.ts';
import type {Secret} from '../../../secrets/secret.ts';
import type {SecretExamination, SecretQuestion} from '../../../wizard/question.ts';
import {lineWriter} from '../../lines/line.ts';
import type {Ask} from '../line-editor.ts';
import {plainLine} from '../print.ts';
import {wordOf} from '../words.ts';
import {actionEntries, actionOf, type Outcome, type Prompt, type PromptTools} from './prompt.ts';
import {questionHead} from './question-head.ts';

/**
 * A secret: nothing of it is echoed. What it holds is said afterwards: what was taken out of it here, its length and
 * fingerprint as the line of the record. Where something about it is doubtful, it is taken only with one more Enter.
 */
export class SecretPrompt implements Prompt<SecretQuestion> {
	readonly isGuarded = false;
	readonly #tools: PromptTools;
	#question: SecretQuestion;
	#doubtful: Secret | undefined;

	constructor(question: SecretQuestion, tools: PromptTools) {
		this.#question = question;
		this.#tools = tools;
	}

	update(question: SecretQuestion): void {
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
		return {
			isSecret: true,
			isWhole: (text) => this.#isWhole(text),
			text: texts.text(this.#doubtful === undefined ? 'plain.ask.secret' : 'plain.ask.secretAgain', {
				what: field,
			}),
		};
	}

	take(line: string): Outcome {
		const {texts} = this.#tools;
		const {examine, empty, actions} = this.#question;
		const held = this.#doubtful;
		this.#doubtful = undefined;
		const action = actionOf(line, actions, texts);
		if (action !== undefined) {
			return {kind: 'act', id: action.id};
		}

		const examination = examine(line);
		const secret = examination.secret ?? held;
		if (secret === undefined) {
			return {kind: 'refused', reason: empty};
		}

		if (examination.secret === undefined) {
			return {kind: 'reply', reply: {kind: 'secret', secret}};
		}

		if (examination.warnings.length > 0) {
			this.#doubtful = secret;
			return {kind: 'go-on', lines: this.#describe(examination)};
		}

		return {kind: 'reply', reply: {kind: 'secret', secret}, lines: this.#removed(examination)};
	}

	more(): boolean {
		return false;
	}

	back(): boolean {
		const wasHeld = this.#doubtful !== undefined;
		this.#doubtful = undefined;
		return wasHeld;
	}

	/** A line break behind a shorter text stands in the middle of a pasted key. */
	#isWhole(text: string): boolean {
		const {texts} = this.#tools;
		return (
			looksLikeAKey(text.replaceAll(/\s/gu, '')) ||
			wordOf(text, texts) !== undefined ||
			actionOf(text, this.#question.actions, texts) !== undefined
		);
	}

	#describe(examination: SecretExamination): string[] {
		const {texts, field} = this.#tools;
		const writer = lineWriter(texts);
		return [
			texts.text('plain.error', {field, reason: texts.say(examination.summary)}),
			...this.#removed(examination),
			...examination.warnings.map((warning) => plainLine(writer.line(warning, {mark: 'note'}))),
		];
	}

	#removed({removed}: SecretExamination): string[] {
		const {texts, field} = this.#tools;
		return removed.map((taken) => texts.text('plain.error', {field, reason: texts.say(taken)}));
	}
}
