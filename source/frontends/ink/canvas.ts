import {EventEmitter} from 'node:events';

const showCursor = '\u001B[?25h';

/**
 * The same in fewer bytes, for a slow line: rows that have not changed are gone over at once; what begins a
 * row is in its first column; and blanks in a row, which Ink has emptied before, need not be written.
 */
function compact(text: string): string {
	return text
		.replaceAll(/(?:\u001B\[E){2,}/g, (rows) => `\u001B[${rows.length / 3}E`)
		.replaceAll('\n\u001B[1G', '\n')
		.replaceAll(/ {5,}/g, (blanks) => `\u001B[${blanks.length}C`);
}

/**
 * What Ink draws on: the terminal, but Ink hears of another size only when the old frame has been taken
 * away (`useTidyResize`), and writes nothing while it is muted.
 */
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

	/** Whether the cursor is seen where Ink puts it; Ink itself would always show it. */
	showCursor(isShown: boolean): void {
		this.#isCursorShown = isShown;
	}

	write(text: string, done?: (error?: Error | null) => void): boolean {
		const shown = this.#isCursorShown ? text : text.replaceAll(showCursor, '');
		return this.isMuted || this.#output.write(compact(shown), done);
	}
}
