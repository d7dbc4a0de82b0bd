import {editSecret, editText, emptyText, visibleTextOf, type VisibleText} from '../fields/visible-text.ts';
import type {InputEvent, KeyName} from '../terminal/keys.ts';
import type {Output} from './output.ts';

/** A question for one line of input. */
export interface Ask {
	readonly text: string;
	/** Nothing of the answer is echoed. */
	readonly isSecret: boolean;
	/** For a secret: whether it is complete; a line break is then Enter even if text follows at once. */
	readonly isWhole?: (text: string) => boolean;
	/** For a visible line: reports whether a word that begins like this is expected. */
	readonly knows?: (word: string) => boolean;
	/** Home and End would go to the ends of a list, which line mode does not show: they do nothing. */
	readonly isList?: boolean;
}

/** What the operator did with a line. */
export type Typed =
	| {readonly kind: 'line'; readonly text: string}
	/** Text that looks like a key came to a visible line. It was not echoed. */
	| {readonly kind: 'withheld'}
	/** Esc or Shift-Tab. */
	| {readonly kind: 'back'}
	/** Ctrl-D on an empty line. */
	| {readonly kind: 'end'};

/**
 * Reads lines with its own echo: the terminal's would show a key before it is recognized as one. Input typed
 * ahead waits until a line is asked for, and only then is echoed, or not.
 */
export class LineReader {
	readonly #output: Output;
	readonly #onTyped: () => void;
	#events: InputEvent[] = [];
	/** The question of the line that is open on the screen. Input is taken only while there is one. */
	#open: Ask | undefined;
	#visible = emptyText;
	#secret = '';
	#typed: Typed | undefined;

	/** @param onTyped called when `ask` or `takeAhead` may have something to return. */
	constructor(output: Output, onTyped: () => void) {
		this.#output = output;
		this.#onTyped = onTyped;
	}

	add(event: InputEvent): void {
		this.#events.push(event);
		if (this.#open === undefined) {
			this.#onTyped();
		}

		this.#work();
	}

	/** Asks for a line, keeping what was typed of it before. Returns what the operator did with it, once. */
	ask(ask: Ask): Typed | undefined {
		if (this.#open?.text === ask.text) {
			this.#open = ask;
		} else {
			this.interrupt();
			if (this.#typed === undefined) {
				this.#begin(ask);
			}
		}

		this.#work();
		const typed = this.#typed;
		this.#typed = undefined;
		return typed;
	}

	/** Asks for nothing. Takes the first line that was typed ahead if it is wanted, or Ctrl-D. */
	takeAhead(isWanted: (line: string) => boolean): Typed | undefined {
		this.interrupt();
		const end = this.#events.findIndex((event) => ['enter', 'end-of-input'].includes(keyOf(event) ?? ''));
		const text = this.#events
			.slice(0, Math.max(0, end))
			.map((event) => (event.kind === 'key' ? '' : event.text))
			.join('');
		const isEnd = keyOf(this.#events[end]) === 'end-of-input' && text === '';
		if (end === -1 || (!isEnd && !isWanted(text))) {
			return undefined;
		}

		this.#events = this.#events.slice(end + 1);
		return isEnd ? {kind: 'end'} : {kind: 'line', text};
	}

	/** Ends the open line so that something else can be printed, and keeps what was typed of it. */
	interrupt(): void {
		if (this.#open !== undefined) {
			this.#open = undefined;
			this.#output.endLine();
		}
	}

	/** Stops asking, and drops what was typed of this line. */
	close(): void {
		this.interrupt();
		this.#visible = emptyText;
		this.#secret = '';
	}

	/** Drops what was typed ahead. */
	discard(): void {
		this.#events = [];
		this.#typed = undefined;
	}

	#work(): void {
		while (this.#open !== undefined) {
			const event = this.#events.shift();
			if (event === undefined) {
				return;
			}

			this.#step(event, this.#open);
		}
	}

	#step(event: InputEvent, ask: Ask): void {
		const isEmpty = this.#secret === '' && this.#visible.value === '' && !this.#visible.isWithheld;
		const key = keyOf(event);
		if (key === 'enter') {
			this.#enter(event.kind === 'key' && event.isFollowed === true, ask);
		} else if (key === 'back-tab' || (key === 'escape' && (isEmpty || ask.isList !== true))) {
			this.#finish({kind: 'back'});
		} else if (key === 'escape') {
			// Esc first removes what narrows a list.
			this.#show(emptyText, ask);
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

		const isOfList = ask.isList === true && ['home', 'end'].includes(keyOf(event) ?? '');
		const edited = isOfList ? this.#visible : editText(this.#visible, event, ask.knows ?? (() => false));
		if (edited.isWithheld && !this.#visible.isWithheld) {
			this.#visible = edited;
			this.#finish({kind: 'withheld'});
		} else if (edited !== this.#visible) {
			this.#show(edited, ask);
		}
	}

	#enter(isFollowed: boolean, ask: Ask): void {
		if (ask.isSecret && isFollowed && this.#secret !== '' && ask.isWhole?.(this.#secret) === false) {
			// A key was pasted in several lines: the rest of it must not go to a visible line.
			this.#secret += '\n';
		} else if (this.#visible.isWithheld) {
			// The Enter after a key belongs to that key.
			this.#visible = emptyText;
			this.#output.endLine();
			this.#begin(ask);
		} else {
			this.#finish({kind: 'line', text: ask.isSecret ? this.#secret : this.#visible.value});
		}
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

	#begin(ask: Ask): void {
		const {text, isSecret} = ask;
		this.#open = ask;
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

function keyOf(event: InputEvent | undefined): KeyName | undefined {
	return event?.kind === 'key' ? event.name : undefined;
}
