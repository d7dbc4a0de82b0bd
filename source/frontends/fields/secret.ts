import {looksLikeAKey} from '../../ibmcloud/facts/keys.ts';
import type {Texts} from '../../text/texts.ts';
import type {ParsedSecret, SecretQuestion} from '../../wizard/question.ts';
import type {InputEvent} from '../terminal/keys.ts';
import {ActionField, actionOf} from './field.ts';
import type {FieldAnswer, FieldState, LineAnswer} from './field.ts';
import {editSecret} from './visible-text.ts';

/** What may be drawn of a secret field: nothing of the value itself, nor one mark for each character. */
export interface SecretState extends FieldState {
	/** Undefined while the field is empty. */
	readonly parsed: ParsedSecret | undefined;
}

const empty: SecretState = {parsed: undefined, error: undefined, selected: undefined};

/** A field whose value is never shown. Only the field holds it, until it is handed over or forgotten. */
export class SecretField extends ActionField<SecretQuestion, SecretState> {
	#value = '';

	constructor(question: SecretQuestion) {
		super(question, empty);
	}

	/** Takes typed or pasted text unchanged: parsing cleans it and reports what it removed. */
	edit(event: InputEvent): void {
		const value = editSecret(this.#value, event);
		if (value !== undefined) {
			this.#set(value);
		}
	}

	/**
	 * Returns what Enter gives; if undefined, `error` says why. An Enter with text right behind it is a line
	 * break within a key that was pasted without paste marks: the rest of the key must not go elsewhere.
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

	/** Returns what a line gives: an action by its number or label, or the secret (`held` with warnings). */
	takeLine(line: string, texts: Texts): LineAnswer {
		const action = actionOf(line, this.question.actions, texts);
		if (action !== undefined || line === '') {
			return action ?? this.enter();
		}

		this.#set(line);
		const warnings = this.state.get().parsed?.warnings ?? [];
		return warnings.length > 0 ? {kind: 'held'} : this.enter();
	}

	/** Empties the field. @returns whether it held anything */
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

/** Reports whether a text is a whole key. A line break after less is in the middle of a pasted key. */
export function isWholeKey(text: string): boolean {
	return looksLikeAKey(text.replaceAll(/\s/gu, ''));
}
