import {StringDecoder} from 'node:string_decoder';
import type {InputEvent, Token} from './events.ts';
import {Tokenizer, type Waiting} from './tokenize.ts';

/** How long the rest of what has begun may take (milliseconds) before it is complete as it is. */
const patience: Readonly<Record<Exclude<Waiting, 'nothing'>, number>> = {
	sequence: 30,
	run: 30,
	'line-feed': 30,
	paste: 1000,
};

/** Reads a terminal's standard input: bytes become events, split characters and sequences are put together again. */
export class Reader {
	readonly #input: NodeJS.ReadStream;
	readonly #onEvent: (event: InputEvent) => void;
	readonly #tokenizer = new Tokenizer();
	#decoder = new StringDecoder('utf8');
	#timer: NodeJS.Timeout | undefined;
	/** When what waits in the tokenizer began to arrive. */
	#startedAt = 0;

	constructor(input: NodeJS.ReadStream, onEvent: (event: InputEvent) => void) {
		this.#input = input;
		this.#onEvent = onEvent;
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
		this.#tokenizer.flush();
		this.#decoder = new StringDecoder('utf8');
	}

	/** Forgets a run of characters that is not complete yet. */
	forget(): void {
		this.#tokenizer.forget();
	}

	readonly #take = (chunk: Buffer | string): void => {
		clearTimeout(this.#timer);
		if (['nothing', 'line-feed'].includes(this.#tokenizer.waitsFor)) {
			this.#startedAt = performance.now();
		}

		this.#give(this.#tokenizer.push(typeof chunk === 'string' ? chunk : this.#decoder.write(chunk)));
		const waiting = this.#tokenizer.waitsFor;
		if (waiting !== 'nothing') {
			this.#timer = setTimeout(() => {
				this.#give(this.#tokenizer.flush());
			}, patience[waiting]);
		}
	};

	#give(tokens: readonly Token[]): void {
		for (const token of tokens) {
			this.#onEvent({...token, arrivedAt: this.#startedAt});
			this.#startedAt = performance.now();
		}
	}
}
