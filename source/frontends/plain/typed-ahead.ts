/** Ends a burst among what waits; it never comes from the terminal. */
const border = '\u0000';

/** Everything up to the next control character. */
const run = /^[^\u0000-\u0008\u000B-\u001F\u007F-\u009F]+/;

/** Enter, or Ctrl-D. */
const lineEnd = /[\r\u0004]/;

/** What was typed and is not taken yet, in the order in which it came; it remembers what was typed at once. */
export class TypedAhead {
	#waiting = '';

	get isEmpty(): boolean {
		return this.#waiting === '';
	}

	/** Whether text follows that was typed or pasted together with what was taken last. */
	get goesOnWithText(): boolean {
		return run.test(this.#waiting);
	}

	add(burst: string): void {
		this.#waiting += burst + border;
	}

	discard(): void {
		this.#waiting = '';
	}

	/** Takes the text up to the next control character; undefined where there is none. */
	takeText(): string | undefined {
		const text = run.exec(this.#waiting)?.[0];
		this.#waiting = this.#waiting.slice(text?.length ?? 0);
		return text;
	}

	/** Takes one control character. */
	takeControl(): string {
		const control = this.#waiting.slice(0, 1);
		this.#waiting = this.#waiting.slice(1);
		return control;
	}

	/** Takes an Enter that was typed or pasted together with what was taken last; false where there is none. */
	takeEnter(): boolean {
		const isThere = this.#waiting.startsWith('\r');
		this.#waiting = this.#waiting.slice(isThere ? 1 : 0);
		return isThere;
	}

	/** The first line, with what ends it; undefined where none is complete. */
	peekLine(): string | undefined {
		const end = this.#waiting.search(lineEnd);
		return end === -1 ? undefined : this.#waiting.slice(0, end + 1).replaceAll(border, '');
	}

	dropLine(): void {
		this.#waiting = this.#waiting.slice(this.#waiting.search(lineEnd) + 1);
	}
}
