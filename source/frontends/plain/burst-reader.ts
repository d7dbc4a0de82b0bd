import {setTimeout as wait} from 'node:timers/promises';
import type {InputEvent, KeyName} from '../terminal/events.ts';

/** What comes with smaller pauses than these (milliseconds) belongs together. */
const patience = {
	/** Between the keys of a person. */
	typed: 25,
	/** After a run of characters that nobody types that fast: the rest of a paste may be on its way. */
	run: 200,
} as const;

/** This many characters in one read were hardly typed. */
const fastRun = /[^\p{Cc}]{8}$/u;

/** More than anybody types ahead; what is beyond it is dropped, so that an endless paste fills no memory. */
const longestBurst = 100_000;

/** So long nothing may come in before the operator can be taken to have stopped typing (milliseconds). */
const quiet = 60;

/** The keys that mean something on a line. */
const controls: Readonly<Partial<Record<KeyName, string>>> = {
	enter: '\r',
	backspace: '\u007F',
	'erase-line': '\u0015',
	'erase-word': '\u0017',
	'end-of-input': '\u0004',
};

/**
 * Puts together what belongs together: only a whole piece can be told to be a key, or not to be one, before a character
 * of it is echoed. Enter is `\r` in it, and `\n` a line break inside a marked paste.
 */
export class BurstReader {
	readonly #onBurst: (text: string) => void;
	#burst = '';
	#timer: NodeJS.Timeout | undefined;
	#hasHeard = false;

	constructor(onBurst: (text: string) => void) {
		this.#onBurst = onBurst;
	}

	/** Takes what was typed or pasted. */
	take(event: InputEvent): void {
		const text =
			event.kind === 'key'
				? (controls[event.name] ?? '')
				: event.kind === 'paste'
					? event.text.replaceAll(/\r\n?/g, '\n')
					: event.text;
		clearTimeout(this.#timer);
		this.#hasHeard = true;
		this.#burst = (this.#burst + text).slice(0, longestBurst);
		this.#timer = setTimeout(this.#end, fastRun.test(this.#burst) ? patience.run : patience.typed);
	}

	/** Forgets what has been typed, and what is still being typed, until the operator has paused. */
	async discardUntilQuiet(): Promise<void> {
		do {
			this.#hasHeard = false;
			// oxlint-disable-next-line no-await-in-loop -- a pause begins anew after every key
			await wait(quiet);
		} while (this.#hasHeard);

		this.forget();
	}

	/** Forgets what is not handed on yet. */
	forget(): void {
		clearTimeout(this.#timer);
		this.#burst = '';
	}

	readonly #end = (): void => {
		const burst = this.#burst;
		this.forget();
		if (burst !== '') {
			this.#onBurst(burst);
		}
	};
}
