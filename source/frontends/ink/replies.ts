import type {Reflow, TerminalReply} from './layout/reflow.ts';

/** So long a terminal may take to answer (milliseconds): one behind a slow line takes as long as the line. */
const patience = 1000;

/**
 * By the secondary device attributes: xterm (41, and its patch level; iTerm2 says 41 and 2500), GNU screen
 * (83) and PuTTY (0;136) cut rows, xterm.js says that it is version 276 of something, tmux is 84.
 */
const reflows: readonly (readonly [device: RegExp, Reflow])[] = [
	[/^(?:41;\d{1,3};|83;|0;136;)/, 'none'],
	[/^84;/, 'out-of-sight'],
	[/^0;276;/, 'all-above'],
];

const whoAreYou = '\u001B[>c';
const whereIsTheCursor = '\u001B[6n';

/**
 * Asks the terminal, and only when that is needed, what it is and where its cursor is. Its environment says
 * neither: over `ssh` most terminals are `xterm-256color`.
 */
export class Replies {
	readonly #write: (text: string) => void;
	#device: string | undefined;
	/** The questions that have no answer yet; a terminal answers one after the other. */
	readonly #asked: ((row: number) => void)[] = [];

	constructor(write: (text: string) => void) {
		this.#write = write;
	}

	/** Takes a sequence that is no key. */
	take(sequence: string): void {
		const [, device] = /^\u001B\[>([\d;]*)c$/.exec(sequence) ?? [];
		const [, row] = /^\u001B\[(\d+);\d+R$/.exec(sequence) ?? [];
		this.#device ??= device;
		if (row !== undefined) {
			this.#asked.shift()?.(Number(row) - 1);
		}
	}

	/**
	 * Resolves with the answer, or with what is best assumed where none comes. A terminal that owes an answer
	 * is not waited for again, until it has given it.
	 */
	async ask(): Promise<TerminalReply> {
		const {promise, resolve} = Promise.withResolvers<number | undefined>();
		const timer = setTimeout(
			() => {
				// What has arrived while the process was kept from running is read before that.
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
