import {EventEmitter} from 'node:events';

const showCursor = '\u001B[?25h';
/** Ink goes over each row that has not changed. */
const rowsDown = /(?:\u001B\[E){2,}/g;

function downAtOnce(rows: string): string {
	return `\u001B[${rows.length / 3}E`;
}

/**
 * What Ink draws on: the terminal, but Ink hears of another size only when the old picture has been taken
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
		return this.isMuted || this.#output.write(shown.replaceAll(rowsDown, downAtOnce), done);
	}
}
