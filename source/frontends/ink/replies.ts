import type {Reflow, TerminalReply} from './layout/reflow.ts';

/** How long a terminal may take to answer (milliseconds): a slow line delays its answer by as much. */
const patience = 1000;

/**
 * Reflows by secondary device attributes: xterm (41 and its patch level; iTerm2 says 41 and 2500), GNU screen
 * (83) and PuTTY (0;136) cut rows; xterm.js says that it is version 276 of something; tmux is 84.
 */
const reflows: readonly (readonly [device: RegExp, Reflow])[] = [
	[/^(?:41;\d{1,3};|83;|0;136;)/, 'none'],
	[/^84;/, 'out-of-sight'],
	[/^0;276;/, 'all-above'],
];

const whoAreYou = '\u001B[>c';
const whereIsTheCursor = '\u001B[6n';

/**
 * The queries to the terminal, sent only when needed: what it is, and where its cursor is. The environment
 * says neither: over `ssh` most terminals are `xterm-256color`.
 */
export class Replies {
	readonly #write: (text: string) => void;
	#device: string | undefined;
	/** The queries that have no answer yet; a terminal answers them in order. */
	readonly #asked: ((row: number) => void)[] = [];

	constructor(write: (text: string) => void) {
		this.#write = write;
	}

	/** Takes a sequence that is not a key. */
	take(sequence: string): void {
		const [, device] = /^\u001B\[>([\d;]*)c$/.exec(sequence) ?? [];
		const [, row] = /^\u001B\[(\d+);\d+R$/.exec(sequence) ?? [];
		this.#device ??= device;
		if (row !== undefined) {
			this.#asked.shift()?.(Number(row) - 1);
		}
	}

	/** Resolves with the answer, or the best assumption. While an answer is owed, `ask` does not wait again. */
	async ask(): Promise<TerminalReply> {
		const {promise, resolve} = Promise.withResolvers<number | undefined>();
		const timer = setTimeout(
			() => {
				// Input that arrived while the process was kept from running is read first.
				setImmediate(resolve, undefined);
			},
			this.#asked.length === 0 ? patience : 0,
		);
		this.#asked.push(resolve);
		this.#write((this.#device === undefined ? whoAreYou : '') + whereIsTheCursor);
		const row = await promise;
		clearTimeout(timer);
		if (row === undefined && this.#device === undefined) {
			return {row, reflow: 'all-above'};
		}

		return {row, reflow: reflows.find(([device]) => device.test(this.#device ?? ''))?.[1] ?? 'exact'};
	}
}
