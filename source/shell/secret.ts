import type {createHash as CreateHash} from 'node:crypto';
import {createRequire} from 'node:module';
import {inspect} from 'node:util';

/** The cryptography of Node takes milliseconds to load, and what is seen first needs none. */
const load = createRequire(import.meta.url);

/**
 * A value that must never be seen: an API key or a token. Printing, inspecting, concatenating or serialising it
 * gives a placeholder; only `reveal` gives the value, and only the shell and http rooms call it.
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

	/** Eight hexadecimal digits from a SHA-256 hash: enough to compare two keys by eye, of no use to find one. */
	get fingerprint(): string {
		const {createHash} = load('node:crypto') as {readonly createHash: typeof CreateHash};
		return createHash('sha256').update(this.#value).digest('hex').slice(0, 8);
	}

	/** Whether the value is of some form; nothing of it comes out. */
	matches(form: (value: string) => boolean): boolean {
		return form(this.#value);
	}

	/** The value itself: for the child's argument or the request's header, never for anything that is drawn or written. */
	reveal(): string {
		return this.#value;
	}

	toString(): string {
		return '[secret]';
	}

	toJSON(): string {
		return '[secret]';
	}

	[inspect.custom](): string {
		return '[secret]';
	}
}
