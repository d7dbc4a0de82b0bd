import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {TextQuestion, TypedConfirmQuestion} from '../../wizard/question.ts';
import type {InputEvent} from '../terminal/keys.ts';
import {ActionField, actionOf} from './field.ts';
import type {FieldAnswer, FieldState, LineAnswer} from './field.ts';
import {fold} from './search.ts';
import {editText, emptyText, visibleTextOf, type VisibleText} from './visible-text.ts';

export type TextFieldQuestion = TextQuestion | TypedConfirmQuestion;

export interface TextState extends FieldState {
	readonly text: VisibleText;
	/** Another Enter takes the text: what is doubtful about it has been said. */
	readonly isDoubted: boolean;
}

/** A visible field, as state without looks: a free text, or one to be typed exactly. */
export class TextField extends ActionField<TextFieldQuestion, TextState> {
	constructor(question: TextFieldQuestion) {
		super(question, {
			text: visibleTextOf(question.kind === 'text' ? question.initial : ''),
			error: mismatchOf(question),
			selected: undefined,
			isDoubted: false,
		});
	}

	/** What an empty line takes: what the field begins with, or a doubtful text after what was said of it. */
	get offered(): string {
		const {text, isDoubted} = this.state.get();
		return isDoubted ? text.value : this.question.kind === 'text' ? this.question.initial : '';
	}

	override update(question: TextFieldQuestion): void {
		const before = mismatchOf(this.question);
		super.update(question);
		if (mismatchOf(question) !== before) {
			this.state.change({error: mismatchOf(question)});
		}
	}

	edit(event: InputEvent): void {
		const text = editText(this.state.get().text, event, (word) => this.knows(word));
		if (text !== this.state.get().text) {
			const error = text.isWithheld ? message('ui.keyRefused') : undefined;
			this.state.change({text, error, isDoubted: false});
		}
	}

	knows(word: string): boolean {
		return this.question.kind === 'typed-confirm' && fold(this.question.expected).includes(fold(word));
	}

	/** What Enter gives; undefined where it gives nothing, which `error` then explains. */
	enter(): FieldAnswer | undefined {
		const {text} = this.state.get();
		if (this.chosen !== undefined) {
			return this.chosen;
		}

		if (text.isWithheld) {
			// The Enter behind a key belongs to that key.
			this.state.change({text: emptyText});
			return undefined;
		}

		return this.#answer(text.value.trim());
	}

	/** What a whole line gives: an action by its number or its words, or the text. */
	takeLine(line: string, texts: Texts): LineAnswer {
		const text = line.trim();
		return text === ''
			? this.#answer(this.offered)
			: (actionOf(text, this.question.actions, texts) ?? this.#answer(text));
	}

	#answer(text: string): FieldAnswer | undefined {
		const {question} = this;
		if (question.kind === 'typed-confirm') {
			return {kind: 'reply', reply: {kind: 'confirmed', text}};
		}

		const {isDoubted, text: before} = this.state.get();
		const doubt = isDoubted && text === before.value.trim() ? undefined : question.doubt?.(text);
		const refusal = question.validate(text);
		const error = refusal ?? doubt;
		this.state.change({
			error,
			...(refusal === undefined && doubt !== undefined ? {text: visibleTextOf(text), isDoubted: true} : {}),
		});
		return error === undefined ? {kind: 'reply', reply: {kind: 'text', text}} : undefined;
	}
}

function mismatchOf(question: TextFieldQuestion): Message | undefined {
	return question.kind === 'typed-confirm' ? question.mismatch : undefined;
}
