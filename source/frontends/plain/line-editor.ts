import stringWidth from 'string-width';
import {looksLikeAKey} from '../../ibmcloud/facts/keys.ts';
import {cleanText} from '../typing/clean-text.ts';
import {withoutLastGrapheme} from '../typing/graphemes.ts';
import type {Speaker} from './speaker.ts';
import type {TypedAhead} from './typed-ahead.ts';

/** What is asked at the beginning of a line. */
export interface Ask {
	readonly text: string;
	/** Nothing of the answer is echoed. */
	readonly isSecret: boolean;
	/** Of a secret: whether this is all of it, so that a line break behind it is Enter, even inside a paste. */
	readonly isWhole?: (text: string) => boolean;
}

export interface LineEditorEvents {
	readonly onLine: (line: string) => void;
	/** What looks like a key came to a visible line. It was not echoed, and the line is empty again. */
	readonly onKeyRefused: () => void;
	/** Ctrl-D on an empty line. */
	readonly onEnd: () => void;
}

export interface LineEditorTools extends LineEditorEvents {
	readonly speaker: Speaker;
	readonly typedAhead: TypedAhead;
}

/**
 * One line with an echo of our own: the terminal's would show a key before it is seen to be one. What is typed ahead waits
 * until a line is asked for, and only then becomes an echo, or none.
 *
 * Backspace writes `\b \b`, as the terminal itself does for a line that it edits: screen readers know it, and say the
 * character that went. Where the line is longer than a row, which `\b` cannot climb, what is left is said on a new line.
 */
export class LineEditor {
	readonly #tools: LineEditorTools;
	#text = '';
	#ask: Ask | undefined;
	/** Whether the line is begun on the screen; only then is anything taken. */
	#isOpen = false;
	#isTaking = false;
	/** The Enter behind a refused key belongs to that key. */
	#ignoresEnter = false;

	constructor(tools: LineEditorTools) {
		this.#tools = tools;
	}

	/** Asks for a line, with what had been typed of it before it was interrupted. */
	ask(ask: Ask): void {
		if (this.#isOpen && this.#ask?.text !== ask.text) {
			this.interrupt();
		}

		this.#ask = ask;
		if (!this.#isOpen) {
			this.#isOpen = true;
			this.#begin();
		}

		this.#take();
	}

	/** Something else will be said: ends the line that is begun, and keeps what was typed of it. */
	interrupt(): void {
		if (this.#isOpen) {
			this.#isOpen = false;
			this.#tools.speaker.endLine();
		}
	}

	/** Nothing is asked any more; what was typed of this line is gone. */
	close(): void {
		this.interrupt();
		this.#ask = undefined;
		this.#text = '';
		this.#ignoresEnter = false;
	}

	#take(): void {
		if (this.#isTaking) {
			return;
		}

		this.#isTaking = true;
		try {
			while (this.#isOpen && this.#ask !== undefined && !this.#tools.typedAhead.isEmpty) {
				this.#step(this.#ask);
			}
		} finally {
			this.#isTaking = false;
		}
	}

	#step(ask: Ask): void {
		const text = this.#tools.typedAhead.takeText();
		if (text !== undefined) {
			this.#insert(text, ask);
			return;
		}

		switch (this.#tools.typedAhead.takeControl()) {
			case '\r': {
				this.#enter(ask);
				break;
			}

			case '\b':
			case '\u007F': {
				this.#shorten(withoutLastGrapheme(this.#text), ask);
				break;
			}

			// Ctrl-U
			case '\u0015': {
				this.#shorten('', ask);
				break;
			}

			// Ctrl-W
			case '\u0017': {
				this.#shorten(this.#text.replace(/\S*\s*$/u, ''), ask);
				break;
			}

			// Ctrl-D
			case '\u0004': {
				if (this.#text === '') {
					this.#tools.onEnd();
				}

				break;
			}

			default:
		}
	}

	#insert(text: string, ask: Ask): void {
		if (ask.isSecret) {
			this.#text += text;
			return;
		}

		const typed = cleanText(text);
		if (looksLikeAKey(this.#text + typed)) {
			this.#refuse();
			return;
		}

		this.#ignoresEnter &&= typed === '';
		this.#text += typed;
		this.#tools.speaker.put(typed);
	}

	#refuse(): void {
		this.#text = '';
		this.interrupt();
		this.#ignoresEnter = !this.#tools.typedAhead.takeEnter();
		this.#tools.onKeyRefused();
	}

	#enter(ask: Ask): void {
		if (ask.isSecret && this.#tools.typedAhead.goesOnWithText && ask.isWhole?.(this.#text) === false) {
			// A key that was pasted in several lines: the rest of it must not go to a visible line.
			this.#text += '\n';
			return;
		}

		if (this.#ignoresEnter && this.#text === '') {
			this.#ignoresEnter = false;
			this.#tools.speaker.endLine();
			this.#begin();
			return;
		}

		const line = this.#text;
		this.#text = '';
		this.interrupt();
		this.#tools.onLine(ask.isSecret ? line : line.normalize('NFC'));
	}

	#begin(): void {
		const {text, isSecret} = this.#ask ?? {text: '', isSecret: true};
		this.#tools.speaker.put(`${text} `);
		if (!isSecret) {
			this.#tools.speaker.put(this.#text);
		}
	}

	#shorten(text: string, ask: Ask): void {
		const before = stringWidth(this.#text);
		this.#text = text;
		if (ask.isSecret) {
			return;
		}

		if (stringWidth(ask.text) + 1 + before < this.#tools.speaker.columns) {
			this.#tools.speaker.takeBack(before - stringWidth(text));
		} else {
			this.#tools.speaker.endLine();
			this.#begin();
		}
	}
}
