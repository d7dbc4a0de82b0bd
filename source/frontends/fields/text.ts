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
	/** Whether the doubt about the text was shown: another Enter takes the text anyway. */
	readonly isDoubted: boolean;
}

/** The state of a visible field: free text, or text that has to be typed exactly. */
export class TextField extends ActionField<TextFieldQuestion, TextState> {
	constructor(question: TextFieldQuestion) {
		super(question, {
			text: visibleTextOf(question.kind === 'text' ? question.initial : ''),
			error: mismatchOf(question),
			selected: undefined,
			isDoubted: false,
		});
	}

	/** What an empty line takes: the initial text, or a doubted text once its doubt was shown. */
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

	/** Returns what Enter gives; if undefined, `error` says why. */
	enter(): FieldAnswer | undefined {
		const {text} = this.state.get();
		if (this.chosen !== undefined) {
			return this.chosen;
		}

		if (text.isWithheld) {
			// This Enter belongs to the refused key: it answers nothing.
			this.state.change({text: emptyText});
			return undefined;
		}

		return this.#answer(text.value.trim());
	}

	/** Returns what a whole line gives: an action by its number or label, or the text. */
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
