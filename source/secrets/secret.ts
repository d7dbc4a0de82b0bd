import {createHash} from 'node:crypto';

/** What stands in the place of a secret wherever one is shown. */
export const secretPlaceholder = '[secret]';

/**
 * A value that must never be seen: an API key or a token. Printing, inspecting, concatenating or serializing
 * it gives a placeholder; only `reveal` gives the value, and only the folders shell and http call it.
 */
export class Secret {
	readonly #value: string;

	/** @param value the secret itself; it is kept as it is. */
	constructor(value: string) {
		this.#value = value;
	}

	/** Characters as a person counts them (Unicode code points). */
	get length(): number {
		return [...this.#value].length;
	}

	/** Eight hexadecimal digits of its SHA-256: enough to compare two keys, of no use to find one. */
	get fingerprint(): string {
		return createHash('sha256').update(this.#value).digest('hex').slice(0, 8);
	}

	/** Whether the value is of some form; nothing of it comes out. */
	matches(form: (value: string) => boolean): boolean {
		return form(this.#value);
	}

	/** The value itself: for a child's argument or a request's header, never to be drawn or written. */
	reveal(): string {
		return this.#value;
	}

	toString(): string {
		return secretPlaceholder;
	}

	toJSON(): string {
		return secretPlaceholder;
	}

	/** What `util.inspect` shows; that module is not loaded for it. */
	[Symbol.for('nodejs.util.inspect.custom')](): string {
		return secretPlaceholder;
	}
}
