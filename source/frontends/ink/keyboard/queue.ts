import type {InputEvent} from '../../terminal/events.ts';
import type {Handler, Handling} from './handling.ts';

/** What arrives so close together (milliseconds) was not typed one after the other. */
const sameBurstMs = 100;

export interface QueueOptions {
	/** Passes one event, or a text in its place, to Ink's own standard input. */
	readonly toInk: (input: InputEvent | string) => void;
	/** Resolves when React has drawn what the last event changed. */
	readonly settled: () => Promise<void>;
	/** A handler threw. */
	readonly onError: (error: unknown) => void;
}

/**
 * Hands events on one at a time, each only when React has drawn what the one before changed: no handler ever sees a
 * stale picture. Without a handler (nothing on the screen can be answered) events wait, so that typing ahead is kept.
 */
export class EventQueue {
	readonly #options: QueueOptions;
	#events: InputEvent[] = [];
	#handler: Handler | undefined;
	#isRunning = false;
	/** When the last refused event had come in. */
	#refusedAt = -Infinity;
	/** The head was held and nothing has changed since. */
	#isHeld = false;

	constructor(options: QueueOptions) {
		this.#options = options;
	}

	/** Adds an event at the end. */
	add(event: InputEvent): void {
		if (this.#isHeld && event.kind === 'key' && event.name === 'escape') {
			// Esc takes back what waits, instead of waiting behind it.
			this.#events = [];
			this.#isHeld = false;
		}

		this.#events.push(event);
		this.#start();
	}

	/** Forgets everything that waits. */
	discard(): void {
		this.#events = [];
		this.#isHeld = false;
	}

	/** Makes this the handler of all events, until it is released or replaced. */
	focus(handler: Handler): () => void {
		this.#handler = handler;
		this.wake();
		return () => {
			if (this.#handler === handler) {
				this.#handler = undefined;
			}
		};
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
		await this.#options.settled();
		while (!this.#isHeld) {
			const event = this.#events[0];
			const handler = this.#handler;
			if (event === undefined || handler === undefined) {
				break;
			}

			if (this.#handleUnlessRefused(event, handler) === 'hold') {
				this.#isHeld = this.#events[0] === event;
				continue;
			}

			if (this.#events[0] === event) {
				this.#events.shift();
			}

			// oxlint-disable-next-line no-await-in-loop -- keys are handled in their order
			await this.#options.settled();
		}

		this.#isRunning = false;
	}

	/** A return that was pasted with something refused must not answer in its place. */
	#handleUnlessRefused(event: InputEvent, handler: Handler): Handling {
		const isEnter = event.kind === 'key' && event.name === 'enter';
		if (isEnter && event.arrivedAt - this.#refusedAt < sameBurstMs) {
			return 'ignored';
		}

		const handling = this.#handle(event, handler);
		this.#refusedAt = handling === 'refused' ? event.arrivedAt : -Infinity;
		return handling;
	}

	#handle(event: InputEvent, handler: Handler): Handling {
		try {
			const handling = handler(event);
			if (handling === 'to-ink') {
				this.#options.toInk(event);
			} else if (typeof handling === 'object') {
				this.#options.toInk(handling.toInk);
			}

			return handling;
		} catch (error) {
			this.#options.onError(error);
			return 'ignored';
		}
	}
}
