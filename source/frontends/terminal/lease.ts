import type {InputEvent} from './keys.ts';
import {forgetTyped, Reader} from './reader.ts';
import {stopJob} from './stop-job.ts';
import {Turns} from './turns.ts';

const pasteOn = '\u001B[?2004h';
const pasteOff = '\u001B[?2004l';
const cursorOn = '\u001B[?25h';

/** The frontend that draws and asks in the terminal while the program has it. */
export interface Holder {
	/** Whether escape sequences are understood: pastes come marked, and the cursor may be hidden. */
	readonly usesSequences: boolean;
	readonly onEvent: (event: InputEvent) => void;
	/** Takes a sequence that is not a key: what the terminal answers. */
	readonly onReply?: (sequence: string) => void;
	/** Handles Ctrl-C, which never waits behind other keys. */
	readonly onLeave: () => void;
	/** Erases what is drawn, awaits `run`, and draws it again. */
	readonly away: (run: () => Promise<void>) => Promise<void>;
	/** Stops drawing. Synchronous: the program may be ending in the middle of anything. */
	readonly close?: () => void;
}

let current: Lease | undefined;

/** Takes the terminal: nothing typed is echoed from now on. Returns the same lease until it is given back. */
export function acquireTerminal(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Lease {
	if (current === undefined) {
		current = new Lease(input, output);
		process.once('exit', giveBackTerminal);
	}

	return current;
}

/**
 * Gives the terminal back as it was: cooked mode, no marked pastes, a visible cursor below what was drawn, no
 * typed input left for the next program. Synchronous, and safe at any time and any number of times. The end
 * of the process calls it, so that no paste is echoed before.
 */
export function giveBackTerminal(): void {
	const lease = current;
	current = undefined;
	process.off('exit', giveBackTerminal);
	lease?.giveBack();
}

/** Lends the terminal to a child, for a login that asks its own questions. */
export async function suspendTerminal(run: () => Promise<void>): Promise<void> {
	await (current === undefined ? run() : current.suspend(run));
}

/** The terminal while the program has it: raw mode, one reader, and everything that has to be undone. */
export class Lease {
	readonly #input: NodeJS.ReadStream;
	readonly #output: NodeJS.WriteStream;
	readonly #reader: Reader;
	#holder: Holder | undefined;
	/** The loans of the terminal: one at a time. */
	readonly #away = new Turns();
	#isOver = false;

	constructor(input: NodeJS.ReadStream, output: NodeJS.WriteStream) {
		this.#input = input;
		this.#output = output;
		this.#reader = new Reader(
			input,
			(event) => this.#take(event),
			(sequence) => this.#holder?.onReply?.(sequence),
		);
		input.setRawMode(true);
	}

	/** Reads for this holder until the returned function is called. What is typed after that is dropped. */
	hold(holder: Holder): () => void {
		if (this.#isOver) {
			// After a crash before the first frame, that frame must not take the terminal again.
			return () => {};
		}

		this.#holder = holder;
		this.#begin();
		process.on('SIGTSTP', this.#suspend);
		return () => {
			if (this.#holder === holder) {
				this.#close();
			}
		};
	}

	/** Discards everything that was typed up to now. */
	discard(): void {
		this.#reader.discard();
	}

	/** Resolves when nobody else has the terminal. */
	async isHere(): Promise<void> {
		await this.#away.ended();
	}

	/** Lends the terminal, in cooked mode, until `run` ends. One loan at a time. */
	async suspend(run: () => Promise<void>): Promise<void> {
		const lend = async (): Promise<void> => {
			this.#undo();
			try {
				await run();
			} finally {
				if (!this.#isOver) {
					this.#input.setRawMode(true);
					this.#begin();
				}
			}
		};
		await this.#away.take(async () => (this.#holder === undefined ? lend() : this.#holder.away(lend)));
	}

	giveBack(): void {
		this.#isOver = true;
		this.#close();
		// On loan it is cooked already, and what is typed there is for somebody else.
		if (!this.#away.isTaken) {
			this.#undo();
		}
	}

	#take(event: InputEvent): void {
		if (event.kind === 'key' && event.name === 'leave') {
			this.#holder?.onLeave();
		} else if (event.kind === 'key' && event.name === 'suspend') {
			this.#suspend();
		} else {
			this.#holder?.onEvent(event);
		}
	}

	/** Handles Ctrl-Z, or the signal that means the same. */
	readonly #suspend = (): void => {
		if (!this.#away.isTaken) {
			void this.suspend(async () => {
				// A caught signal would stop the job, but not this process.
				process.off('SIGTSTP', this.#suspend);
				await stopJob();
				process.on('SIGTSTP', this.#suspend);
			});
		}
	};

	#begin(): void {
		if (this.#holder?.usesSequences === true) {
			this.#output.write(pasteOn);
		}

		if (this.#holder !== undefined) {
			this.#reader.start();
		}
	}

	#close(): void {
		const holder = this.#holder;
		this.#holder = undefined;
		process.off('SIGTSTP', this.#suspend);
		this.#reader.stop();
		try {
			holder?.close?.();
		} catch {
			// A part that fails must not keep the others from being undone.
		}

		this.#endSequences(holder);
	}

	#undo(): void {
		this.#reader.stop();
		this.#endSequences(this.#holder);

		try {
			forgetTyped(this.#input);
			this.#input.setRawMode(false);
		} catch {
			// The window is closed.
		}
	}

	#endSequences(holder: Holder | undefined): void {
		if (holder?.usesSequences === true && !this.#output.destroyed && !this.#output.writableEnded) {
			this.#output.write(pasteOff + cursorOn);
		}
	}
}
