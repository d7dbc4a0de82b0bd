import {closeSync, constants, openSync, readSync} from 'node:fs';
import {StringDecoder} from 'node:string_decoder';
import {Decoder} from './decoder.ts';
import type {InputEvent} from './keys.ts';

/** How long the rest of what has begun may take (milliseconds) before it is complete as it is. */
const patience = 30;
const pastePatience = 1000;

/** Reads a terminal's input: bytes become events, split characters and sequences are joined again. */
export class Reader {
	readonly #input: NodeJS.ReadStream;
	readonly #onEvent: (event: InputEvent) => void;
	readonly #decoder: Decoder;
	#characters = new StringDecoder('utf8');
	#timer: NodeJS.Timeout | undefined;
	/** When what waits in the decoder began to arrive. */
	#startedAt = 0;
	/** What began to arrive before this moment is not taken any more. */
	#takenFrom = 0;

	/** @param onReply told of each sequence that is no key. */
	constructor(
		input: NodeJS.ReadStream,
		onEvent: (event: InputEvent) => void,
		onReply: (sequence: string) => void,
	) {
		this.#input = input;
		this.#onEvent = onEvent;
		this.#decoder = new Decoder(onReply);
	}

	/** Begins to read, or goes on after `stop`. */
	start(): void {
		this.#input.on('data', this.#take);
		this.#input.ref();
		this.#input.resume();
	}

	/** Leaves the input alone; what comes in meanwhile belongs to somebody else. */
	stop(): void {
		clearTimeout(this.#timer);
		this.#input.off('data', this.#take);
		this.#input.pause();
		this.#input.unref();
		this.#decoder.flush();
		this.#characters = new StringDecoder('utf8');
	}

	/** Forgets what was typed up to now and is not handed on yet, also what has arrived only in part. */
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

/** Reads what was typed and not read, to the last byte: it was not meant for whoever is next. */
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
		// Nothing more is there, or no terminal.
	} finally {
		if (terminal !== undefined) {
			closeSync(terminal);
		}
	}
}
