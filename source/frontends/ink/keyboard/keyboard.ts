import {setImmediate as nextTurn} from 'node:timers/promises';
import type {InputEvent} from '../../terminal/events.ts';
import type {Handler} from './handling.ts';
import {InkInput} from './ink-input.ts';
import {EventQueue} from './queue.ts';

export interface KeyboardOptions {
	/** Forgets what was typed and has not come here yet. */
	readonly discard: () => void;
	/** A handler threw. */
	readonly onError: (error: unknown) => void;
}

/** What was typed, handed on one event at a time to whatever has the focus. */
export class Keyboard {
	/** The standard input for Ink. */
	readonly inkInput = new InkInput();
	readonly #options: KeyboardOptions;
	readonly #queue: EventQueue;

	constructor(options: KeyboardOptions) {
		this.#options = options;
		this.#queue = new EventQueue({
			toInk: (input) => {
				this.inkInput.hand(input);
			},
			settled: pictureSettled,
			onError: options.onError,
		});
	}

	/** Adds an event at the end. */
	add(event: InputEvent): void {
		this.#queue.add(event);
	}

	/** See `EventQueue.focus`. */
	focus(handler: Handler): () => void {
		return this.#queue.focus(handler);
	}

	/** See `EventQueue.wake`. */
	wake(): void {
		this.#queue.wake();
	}

	/** Forgets everything that was typed up to now, also what has arrived only in part. */
	discard(): void {
		this.#options.discard();
		this.#queue.discard();
	}
}

/**
 * React has drawn what was changed, and effects have run: changes of a store are drawn in a microtask, effects that
 * React puts off run in the check phase of the event loop.
 */
export async function pictureSettled(): Promise<void> {
	await nextTurn();
	await nextTurn();
}
