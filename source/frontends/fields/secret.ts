import {looksLikeAKey} from '../../ibmcloud/facts/keys.ts';
import type {Texts} from '../../text/texts.ts';
import type {ParsedSecret, SecretQuestion} from '../../wizard/question.ts';
import type {InputEvent} from '../terminal/keys.ts';
import {ActionField, actionOf} from './field.ts';
import type {FieldAnswer, FieldState, LineAnswer} from './field.ts';
import {editSecret} from './visible-text.ts';

/** What may be drawn of a secret field: nothing of the value itself, nor its length mark for mark. */
export interface SecretState extends FieldState {
	/** Undefined while the field is empty. */
	readonly parsed: ParsedSecret | undefined;
}

const empty: SecretState = {parsed: undefined, error: undefined, selected: undefined};

/** A field whose value is never shown; it lives here alone until it is handed over or forgotten. */
export class SecretField extends ActionField<SecretQuestion, SecretState> {
	#value = '';

	constructor(question: SecretQuestion) {
		super(question, empty);
	}

	/** What was typed or pasted goes in as it came: parsing cleans it and says what it took out. */
	edit(event: InputEvent): void {
		const value = editSecret(this.#value, event);
		if (value !== undefined) {
			this.#set(value);
		}
	}

	/**
	 * What Enter gives; undefined where it gives nothing, which `error` then explains. An Enter that text
	 * came behind is a line break, as in a key pasted without marks: the rest must not go elsewhere.
	 */
	enter(isFollowed = false): FieldAnswer | undefined {
		const {parsed} = this.state.get();
		if (this.chosen !== undefined) {
			return this.chosen;
		}

		if (isFollowed && this.#value !== '' && !isWholeKey(this.#value)) {
			this.#set(`${this.#value}\n`);
			return undefined;
		}

		const secret = parsed === undefined ? this.question.sample : parsed.secret;
		this.state.change({error: secret === undefined ? this.question.empty : undefined});
		return secret && {kind: 'reply', reply: {kind: 'secret', secret}};
	}

	/**
	 * What a whole line gives: an action by its number or its words, or the secret. Where something about it
	 * is doubtful, it stays in the field, that is said, and an empty line takes it.
	 */
	takeLine(line: string, texts: Texts): LineAnswer {
		const action = actionOf(line, this.question.actions, texts);
		if (action !== undefined || line === '') {
			return action ?? this.enter();
		}

		this.#set(line);
		const warnings = this.state.get().parsed?.warnings ?? [];
		return warnings.length > 0 ? {kind: 'held'} : this.enter();
	}

	/** Empties the field. @returns whether there was anything in it. */
	clear(): boolean {
		const wasFilled = this.#value !== '';
		this.#set('');
		return wasFilled;
	}

	#set(value: string): void {
		this.#value = value;
		this.state.set(value === '' ? empty : {...empty, parsed: this.question.parse(value)});
	}
}

/** A line break behind a shorter text stands in the middle of a pasted key. */
export function isWholeKey(text: string): boolean {
	return looksLikeAKey(text.replaceAll(/\s/gu, ''));
}
