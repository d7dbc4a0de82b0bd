import {EventEmitter} from 'node:events';
import type {InputEvent, KeyName} from '../../terminal/events.ts';

const bytes: Readonly<Partial<Record<KeyName, string>>> = {
	enter: '\r',
	up: '\u001B[A',
	down: '\u001B[B',
	right: '\u001B[C',
	left: '\u001B[D',
	backspace: '\u007F',
};

/**
 * The standard input that Ink gets. It carries only what is handed on, one event at a time; raw mode is not Ink's
 * business, so it pretends to be a terminal and ignores what is asked of it.
 */
export class InkInput extends EventEmitter {
	readonly isTTY = true;
	#pending: string | null = null;

	/** Hands one event or text to whatever Ink component listens; it is handled when this returns. */
	hand(input: InputEvent | string): void {
		this.#pending =
			typeof input === 'string' ? input : input.kind === 'key' ? (bytes[input.name] ?? null) : input.text;
		this.emit('readable');
		this.#pending = null;
	}

	read(): string | null {
		const pending = this.#pending;
		this.#pending = null;
		return pending;
	}

	setRawMode(): this {
		return this;
	}

	setEncoding(): this {
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}
}
