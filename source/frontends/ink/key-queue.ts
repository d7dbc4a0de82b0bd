import type {Handling} from '../fields/field.ts';
import type {InputEvent} from '../terminal/keys.ts';
import {settled} from './screen.ts';

type Handler = (event: InputEvent) => Handling;

/**
 * Hands events on one at a time, each once React has drawn what the one before changed: no handler sees a
 * stale frame. Without a handler (nothing can be answered) events wait, so that typing ahead is kept.
 */
export class KeyQueue {
	readonly #onError: (error: unknown) => void;
	#events: InputEvent[] = [];
	#handler: Handler | undefined;
	#isRunning = false;
	/** The head was held and nothing has changed since. */
	#isHeld = false;

	/** @param onError called when a handler threw. */
	constructor(onError: (error: unknown) => void) {
		this.#onError = onError;
	}

	add(event: InputEvent): void {
		if (this.#isHeld && event.kind === 'key' && event.name === 'escape') {
			// Esc takes back what waits, instead of waiting behind it.
			this.discard();
		}

		this.#events.push(event);
		this.#start();
	}

	discard(): void {
		this.#events = [];
		this.#isHeld = false;
	}

	/** Forgets what waits from the first key on; text before it stays, since it only stands in its field. */
	discardKeys(): void {
		const first = this.#events.findIndex(({kind}) => kind === 'key');
		this.#events = first === -1 ? this.#events : this.#events.slice(0, first);
		this.wake();
	}

	/** Makes this the handler of all events, until it is released or replaced. */
	focus(handler: Handler): void {
		this.#handler = handler;
		this.wake();
	}

	/** Lets events wait until another handler comes. */
	release(): void {
		this.#handler = undefined;
	}

	/** Something has changed: an event that was held may be taken now. */
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
		// The first event, too, waits for what is being drawn.
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

			// oxlint-disable-next-line no-await-in-loop -- keys are handled in their order
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
