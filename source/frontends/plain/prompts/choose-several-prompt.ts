import {message} from '../../../text/message.ts';
import type {ChooseSeveralQuestion, Option} from '../../../wizard/question.ts';
import type {Ask} from '../line-editor.ts';
import {resolveNames} from './names.ts';
import {defaultOption, OptionList} from './option-list.ts';
import {actionOf, type Outcome, type Prompt, type PromptTools} from './prompt.ts';

/**
 * Several of a list: numbers or names, separated by spaces or commas. Where a name was given only in part, what it was
 * taken for is said, and Enter takes it.
 */
export class ChooseSeveralPrompt implements Prompt<ChooseSeveralQuestion> {
	readonly #tools: PromptTools;
	readonly #list: OptionList;
	#question: ChooseSeveralQuestion;
	#proposed: readonly string[] | undefined;

	constructor(question: ChooseSeveralQuestion, tools: PromptTools) {
		this.#question = question;
		this.#tools = tools;
		this.#list = new OptionList(question, tools.texts);
	}

	/** What was typed for a list is not meant for its failure. */
	get isGuarded(): boolean {
		return this.#question.loading.state === 'failed';
	}

	update(question: ChooseSeveralQuestion): void {
		this.#list.update(question);
		this.#question = question;
	}

	head(): readonly string[] {
		return this.#list.head();
	}

	entries(): readonly string[] {
		const {texts} = this.#tools;
		const {narrowed} = this.#list;
		return this.#list.entries(
			narrowed === undefined ? this.#question.actions.map(({label}) => texts.say(label)) : [],
		);
	}

	ask(): Ask | undefined {
		const {loading, options} = this.#question;
		if (loading.state === 'loading') {
			return undefined;
		}

		const {texts} = this.#tools;
		const what = texts.text(options.length === 0 ? 'plain.ask.action' : 'plain.ask.several');
		const taken = this.#default().map(({label}) => label);
		return {
			isSecret: false,
			text:
				taken.length === 0
					? texts.text('plain.ask', {what})
					: texts.text('plain.ask.default', {what, default: taken}),
		};
	}

	take(line: string): Outcome {
		const text = line.trim();
		const taken = this.#default();
		this.#proposed = undefined;
		if (text === '') {
			return taken.length === 0 ? {kind: 'refused', reason: message('plain.nothingTyped')} : reply(taken);
		}

		const {narrowed, visible} = this.#list;
		const {actions} = this.#question;
		const action =
			narrowed === undefined ? actionOf(text, actions, this.#tools.texts, visible.length) : undefined;
		return action === undefined ? this.#choose(text) : {kind: 'act', id: action.id};
	}

	more(): boolean {
		return this.#list.more();
	}

	back(): boolean {
		const wasProposed = this.#proposed !== undefined;
		this.#proposed = undefined;
		return this.#list.widen() || wasProposed;
	}

	#choose(text: string): Outcome {
		const resolved = resolveNames(text, this.#list);
		switch (resolved.kind) {
			case 'named': {
				return reply(resolved.options);
			}

			case 'guessed': {
				this.#proposed = resolved.options.map(({value}) => value);
				const {texts} = this.#tools;
				const names = resolved.options.map((option) => this.#list.describe(option)).join('; ');
				return {kind: 'go-on', lines: [texts.text('plain.guessed', {text, names})]};
			}

			case 'several': {
				this.#list.narrow(resolved.text, resolved.options);
				return {kind: 'go-on'};
			}

			case 'none': {
				return {kind: 'refused', reason: message('plain.noMatch', {text: resolved.text})};
			}
		}
	}

	/** What Enter alone takes: what was understood last, else what is marked, else the default. */
	#default(): readonly Option[] {
		const {options, marked} = this.#question;
		const chosen = this.#proposed ?? (this.#list.narrowed === undefined ? marked : []);
		if (chosen.length > 0) {
			return options.filter(({value}) => chosen.includes(value));
		}

		const option = this.#list.narrowed === undefined ? defaultOption(this.#question) : undefined;
		return option === undefined ? [] : [option];
	}
}

function reply(options: readonly Option[]): Outcome {
	return {kind: 'reply', reply: {kind: 'options', values: options.map(({value}) => value)}};
}
