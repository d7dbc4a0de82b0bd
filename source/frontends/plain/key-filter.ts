const escape = '\u001B';
const pasteStart = '200~';
const pasteEnd = '201~';

type State = 'text' | 'escape' | 'sequence' | 'one-more' | 'string';

/**
 * Leaves of what a terminal sends the text and the control characters that mean something on a line. Arrow keys and
 * the like are escape sequences, which a line has no use for; the marks around a paste go too.
 *
 * In what is left, Enter is always `\r`, and `\n` is a line break inside a marked paste.
 */
export class KeyFilter {
	#state: State = 'text';
	#parameters = '';
	#isInPaste = false;
	#endsInReturn = false;

	/** Whether the end of a marked paste is still to come. */
	get isInPaste(): boolean {
		return this.#isInPaste;
	}

	/** Takes what one read brought; gives what is left of it. */
	push(chunk: string): string {
		let left = '';
		for (const character of chunk) {
			left += this.#step(character);
		}

		return left;
	}

	/** Time has passed: what has begun and did not go on was a key of its own, or a paste without an end. */
	flush(): void {
		this.#state = 'text';
		this.#isInPaste = false;
		this.#endsInReturn = false;
	}

	#step(character: string): string {
		if (character === '\u0003' || (character === '\r' && this.#state !== 'text')) {
			// A sequence that lost its end must swallow neither Ctrl-C nor Enter.
			this.#state = 'text';
		}

		if (character === escape) {
			this.#state = 'escape';
			return '';
		}

		switch (this.#state) {
			case 'text': {
				return this.#text(character);
			}

			case 'escape': {
				this.#parameters = '';
				this.#state = /[[]/.test(character)
					? 'sequence'
					: /[\]PX^_]/.test(character)
						? 'string'
						: character === 'O'
							? 'one-more'
							: 'text';
				return '';
			}

			case 'sequence': {
				this.#parameters += character;
				if (character === '[' && this.#parameters === '[') {
					// The Linux console's function keys have a second bracket.
					this.#state = 'one-more';
				} else if (/[@-~]/.test(character)) {
					this.#endSequence();
				}

				return '';
			}

			case 'one-more': {
				this.#state = 'text';
				return '';
			}

			case 'string': {
				if (character === '\u0007') {
					this.#state = 'text';
				}

				return '';
			}
		}
	}

	#endSequence(): void {
		this.#state = 'text';
		if (this.#parameters === pasteStart) {
			this.#isInPaste = true;
		} else if (this.#parameters === pasteEnd) {
			this.#isInPaste = false;
		}
	}

	#text(character: string): string {
		const followsReturn = this.#endsInReturn;
		this.#endsInReturn = character === '\r';
		if (character !== '\r' && character !== '\n') {
			return character;
		}

		return followsReturn && character === '\n' ? '' : this.#isInPaste ? '\n' : '\r';
	}
}
