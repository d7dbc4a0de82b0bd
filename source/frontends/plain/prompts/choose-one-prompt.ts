import {message} from '../../../text/message.ts';
import type {ChooseOneQuestion, Option} from '../../../wizard/question.ts';
import type {Ask} from '../line-editor.ts';
import {defaultOption, OptionList} from './option-list.ts';
import {actionOf, entryIndex, type Outcome, type Prompt, type PromptTools} from './prompt.ts';

/**
 * One of a list: by its number, by its name in full, or by a part of it. A part only narrows: where it finds one option,
 * that one is said, and Enter takes it, so that a text can also be used as it was typed.
 */
export class ChooseOnePrompt implements Prompt<ChooseOneQuestion> {
	readonly #tools: PromptTools;
	readonly #list: OptionList;
	#question: ChooseOneQuestion;

	constructor(question: ChooseOneQuestion, tools: PromptTools) {
		this.#question = question;
		this.#tools = tools;
		this.#list = new OptionList(question, tools.texts);
	}

	/** What was typed for a list is not meant for its failure. */
	get isGuarded(): boolean {
		return this.#question.loading.state === 'failed';
	}

	update(question: ChooseOneQuestion): void {
		this.#list.update(question);
		this.#question = question;
	}

	head(): readonly string[] {
		return this.#list.head();
	}

	entries(): readonly string[] {
		const {texts} = this.#tools;
		const label = this.#asTypedLabel();
		const further =
			this.#list.narrowed === undefined
				? this.#question.actions.map((action) => texts.say(action.label))
				: label === undefined
					? []
					: [label];
		return this.#list.entries(further);
	}

	ask(): Ask | undefined {
		if (this.#question.loading.state === 'loading') {
			return undefined;
		}

		const {texts} = this.#tools;
		const what = texts.text(this.#question.options.length === 0 ? 'plain.ask.name' : 'plain.ask.one');
		const taken = this.#defaultLabel();
		return {
			isSecret: false,
			text:
				taken === undefined
					? texts.text('plain.ask', {what})
					: texts.text('plain.ask.default', {what, default: taken}),
		};
	}

	take(line: string): Outcome {
		const text = line.trim();
		if (text === '') {
			return this.#takeDefault();
		}

		const {narrowed, visible} = this.#list;
		if (narrowed !== undefined && entryIndex(text, visible.length + 1) === visible.length) {
			return this.#takeAsTyped(narrowed.text);
		}

		const option = this.#list.named(text);
		if (option !== undefined) {
			return chosen(option);
		}

		const {actions} = this.#question;
		const action =
			narrowed === undefined ? actionOf(text, actions, this.#tools.texts, visible.length) : undefined;
		return action === undefined ? this.#search(text) : {kind: 'act', id: action.id};
	}

	more(): boolean {
		return this.#list.more();
	}

	back(): boolean {
		return this.#list.widen();
	}

	#search(text: string): Outcome {
		const found = this.#list.find(text);
		if (found.length === 0) {
			const {asTyped} = this.#question;
			const reason = asTyped === undefined ? message('plain.noMatch', {text}) : asTyped.refuse(text);
			if (reason !== undefined) {
				return {kind: 'refused', reason};
			}
		}

		this.#list.narrow(text, found);
		return {kind: 'go-on'};
	}

	#takeDefault(): Outcome {
		const {narrowed} = this.#list;
		if (narrowed?.options.length === 0) {
			return this.#takeAsTyped(narrowed.text);
		}

		const option = this.#default();
		return option === undefined ? {kind: 'refused', reason: message('plain.nothingTyped')} : chosen(option);
	}

	#takeAsTyped(text: string): Outcome {
		const {asTyped} = this.#question;
		const reason = asTyped === undefined ? message('plain.noMatch', {text}) : asTyped.refuse(text);
		return reason === undefined
			? {kind: 'reply', reply: {kind: 'as-typed', text}}
			: {kind: 'refused', reason};
	}

	#default(): ReturnType<typeof defaultOption> {
		const {narrowed} = this.#list;
		if (narrowed === undefined) {
			return defaultOption(this.#question);
		}

		return narrowed.options.length === 1 ? narrowed.options[0] : undefined;
	}

	#defaultLabel(): string | undefined {
		return this.#list.narrowed?.options.length === 0 ? this.#list.narrowed.text : this.#default()?.label;
	}

	/** The offer to use a text as it was typed; undefined where it cannot be the answer. */
	#asTypedLabel(): string | undefined {
		const {asTyped} = this.#question;
		const text = this.#list.narrowed?.text;
		return asTyped === undefined || text === undefined || asTyped.refuse(text) !== undefined
			? undefined
			: this.#tools.texts.say({...asTyped.label, values: {...asTyped.label.values, text}});
	}
}

function chosen({value, refusal}: Option): Outcome {
	return refusal === undefined
		? {kind: 'reply', reply: {kind: 'option', value}}
		: {kind: 'refused', reason: refusal};
}
