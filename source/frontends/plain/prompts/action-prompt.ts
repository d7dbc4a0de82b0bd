import {message} from '../../../text/message.ts';
import type {Action} from '../../../wizard/question.ts';
import type {Ask} from '../line-editor.ts';
import {actionOf, numbered, type Outcome, type Prompt, type PromptTools} from './prompt.ts';

/** Sentences, and what can be done about them. */
export interface ActionSubject {
	readonly lines: readonly string[];
	/** None while there is nothing to choose. */
	readonly actions: readonly Action[];
	/** See `Prompt.isOneWhole`. */
	readonly isOneWhole?: boolean;
}

/**
 * Actions as numbered entries: those of trouble, of the review, and of a board with failures. There is no default: where
 * nothing is highlighted, Enter alone must not do anything.
 */
export class ActionPrompt implements Prompt<ActionSubject> {
	readonly isGuarded = true;
	readonly #tools: PromptTools;
	#subject: ActionSubject;

	constructor(subject: ActionSubject, tools: PromptTools) {
		this.#subject = subject;
		this.#tools = tools;
	}

	get isOneWhole(): boolean {
		return this.#subject.isOneWhole ?? false;
	}

	update(subject: ActionSubject): void {
		this.#subject = subject;
	}

	head(): readonly string[] {
		return this.#subject.lines;
	}

	entries(): readonly string[] {
		const {texts} = this.#tools;
		return numbered(
			this.#subject.actions.map(({label}) => texts.say(label)),
			texts,
		);
	}

	ask(): Ask | undefined {
		return this.#subject.actions.length === 0
			? undefined
			: {text: this.#tools.texts.text('plain.ask.action'), isSecret: false};
	}

	take(line: string): Outcome {
		const {actions} = this.#subject;
		const action = actionOf(line, actions, this.#tools.texts);
		return action === undefined
			? {kind: 'refused', reason: message('plain.noSuchNumber', {count: actions.length})}
			: {kind: 'act', id: action.id};
	}

	more(): boolean {
		return false;
	}

	back(): boolean {
		return false;
	}
}
