import {closeSync, constants, openSync, readSync} from 'node:fs';
import {StringDecoder} from 'node:string_decoder';
import {Decoder} from './decoder.ts';
import type {InputEvent} from './keys.ts';

/** How long incomplete input waits for its rest (milliseconds) before it counts as complete. */
const patience = 30;
const pastePatience = 1000;

/** A reader of terminal input: turns bytes into events and rejoins split characters and sequences. */
export class Reader {
	readonly #input: NodeJS.ReadStream;
	readonly #onEvent: (event: InputEvent) => void;
	readonly #decoder: Decoder;
	#characters = new StringDecoder('utf8');
	#timer: NodeJS.Timeout | undefined;
	/** When what waits in the decoder began to arrive (milliseconds, monotonic). */
	#startedAt = 0;
	/** Input that began to arrive before this moment is dropped. */
	#takenFrom = 0;

	/** @param onReply called with each sequence that is not a key */
	constructor(
		input: NodeJS.ReadStream,
		onEvent: (event: InputEvent) => void,
		onReply: (sequence: string) => void,
	) {
		this.#input = input;
		this.#onEvent = onEvent;
		this.#decoder = new Decoder(onReply);
	}

	/** Starts reading, or resumes after `stop`. */
	start(): void {
		this.#input.on('data', this.#take);
		this.#input.ref();
		this.#input.resume();
	}

	/** Stops reading: what arrives meanwhile belongs to somebody else. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#input.off('data', this.#take);
		this.#input.pause();
		this.#input.unref();
		this.#decoder.flush();
		this.#characters = new StringDecoder('utf8');
	}

	/** Discards what was typed up to now and not handed on yet, even if it has arrived only in part. */
	discard(): void {
		this.#takenFrom = performance.now();
		this.#decoder.forget();
	}

	readonly #take = (chunk: Buffer | string): void => {
		clearTimeout(this.#timer);
		if (['nothing', 'line-feed'].includes(this.#decoder.waitsFor)) {
			this.#startedAt = performance.now();
		}

		this.#give(this.#decoder.push(this.#characters.write(chunk)));
		const waiting = this.#decoder.waitsFor;
		if (waiting !== 'nothing') {
			this.#timer = setTimeout(
				() => this.#give(this.#decoder.flush()),
				waiting === 'paste' ? pastePatience : patience,
			);
		}
	};

	#give(events: readonly InputEvent[]): void {
		for (const event of events) {
			const isLeaving = event.kind === 'key' && (event.name === 'leave' || event.name === 'suspend');
			if (isLeaving || this.#startedAt >= this.#takenFrom) {
				this.#onEvent(event);
			}

			this.#startedAt = performance.now();
		}
	}
}

/** Drains unread input to the last byte: it was not meant for the next program. */
export function forgetTyped(input: NodeJS.ReadStream): void {
	if (!('fd' in input)) {
		return;
	}

	let terminal: number | undefined;
	try {
		terminal = openSync('/dev/tty', constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
		const bytes = Buffer.alloc(65_536);
		while (readSync(terminal, bytes) > 0);
	} catch {
		// There is no more input, or no terminal.
	} finally {
		if (terminal !== undefined) {
			closeSync(terminal);
		}
	}
}
