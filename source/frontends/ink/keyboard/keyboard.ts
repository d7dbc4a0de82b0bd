import {setImmediate as nextTurn} from 'node:timers/promises';
import type {Handler, InputEvent} from './events.ts';
import {InkInput} from './ink-input.ts';
import {EventQueue} from './queue.ts';
import {Reader} from './reader.ts';

export interface KeyboardOptions {
	readonly input: NodeJS.ReadStream;
	/** Ctrl-C: never waits behind other keys. */
	readonly onLeave: () => void;
	/** Ctrl-Z: never waits either. */
	readonly onSuspend: () => void;
	/** A handler threw. */
	readonly onError: (error: unknown) => void;
}

/** Where keys enter: cured once, then handed on one at a time to whatever has the focus. */
export class Keyboard {
	/** The standard input for Ink. */
	readonly inkInput = new InkInput();
	readonly #options: KeyboardOptions;
	readonly #queue: EventQueue;
	readonly #reader: Reader;
	/** Events that began to arrive before this moment are not taken any more. */
	#takenFrom = 0;

	constructor(options: KeyboardOptions) {
		this.#options = options;
		this.#queue = new EventQueue({
			toInk: (input) => {
				this.inkInput.hand(input);
			},
			settled: pictureSettled,
			onError: options.onError,
		});
		this.#reader = new Reader(options.input, (event) => {
			this.#take(event);
		});
	}

	/** Raw mode on, and begin to read. */
	start(): void {
		this.#options.input.setRawMode(true);
		this.#reader.start();
	}

	/** Cooked mode, and leave the input alone. */
	stop(): void {
		this.#reader.stop();
		this.#options.input.setRawMode(false);
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
		this.#takenFrom = performance.now();
		this.#reader.forget();
		this.#queue.discard();
	}

	/** As if the operator had done this: for tests. */
	simulate(event: InputEvent): void {
		this.#take(event);
	}

	#take(event: InputEvent): void {
		if (event.kind === 'key' && event.name === 'leave') {
			this.#options.onLeave();
		} else if (event.kind === 'key' && event.name === 'suspend') {
			this.#options.onSuspend();
		} else if (event.arrivedAt >= this.#takenFrom) {
			this.#queue.add(event);
		}
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
