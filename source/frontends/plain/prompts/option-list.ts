import {message} from '../../../text/message.ts';
import type {Texts} from '../../../text/texts.ts';
import type {ChooseOneQuestion, ChooseSeveralQuestion, Option} from '../../../wizard/question.ts';
import {errorLines} from '../../lines/error-lines.ts';
import {plainLine} from '../print.ts';
import {findOptions, isNamed} from '../search.ts';
import {entryIndex, numbered} from './prompt.ts';
import {questionHead} from './question-head.ts';

export type ListQuestion = ChooseOneQuestion | ChooseSeveralQuestion;

/** So many entries are said at once. */
const portion = 20;

/** A list as it is heard: a portion at a time, whole or narrowed to what a text finds. */
export class OptionList {
	readonly #texts: Texts;
	#question: ListQuestion;
	#narrowed: {readonly text: string; readonly options: readonly Option[]} | undefined;
	#shown = portion;

	constructor(question: ListQuestion, texts: Texts) {
		this.#question = question;
		this.#texts = texts;
	}

	update(question: ListQuestion): void {
		if (question.options !== this.#question.options && this.#narrowed !== undefined) {
			const {text} = this.#narrowed;
			this.#narrowed = {text, options: findOptions(question.options, text)};
		}

		this.#question = question;
	}

	/** What the list is narrowed to; undefined while it is whole. */
	get narrowed(): {readonly text: string; readonly options: readonly Option[]} | undefined {
		return this.#narrowed;
	}

	/** What the numbers count. */
	get visible(): readonly Option[] {
		return this.#options.slice(0, this.#shown);
	}

	/** The options that a text finds in the whole list, the best first. */
	find(text: string): readonly Option[] {
		return findOptions(this.#question.options, text);
	}

	/** The option with this number, or the one that is named in full. */
	named(text: string): Option | undefined {
		const index = entryIndex(text, this.visible.length);
		return index === undefined
			? this.#question.options.find((option) => isNamed(option, text))
			: this.visible[index];
	}

	narrow(text: string, options: readonly Option[]): void {
		this.#narrowed = {text, options};
		this.#shown = portion;
	}

	/** The whole list again. */
	widen(): boolean {
		const wasNarrowed = this.#narrowed !== undefined;
		this.#narrowed = undefined;
		this.#shown = portion;
		return wasNarrowed;
	}

	more(): boolean {
		const hasMore = this.#options.length > this.#shown;
		this.#shown += hasMore ? portion : 0;
		return hasMore;
	}

	/** The question, and why its list could not be read. */
	head(): string[] {
		const {loading} = this.#question;
		return [
			...questionHead(this.#question, this.#texts),
			...(loading.state === 'failed' ? errorLines(loading.error, this.#texts).map(plainLine) : []),
		];
	}

	/** @param further entries below the options, which the numbers count on to. */
	entries(further: readonly string[]): string[] {
		if (this.#question.loading.state === 'loading') {
			return [];
		}

		const count = this.#options.length;
		const shown = this.visible.length;
		const isCut = count > shown;
		return [
			...this.#opening(),
			...(isCut ? [this.#texts.text('plain.first', {count, shown})] : []),
			...numbered([...this.visible.map((option) => this.describe(option)), ...further], this.#texts),
			...(isCut ? [this.#texts.text('plain.narrow')] : []),
			...(this.#question.below === undefined ? [] : [this.#texts.say(this.#question.below)]),
		];
	}

	/** An option in one breath. */
	describe({label, details, notes}: Option): string {
		return [label, ...details, ...notes.map((note) => this.#texts.say(note))]
			.filter((part) => part.trim() !== '')
			.join(', ');
	}

	get #options(): readonly Option[] {
		return this.#narrowed?.options ?? this.#question.options;
	}

	#opening(): string[] {
		if (this.#narrowed !== undefined) {
			const {text, options} = this.#narrowed;
			return [this.#texts.say(message('plain.narrowed', {text, count: options.length}))];
		}

		const isEmpty = this.#question.options.length === 0 && this.#question.loading.state === 'ready';
		return isEmpty ? [this.#texts.say(this.#question.empty)] : [];
	}
}

/**
 * What Enter alone takes: the option that the question opens with, where it says so. The first of a list is no
 * default by being first: nobody has heard of it as one.
 */
export function defaultOption({options, initial}: ListQuestion): Option | undefined {
	return initial > 0 || options.some(({isDefault = false}) => isDefault) ? options[initial] : undefined;
}
