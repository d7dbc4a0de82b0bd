import {StringDecoder} from 'node:string_decoder';
import {setTimeout as wait} from 'node:timers/promises';
import {KeyFilter} from './key-filter.ts';

/** What comes with smaller pauses than these (milliseconds) belongs together. */
const patience = {
	/** Between the keys of a person. */
	typed: 25,
	/** After a run of characters that nobody types that fast: the rest of a paste may be on its way. */
	run: 200,
	/** Inside a paste that the terminal has marked. */
	paste: 1000,
} as const;

/** This many characters in one read were hardly typed. */
const fastRun = /[^\p{Cc}]{8}$/u;

/** More than anybody types ahead; what is beyond it is dropped, so that an endless paste fills no memory. */
const longestBurst = 100_000;

/** So long nothing may come in before the operator can be taken to have stopped typing (milliseconds). */
const quiet = 60;

export interface BurstReaderOptions {
	readonly input: NodeJS.ReadStream;
	/** What was typed or pasted at once: text, and the controls that `KeyFilter` leaves. */
	readonly onBurst: (text: string) => void;
	/** Ctrl-C, which never waits behind other keys. */
	readonly onInterrupt: () => void;
	/** Ctrl-Z, which never waits either. */
	readonly onSuspend: () => void;
	/** Nothing will ever come in again. */
	readonly onEnd: () => void;
}

/**
 * Reads the terminal in raw mode and hands on what belongs together in one piece: only a whole piece can be told to be
 * a key, or not to be one, before a character of it is echoed.
 */
export class BurstReader {
	readonly #options: BurstReaderOptions;
	readonly #filter = new KeyFilter();
	#decoder = new StringDecoder('utf8');
	#burst = '';
	#timer: NodeJS.Timeout | undefined;
	#hasHeard = false;

	constructor(options: BurstReaderOptions) {
		this.#options = options;
	}

	/** Raw mode on, and begin to read, or go on after `stop`. */
	start(): void {
		const {input, onEnd} = this.#options;
		input.setRawMode(true);
		input.on('data', this.#take);
		input.on('end', onEnd);
		input.on('error', onEnd);
		input.ref();
		input.resume();
	}

	/** Cooked mode, and leave the input alone: what comes in meanwhile belongs to somebody else. */
	stop(): void {
		const {input, onEnd} = this.#options;
		this.#forget();
		input.off('data', this.#take);
		input.off('end', onEnd);
		input.off('error', onEnd);
		input.pause();
		input.unref();
		this.#decoder = new StringDecoder('utf8');
		input.setRawMode(false);
	}

	/** Forgets what has been typed, and what is still being typed, until the operator has paused. */
	async discardUntilQuiet(): Promise<void> {
		do {
			this.#hasHeard = false;
			// oxlint-disable-next-line no-await-in-loop -- a pause begins anew after every key
			await wait(quiet);
		} while (this.#hasHeard);

		this.#forget();
	}

	#forget(): void {
		clearTimeout(this.#timer);
		this.#burst = '';
		this.#filter.flush();
	}

	readonly #take = (chunk: Buffer | string): void => {
		clearTimeout(this.#timer);
		this.#hasHeard = true;
		const text = this.#filter.push(typeof chunk === 'string' ? chunk : this.#decoder.write(chunk));
		const parts = text.split('\u0003');
		if (parts.length > 1) {
			this.#burst = '';
		}

		const rest = parts.at(-1) ?? '';
		const kept = rest.replaceAll('\u001A', '').slice(0, longestBurst - this.#burst.length);
		this.#burst += kept;
		this.#timer = setTimeout(this.#end, this.#patience());
		for (let count = 1; count < parts.length; count++) {
			this.#options.onInterrupt();
		}

		if (rest.includes('\u001A')) {
			this.#options.onSuspend();
		}
	};

	#patience(): number {
		return this.#filter.isInPaste
			? patience.paste
			: fastRun.test(this.#burst)
				? patience.run
				: patience.typed;
	}

	readonly #end = (): void => {
		const burst = this.#burst;
		this.#forget();
		if (burst !== '') {
			this.#options.onBurst(burst);
		}
	};
}
