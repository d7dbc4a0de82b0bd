import {editSecret, editText, emptyText, visibleTextOf, type VisibleText} from '../fields/visible-text.ts';
import type {InputEvent} from '../terminal/events.ts';
import {firstLine, type Ask, type Typed} from './ask.ts';
import type {Output} from './output.ts';

/**
 * One line with an echo of our own: the terminal's would show a key before it is seen to be one. What is
 * typed ahead waits until a line is asked for, and only then is echoed, or not. It is edited as every field
 * is.
 */
export class LineReader {
	readonly #output: Output;
	readonly #onTyped: () => void;
	#events: InputEvent[] = [];
	#ask: Ask | undefined;
	/** Whether the line is begun on the screen; only then is anything taken. */
	#isOpen = false;
	#visible = emptyText;
	#secret = '';
	#typed: Typed | undefined;

	/** @param onTyped called when there is something to `take`. */
	constructor(output: Output, onTyped: () => void) {
		this.#output = output;
		this.#onTyped = onTyped;
	}

	/** Adds what was typed. */
	add(event: InputEvent): void {
		this.#events.push(event);
		if (this.#ask === undefined) {
			this.#onTyped();
		}

		this.#work();
	}

	/** Asks for a line, with what was typed of it before an interruption; not while one waits to be taken. */
	ask(ask: Ask): void {
		if (this.#isOpen && this.#ask?.text !== ask.text) {
			this.interrupt();
		}

		this.#ask = ask;
		if (!this.#isOpen && this.#typed === undefined) {
			this.#begin(ask);
		}

		this.#work();
	}

	/** What the operator did, once. */
	take(): Typed | undefined {
		const typed = this.#typed;
		this.#typed = undefined;
		return typed;
	}

	/** Something else will be said: ends the line that is begun, and keeps what was typed of it. */
	interrupt(): void {
		if (this.#isOpen) {
			this.#isOpen = false;
			this.#output.endLine();
		}
	}

	/** Nothing can be answered at the moment; what was typed of the line stays. */
	pause(): void {
		this.interrupt();
		this.#ask = undefined;
	}

	/** Nothing is asked any more; what was typed of this line is gone. */
	close(): void {
		this.pause();
		this.#visible = emptyText;
		this.#secret = '';
	}

	/** Forgets what was typed ahead. */
	discard(): void {
		this.#events = [];
		this.#typed = undefined;
	}

	/** While nothing is asked: takes the first line that was typed, or Ctrl-D, if it is one of these. */
	takeAhead(isWanted: (line: string) => boolean): Typed | undefined {
		const ahead = firstLine(this.#events);
		if (ahead === undefined || (ahead.typed.kind === 'line' && !isWanted(ahead.typed.text))) {
			return undefined;
		}

		this.#events = ahead.rest;
		return ahead.typed;
	}

	#work(): void {
		while (this.#isOpen && this.#ask !== undefined && this.#typed === undefined) {
			const event = this.#events.shift();
			if (event === undefined) {
				return;
			}

			this.#step(event, this.#ask);
		}
	}

	#step(event: InputEvent, ask: Ask): void {
		const isEmpty = ask.isSecret
			? this.#secret === ''
			: this.#visible.value === '' && !this.#visible.isWithheld;
		const key = event.kind === 'key' ? event.name : undefined;
		if (key === 'enter') {
			this.#enter(event.kind === 'key' && event.isFollowed === true, ask);
		} else if (key === 'escape') {
			this.#clear(isEmpty, ask);
		} else if (key === 'back-tab') {
			this.#finish({kind: 'back'});
		} else if (key !== 'end-of-input') {
			this.#edit(event, ask);
		} else if (isEmpty) {
			this.#finish({kind: 'end'});
		}
	}

	#edit(event: InputEvent, ask: Ask): void {
		if (ask.isSecret) {
			this.#secret = editSecret(this.#secret, event) ?? this.#secret;
			return;
		}

		const isOfList = event.kind === 'key' && (event.name === 'home' || event.name === 'end');
		const edited =
			isOfList && ask.isList === true
				? undefined
				: editText(this.#visible, event, ask.knows ?? (() => false));
		if (edited?.isWithheld === true && !this.#visible.isWithheld) {
			this.#visible = edited;
			this.#finish({kind: 'withheld'});
		} else if (edited !== undefined) {
			this.#show(edited, ask);
		}
	}

	/** Esc empties a line; on an empty one it goes back. */
	#clear(isEmpty: boolean, ask: Ask): void {
		if (isEmpty) {
			this.#finish({kind: 'back'});
		} else {
			this.#secret = '';
			this.#show(emptyText, ask);
		}
	}

	#enter(isFollowed: boolean, ask: Ask): void {
		if (ask.isSecret && isFollowed && this.#secret !== '' && ask.isWhole?.(this.#secret) === false) {
			// A key that was pasted in several lines: the rest of it must not go to a visible line.
			this.#secret += '\n';
			return;
		}

		if (this.#visible.isWithheld) {
			// The Enter behind a key belongs to that key.
			this.#visible = emptyText;
			this.#output.endLine();
			this.#begin(ask);
			return;
		}

		this.#finish({kind: 'line', text: ask.isSecret ? this.#secret : this.#visible.value});
	}

	#finish(typed: Typed): void {
		if (typed.kind !== 'withheld') {
			this.#visible = emptyText;
			this.#secret = '';
		}

		this.interrupt();
		this.#typed = typed;
		this.#onTyped();
	}

	#begin({text, isSecret}: Ask): void {
		this.#isOpen = true;
		this.#output.put(`${text} `);
		if (!isSecret) {
			this.#output.put(this.#visible.value);
			this.#output.echo(text, visibleTextOf(this.#visible.value), this.#visible);
		}
	}

	#show(edited: VisibleText, ask: Ask): void {
		const before = this.#visible;
		this.#visible = edited;
		if (!ask.isSecret && !this.#output.echo(ask.text, before, edited)) {
			this.#output.endLine();
			this.#begin(ask);
		}
	}
}
