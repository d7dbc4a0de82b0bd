import type {Token} from './events.ts';
import {endOfSequence} from './escape-grammar.ts';
import {keyOfControl, keyOfSequence} from './sequences.ts';

const escape = '\u001B';
const pasteStart = `${escape}[200~`;
const pasteEnd = `${escape}[201~`;

/** A run of this many characters in one read was hardly typed: it waits a moment, so that a paste in two reads is one text. */
const fastRun = 8;

/** More than a key ever needs; what is beyond it is dropped, so that a paste that never ends fills no memory. */
const longestText = 100_000;

/** What the tokenizer waits for: the rest of a sequence, the end of a paste, the rest of a fast run, a line feed after a return. */
export type Waiting = 'nothing' | 'sequence' | 'paste' | 'run' | 'line-feed';

/**
 * Turns what a terminal sends into tokens. Pure apart from its memory of what is incomplete: the same characters give
 * the same tokens however they are split over reads; only time, which the caller keeps, ends what waits (`flush`).
 */
export class Tokenizer {
	/** The beginning of an escape sequence. */
	#sequence = '';
	/** What has come of a bracketed paste; undefined outside one. */
	#paste: string | undefined;
	/** A fast run that may go on with the next read. */
	#run = '';
	/** A line feed directly after a carriage return is the same Enter, also when it comes with the next read. */
	#endsInReturn = false;

	get waitsFor(): Waiting {
		if (this.#paste !== undefined) {
			return 'paste';
		}

		if (this.#sequence !== '') {
			return 'sequence';
		}

		return this.#run === '' ? (this.#endsInReturn ? 'line-feed' : 'nothing') : 'run';
	}

	/** Takes what one read brought; gives the tokens that are complete. */
	push(chunk: string): Token[] {
		const tokens: Token[] = [];
		if (this.#paste !== undefined && /^\u0003+$/.test(chunk)) {
			// A terminal that lost the end of a paste must not swallow Ctrl-C, however often it is pressed.
			tokens.push(...this.#endPaste());
		}

		let rest = this.#sequence + chunk;
		this.#sequence = '';
		while (rest !== '') {
			rest = this.#paste === undefined ? this.#step(rest, tokens) : this.#stepInPaste(rest, tokens);
		}

		return tokens;
	}

	/** Time has passed: what waited is complete as it is. */
	flush(): Token[] {
		if (this.#paste !== undefined) {
			return this.#endPaste();
		}

		this.#endsInReturn = false;
		const sequence = this.#sequence;
		this.#sequence = '';
		// One ESC is the key, two are the key twice; the beginning of anything longer means nothing.
		const escapes = /^\u001B{1,2}$/.test(sequence) ? sequence.length : 0;
		const keys = Array.from({length: escapes}, (): Token => ({kind: 'key', name: 'escape'}));
		return [...this.#endRun(), ...keys];
	}

	/** Forgets a run that waits. An open sequence or paste stays open: its rest is still to come. */
	forget(): void {
		this.#run = '';
		if (this.#paste !== undefined) {
			this.#paste = '';
		}
	}

	#step(rest: string, tokens: Token[]): string {
		const followsReturn = this.#endsInReturn;
		this.#endsInReturn = false;
		if (followsReturn && rest.startsWith('\n')) {
			return rest.slice(1);
		}

		if (rest.startsWith(escape)) {
			return this.#stepInSequence(rest, tokens);
		}

		const text = /^[^\u0000-\u001F\u007F-\u009F]+/.exec(rest)?.[0] ?? '';
		if (text !== '') {
			this.#run += text.slice(0, longestText - this.#run.length);
			const isWhole = rest.length > text.length || this.#run.length < fastRun;
			if (isWhole) {
				tokens.push(...this.#endRun());
			}

			return rest.slice(text.length);
		}

		tokens.push(...this.#endRun());
		const control = rest.slice(0, 1);
		this.#endsInReturn = control === '\r';
		const name = keyOfControl(control);
		if (name !== undefined) {
			tokens.push({kind: 'key', name});
		}

		return rest.slice(1);
	}

	#stepInSequence(rest: string, tokens: Token[]): string {
		tokens.push(...this.#endRun());
		const end = endOfSequence(rest);
		if (end === undefined) {
			this.#sequence = rest;
			return '';
		}

		const sequence = rest.slice(0, end);
		if (sequence === escape) {
			tokens.push({kind: 'key', name: 'escape'});
		} else if (sequence === pasteStart) {
			this.#paste = '';
		} else {
			const name = keyOfSequence(sequence.slice(1));
			if (name !== undefined) {
				tokens.push({kind: 'key', name});
			}
		}

		return rest.slice(end);
	}

	#stepInPaste(rest: string, tokens: Token[]): string {
		const end = rest.indexOf(pasteEnd);
		if (end !== -1) {
			this.#addToPaste(rest.slice(0, end));
			tokens.push(...this.#endPaste());
			return rest.slice(end + pasteEnd.length);
		}

		const beginning = beginningOfEnd(rest);
		this.#addToPaste(rest.slice(0, rest.length - beginning));
		this.#sequence = rest.slice(rest.length - beginning);
		return '';
	}

	#addToPaste(text: string): void {
		const paste = this.#paste ?? '';
		this.#paste = paste + text.slice(0, longestText - paste.length);
	}

	#endPaste(): Token[] {
		const text = this.#paste ?? '';
		this.#paste = undefined;
		this.#sequence = '';
		return text === '' ? [] : [{kind: 'paste', text}];
	}

	#endRun(): Token[] {
		const text = this.#run;
		this.#run = '';
		return text === '' ? [] : [{kind: 'text', text}];
	}
}

/** How many characters at the end of this text could be the beginning of the end of a paste. */
function beginningOfEnd(text: string): number {
	for (let length = Math.min(pasteEnd.length - 1, text.length); length > 0; length--) {
		if (pasteEnd.startsWith(text.slice(-length))) {
			return length;
		}
	}

	return 0;
}
