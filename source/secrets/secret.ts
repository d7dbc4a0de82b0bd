import {createHash} from 'node:crypto';

/** The text shown in place of a secret. */
export const secretPlaceholder = '[secret]';

/**
 * A value that must never be seen: an API key or a token. Printing, inspecting, concatenating or serializing
 * it gives a placeholder; only `reveal` gives the value, and only the folders shell and http call it.
 */
export class Secret {
	readonly #value: string;

	/** @param value the secret itself, kept as it is. */
	constructor(value: string) {
		this.#value = value;
	}

	/** The number of characters as a person counts them (Unicode code points). */
	get length(): number {
		return [...this.#value].length;
	}

	/** Eight hexadecimal digits of its SHA-256: enough to compare two keys, no use in finding one. */
	get fingerprint(): string {
		return createHash('sha256').update(this.#value).digest('hex').slice(0, 8);
	}

	/** Reports whether the value has a form, without revealing any of it. */
	matches(form: (value: string) => boolean): boolean {
		return form(this.#value);
	}

	/** Returns the value itself: for a child's argument or a request's header, never to be drawn or written. */
	reveal(): string {
		return this.#value;
	}

	toString(): string {
		return secretPlaceholder;
	}

	toJSON(): string {
		return secretPlaceholder;
	}

	/** The text that `util.inspect` shows, without loading that module. */
	[Symbol.for('nodejs.util.inspect.custom')](): string {
		return secretPlaceholder;
	}
}
