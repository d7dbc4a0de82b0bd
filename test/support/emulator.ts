import headless, {type IBuffer, type IBufferCell, type IBufferLine, type Terminal} from '@xterm/headless';
import {unicodeWidths} from './unicode-widths.ts';

/** A color as a program names it: the terminal's own, one of the palette (0 to 255), or `#rrggbb`. */
export type Color = 'default' | number | `#${string}`;

/** One character on the screen with its style. A wide one has width 2 and stands for both of its cells. */
export interface Cell {
	readonly text: string;
	readonly width: 1 | 2;
	readonly foreground: Color;
	readonly background: Color;
	readonly bold: boolean;
	readonly dim: boolean;
	readonly italic: boolean;
	readonly underline: boolean;
	readonly inverse: boolean;
}

export interface Size {
	readonly columns: number;
	readonly rows: number;
}

/** Where the cursor is, counted from 0 at the upper left corner of the screen. */
export interface Cursor {
	readonly column: number;
	readonly row: number;
	readonly isVisible: boolean;
}

/** A terminal without a window: takes what a program writes and knows what a person would see. */
export class Emulator {
	readonly #terminal: Terminal;
	readonly #frames: string[] = [];
	#isCursorVisible = true;

	constructor({columns, rows}: Size) {
		this.#terminal = new headless.Terminal({
			cols: columns,
			rows,
			scrollback: 100_000,
			allowProposedApi: true,
		});
		this.#terminal.unicode.register(unicodeWidths);
		this.#terminal.unicode.activeVersion = unicodeWidths.version;
		this.#watchModes();
	}

	/** Listens for the terminal's answers to a program's questions (where is the cursor, who are you). */
	onAnswer(listener: (answer: string) => void): void {
		this.#terminal.onData(listener);
	}

	/** Listens for operating system commands with this number. */
	onCommand(number: number, listener: (content: string) => void): void {
		this.#terminal.parser.registerOscHandler(number, (content) => {
			listener(content);
			return true;
		});
	}

	/** Shows what a program wrote; resolves when it is shown. */
	show(text: string): Promise<void> {
		return new Promise((resolve) => {
			this.#terminal.write(text, () => {
				if (!this.isBetweenFrames) {
					this.#keepFrame();
				}

				resolve();
			});
		});
	}

	setSize({columns, rows}: Size): void {
		this.#terminal.resize(columns, rows);
	}

	get columns(): number {
		return this.#terminal.cols;
	}

	get rows(): number {
		return this.#terminal.rows;
	}

	/** Whether a program is drawing a frame that must not be seen yet (synchronized output). */
	get isBetweenFrames(): boolean {
		return this.#terminal.modes.synchronizedOutputMode;
	}

	get isBracketedPaste(): boolean {
		return this.#terminal.modes.bracketedPasteMode;
	}

	get isApplicationCursorKeys(): boolean {
		return this.#terminal.modes.applicationCursorKeysMode;
	}

	get isAlternateScreen(): boolean {
		return this.#buffer.type === 'alternate';
	}

	cursor(): Cursor {
		return {column: this.#buffer.cursorX, row: this.#buffer.cursorY, isVisible: this.#isCursorVisible};
	}

	/** Returns the visible rows, without trailing spaces. */
	screen(): string[] {
		return this.#visibleLines().map((line) => line.translateToString(true));
	}

	/** Returns all rows, those that have scrolled out first. */
	scrollback(): string[] {
		return this.#lines(0, this.#buffer.length).map((line) => line.translateToString(true));
	}

	/** Returns every different screen that was shown, in order. */
	frames(): readonly string[] {
		return this.#frames;
	}

	/** Returns the visible rows (or all) as characters with their style. */
	cells({scrollback = false} = {}): Cell[][] {
		const lines = scrollback ? this.#lines(0, this.#buffer.length) : this.#visibleLines();
		return lines.map((line) => readCells(line, this.#terminal.cols));
	}

	get #buffer(): IBuffer {
		return this.#terminal.buffer.active;
	}

	#visibleLines(): IBufferLine[] {
		return this.#lines(this.#buffer.baseY, this.#terminal.rows);
	}

	#lines(first: number, count: number): IBufferLine[] {
		return Array.from({length: count}, (_, index) => this.#buffer.getLine(first + index)).filter(
			(line) => line !== undefined,
		);
	}

	#keepFrame(): void {
		const frame = this.screen().join('\n').trimEnd();
		if (frame !== this.#frames.at(-1)) {
			this.#frames.push(frame);
		}
	}

	// The emulator applies these modes, but does not tell of the cursor, nor when a frame is complete.
	#watchModes(): void {
		const {parser} = this.#terminal;
		parser.registerCsiHandler({prefix: '?', final: 'h'}, (parameters) => {
			this.#isCursorVisible ||= parameters.includes(25);
			return false;
		});
		parser.registerCsiHandler({prefix: '?', final: 'l'}, (parameters) => {
			this.#isCursorVisible &&= !parameters.includes(25);
			if (parameters.includes(2026)) {
				this.#keepFrame();
			}

			return false;
		});
	}
}

function readCells(line: IBufferLine, columns: number): Cell[] {
	const cells: Cell[] = [];
	for (let column = 0; column < columns; column++) {
		const cell = line.getCell(column);
		// The second half of a wide character has no width of its own.
		if (cell !== undefined && cell.getWidth() > 0) {
			cells.push(readCell(cell));
		}
	}

	return cells;
}

function readCell(cell: IBufferCell): Cell {
	return {
		text: cell.getChars() === '' ? ' ' : cell.getChars(),
		width: cell.getWidth() === 2 ? 2 : 1,
		foreground: color(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor()),
		background: color(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor()),
		bold: cell.isBold() !== 0,
		dim: cell.isDim() !== 0,
		italic: cell.isItalic() !== 0,
		underline: cell.isUnderline() !== 0,
		inverse: cell.isInverse() !== 0,
	};
}

function color(isDefault: boolean, isTrueColor: boolean, value: number): Color {
	if (isDefault) {
		return 'default';
	}

	return isTrueColor ? `#${value.toString(16).padStart(6, '0')}` : value;
}
