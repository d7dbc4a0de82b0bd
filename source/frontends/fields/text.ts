import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {TextQuestion, TypedConfirmQuestion} from '../../wizard/question.ts';
import type {InputEvent} from '../terminal/events.ts';
import {actionOf, moveAmong, type Answer, type FieldState, type Handling, type LineAnswer} from './answer.ts';
import {fold} from './fold.ts';
import {Store} from './store.ts';
import {editText, emptyText, textOf, type VisibleText} from './visible-text.ts';

export type TextFieldQuestion = TextQuestion | TypedConfirmQuestion;

export interface TextState extends FieldState {
	readonly text: VisibleText;
}

/** A visible field, as state without looks: a text, or one that has to be typed exactly. It outlives whatever draws it. */
export class TextField {
	readonly state: Store<TextState>;
	#question: TextFieldQuestion;

	constructor(question: TextFieldQuestion) {
		this.#question = question;
		this.state = new Store<TextState>({
			text: textOf(this.initial),
			error: mismatchOf(question),
			selected: undefined,
		});
	}

	get question(): TextFieldQuestion {
		return this.#question;
	}

	/** What the field begins with, and what an empty line takes. */
	get initial(): string {
		return this.#question.kind === 'text' ? this.#question.initial : '';
	}

	/** Takes a newer version of the same question; what was typed stays. */
	update(question: TextFieldQuestion): void {
		const before = mismatchOf(this.#question);
		this.#question = question;
		if (mismatchOf(question) !== before) {
			this.state.change({error: mismatchOf(question)});
		}
	}

	/** Types, pastes and edits. */
	edit(event: InputEvent): Handling {
		const text = editText(this.state.get().text, event, (word) => this.knows(word));
		if (text !== undefined && text !== this.state.get().text) {
			this.state.change({text, error: text.isWithheld ? message('ui.keyRefused') : undefined});
		}

		return text === undefined ? 'ignored' : 'done';
	}

	/** Whether a word that begins like this is expected. */
	knows(word: string): boolean {
		return this.#question.kind === 'typed-confirm' && fold(this.#question.expected).includes(fold(word));
	}

	/** Moves between the field and the actions below it; stops at both ends. */
	move(by: number): void {
		this.state.change({selected: moveAmong(this.state.get().selected, by, this.#question.actions.length)});
	}

	/** What Enter gives; undefined where it gives nothing, which `error` then explains. */
	enter(): Answer | undefined {
		const {selected, text} = this.state.get();
		const offered = this.#question.actions[selected ?? -1];
		if (offered !== undefined) {
			return {kind: 'act', action: offered.action};
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
			? this.#answer(this.initial)
			: (actionOf(text, this.#question.actions, texts) ?? this.#answer(text));
	}

	#answer(text: string): Answer | undefined {
		const question = this.#question;
		if (question.kind === 'typed-confirm') {
			return {kind: 'reply', reply: {kind: 'confirmed', text}};
		}

		const error = question.validate(text);
		this.state.change({error});
		return error === undefined ? {kind: 'reply', reply: {kind: 'text', text}} : undefined;
	}
}

function mismatchOf(question: TextFieldQuestion): Message | undefined {
	return question.kind === 'typed-confirm' ? question.mismatch : undefined;
}
