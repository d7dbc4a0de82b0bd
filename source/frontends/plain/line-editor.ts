import stringWidth from 'string-width';
import {looksLikeAKey} from '../../ibmcloud/facts/keys.ts';
import {cleanText} from './clean-text.ts';
import {withoutLastGrapheme} from './graphemes.ts';
import type {Speaker} from './speaker.ts';

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

/** Ends a burst among what waits; it never comes from the terminal. */
const border = '\u0000';

/** Characters that are taken in one piece: everything up to the next control. */
const run = /^[^\u0000-\u0008\u000B-\u001F\u007F-\u009F]+/;

/**
 * One line with an echo of our own: the terminal's would show a key before it is seen to be one. What is typed ahead waits
 * here until a line is asked for, and only then becomes an echo, or none.
 *
 * Backspace writes `\b \b`, as the terminal itself does for a line that it edits: screen readers know it, and say the
 * character that went. Where the line is longer than a row, which `\b` cannot climb, what is left is said on a new line.
 */
export class LineEditor {
	readonly #speaker: Speaker;
	readonly #events: LineEditorEvents;
	#waiting = '';
	#text = '';
	#ask: Ask | undefined;
	/** Whether the line is begun on the screen; only then is anything taken. */
	#isOpen = false;
	#isTaking = false;
	/** The Enter behind a refused key belongs to that key. */
	#ignoresEnter = false;

	constructor(speaker: Speaker, events: LineEditorEvents) {
		this.#speaker = speaker;
		this.#events = events;
	}

	/** Takes what was typed at once. */
	feed(burst: string): void {
		this.#waiting += burst + border;
		this.#take();
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
			this.#speaker.endLine();
		}
	}

	/** Nothing is asked any more; what was typed of this line is gone. */
	close(): void {
		this.interrupt();
		this.#ask = undefined;
		this.#text = '';
		this.#ignoresEnter = false;
	}

	/** Forgets everything that was typed ahead. */
	discard(): void {
		this.#waiting = '';
		this.#text = '';
		this.#ignoresEnter = false;
	}

	/** The first line that waits, while nothing is asked; undefined where none is complete. */
	peek(): string | undefined {
		const text = this.#waiting.replaceAll(border, '');
		const end = text.search(/[\r\u0004]/);
		return end === -1 ? undefined : text.slice(0, end + 1);
	}

	/** Takes that line away. */
	dropPeeked(): void {
		this.#waiting = this.#waiting.slice(this.#waiting.search(/[\r\u0004]/) + 1);
	}

	#take(): void {
		if (this.#isTaking) {
			return;
		}

		this.#isTaking = true;
		try {
			while (this.#isOpen && this.#ask !== undefined && this.#waiting !== '') {
				this.#step(this.#ask);
			}
		} finally {
			this.#isTaking = false;
		}
	}

	#step(ask: Ask): void {
		const text = run.exec(this.#waiting)?.[0];
		if (text !== undefined) {
			this.#waiting = this.#waiting.slice(text.length);
			this.#insert(text, ask);
			return;
		}

		const control = this.#waiting.slice(0, 1);
		this.#waiting = this.#waiting.slice(1);
		switch (control) {
			case '\r': {
				this.#enter(ask);
				break;
			}

			case '\b':
			case '\u007F': {
				this.#shorten(withoutLastGrapheme(this.#text), ask);
				break;
			}

			case '\u0015': {
				this.#shorten('', ask);
				break;
			}

			case '\u0017': {
				this.#shorten(this.#text.replace(/\S*\s*$/u, ''), ask);
				break;
			}

			case '\u0004': {
				if (this.#text === '') {
					this.#events.onEnd();
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
		this.#speaker.put(typed);
	}

	#refuse(): void {
		this.#text = '';
		this.interrupt();
		if (this.#waiting.startsWith('\r')) {
			this.#waiting = this.#waiting.slice(1);
		} else {
			this.#ignoresEnter = true;
		}

		this.#events.onKeyRefused();
	}

	#enter(ask: Ask): void {
		if (ask.isSecret && run.test(this.#waiting) && ask.isWhole?.(this.#text) === false) {
			// A key that was pasted in several lines: the rest of it must not go to a visible line.
			this.#text += '\n';
			return;
		}

		if (this.#ignoresEnter && this.#text === '') {
			this.#ignoresEnter = false;
			this.#speaker.endLine();
			this.#begin();
			return;
		}

		const line = this.#text;
		this.#text = '';
		this.interrupt();
		this.#events.onLine(ask.isSecret ? line : line.normalize('NFC'));
	}

	#begin(): void {
		const {text, isSecret} = this.#ask ?? {text: '', isSecret: true};
		this.#speaker.put(`${text} `);
		if (!isSecret) {
			this.#speaker.put(this.#text);
		}
	}

	#shorten(text: string, ask: Ask): void {
		const before = stringWidth(this.#text);
		this.#text = text;
		if (ask.isSecret) {
			return;
		}

		if (stringWidth(ask.text) + 1 + before < this.#speaker.columns) {
			this.#speaker.takeBack(before - stringWidth(text));
		} else {
			this.#speaker.endLine();
			this.#begin();
		}
	}
}
