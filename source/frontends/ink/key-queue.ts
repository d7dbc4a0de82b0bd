import type {Handling} from '../fields/field.ts';
import type {InputEvent} from '../terminal/keys.ts';
import {settled} from './screen.ts';

type Handler = (event: InputEvent) => Handling;

/**
 * A queue of events, handed on one at a time, each once React has drawn what the one before changed: no
 * handler sees a stale frame. Without a handler nothing can be answered, and events wait: typeahead is kept.
 */
export class KeyQueue {
	readonly #onError: (error: unknown) => void;
	#events: InputEvent[] = [];
	#handler: Handler | undefined;
	#isRunning = false;
	/** Whether the first event was held and nothing has changed since. */
	#isHeld = false;

	/** @param onError called when a handler throws */
	constructor(onError: (error: unknown) => void) {
		this.#onError = onError;
	}

	add(event: InputEvent): void {
		if (this.#isHeld && event.kind === 'key' && event.name === 'escape') {
			// Esc discards what waits, instead of waiting behind it.
			this.discard();
		}

		this.#events.push(event);
		this.#start();
	}

	discard(): void {
		this.#events = [];
		this.#isHeld = false;
	}

	/** Discards what waits from the first key on. Text before it stays: it only goes into its field. */
	discardKeys(): void {
		const first = this.#events.findIndex(({kind}) => kind === 'key');
		this.#events = first === -1 ? this.#events : this.#events.slice(0, first);
		this.wake();
	}

	/** Makes this the handler of all events until it is released or replaced. */
	focus(handler: Handler): void {
		this.#handler = handler;
		this.wake();
	}

	/** Makes events wait for another handler. */
	release(): void {
		this.#handler = undefined;
	}

	/** Tries a held event again: something has changed. */
	wake(): void {
		this.#isHeld = false;
		this.#start();
	}

	#start(): void {
		if (!this.#isRunning && this.#events.length > 0) {
			this.#isRunning = true;
			void this.#run();
		}
	}

	async #run(): Promise<void> {
		// The first event, too, waits until everything is drawn.
		await settled();
		while (!this.#isHeld) {
			const event = this.#events[0];
			const handler = this.#handler;
			if (event === undefined || handler === undefined) {
				break;
			}

			if (this.#handle(event, handler) === 'hold') {
				this.#isHeld = this.#events[0] === event;
				continue;
			}

			if (this.#events[0] === event) {
				this.#events.shift();
			}

			// oxlint-disable-next-line no-await-in-loop -- keys are handled in order
			await settled();
		}

		this.#isRunning = false;
	}

	#handle(event: InputEvent, handler: Handler): Handling {
		try {
			return handler(event);
		} catch (error) {
			this.#onError(error);
		}
	}
}
