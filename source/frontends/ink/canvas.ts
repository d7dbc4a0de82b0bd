import {EventEmitter} from 'node:events';

const showCursor = '\u001B[?25h';

/**
 * Shortens what Ink writes, for slow lines: skips unchanged rows in one step, drops the move to the first
 * column after a line feed, and moves over blanks, which Ink has already erased, instead of writing them.
 */
function compact(text: string): string {
	return text
		.replaceAll(/(?:\u001B\[E){2,}/g, (rows) => `\u001B[${rows.length / 3}E`)
		.replaceAll('\n\u001B[1G', '\n')
		.replaceAll(/ {5,}/g, (blanks) => `\u001B[${blanks.length}C`);
}

/** What Ink draws on: the terminal, resized once the old frame is erased (`useTidyResize`), or muted. */
export class Canvas extends EventEmitter {
	readonly isTTY = true;
	isMuted = false;
	#isCursorShown = true;
	readonly #output: NodeJS.WriteStream;

	constructor(output: NodeJS.WriteStream) {
		super();
		this.#output = output;
	}

	get columns(): number {
		return this.#output.columns;
	}

	get rows(): number {
		return this.#output.rows;
	}

	get destroyed(): boolean {
		return this.#output.destroyed;
	}

	get writable(): boolean {
		return this.#output.writable;
	}

	get writableEnded(): boolean {
		return this.#output.writableEnded;
	}

	/** Sets whether the cursor is visible where Ink puts it; Ink itself would always show it. */
	showCursor(isShown: boolean): void {
		this.#isCursorShown = isShown;
	}

	write(text: string, done?: (error?: Error | null) => void): boolean {
		const shown = this.#isCursorShown ? text : text.replaceAll(showCursor, '');
		return this.isMuted || this.#output.write(compact(shown), done);
	}
}
