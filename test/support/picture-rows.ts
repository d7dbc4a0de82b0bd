import type {Cell, Cursor} from './emulator.ts';
import {fillOf} from './palette.ts';

/** What a terminal shows at a moment; without a cursor if that is hidden. */
export interface Screen {
	readonly rows: readonly (readonly Cell[])[];
	readonly cursor?: Cursor | undefined;
}

/** Adjacent cells of one style. */
interface Run {
	readonly column: number;
	readonly columns: number;
	readonly text: string;
	readonly style: Cell;
}

// In pixels. Rows are only as high as the letters, so that lines drawn with box characters have no gaps.
export const fontSize = 14;
export const rowHeight = 17;
const cellWidth = 8.4;

/** Returns the left edge of a column, which is also the width of that many columns. */
export function left(column: number): number {
	return round(column * cellWidth);
}

/** Counts the rows of a screen down to the last one that shows something. */
export function heightOf({rows}: Screen): number {
	return rows.findLastIndex((row) => row.some((cell) => cell.text !== ' ' || isFilled(cell))) + 1;
}

/** Draws the rows of a screen down to the last one that shows something, and the cursor. */
export function drawScreen(screen: Screen): string[] {
	const {rows, cursor} = screen;
	const height = heightOf(screen);
	return [
		...rows.slice(0, height).flatMap((row, index) => drawRow(row, index * rowHeight)),
		...(cursor?.isVisible === true && cursor.row < height ? [drawCursor(cursor)] : []),
	];
}

/** Draws a bar at the end of the previous cell: it hides no character, not even the one under the cursor. */
function drawCursor({column, row}: Cursor): string {
	return `<rect x="${round(left(column) - 1.5)}" y="${row * rowHeight}" width="1.5" height="${rowHeight}"/>`;
}

function drawRow(row: readonly Cell[], top: number): string[] {
	const runs = runsOf(row);
	return [
		...runs.filter(({style}) => isFilled(style)).map((run) => drawBackground(run, top)),
		...runs.filter(({text, style}) => text.trim() !== '' || style.underline).map((run) => drawText(run, top)),
	];
}

function runsOf(row: readonly Cell[]): Run[] {
	const runs: Run[] = [];
	let column = 0;
	for (const cell of row) {
		const before = runs.at(-1);
		if (before !== undefined && isAlike(before.style, cell) && !isColumnBehind(before, cell)) {
			runs[runs.length - 1] = {
				...before,
				columns: before.columns + cell.width,
				text: before.text + cell.text,
			};
		} else {
			runs.push({column, columns: cell.width, text: cell.text, style: cell});
		}

		column += cell.width;
	}

	return runs;
}

function isAlike(one: Cell, other: Cell): boolean {
	// Fonts draw wide characters narrower than two cells: stretched with narrow ones, neither would fit.
	return (
		one.width === other.width &&
		isSign(one) === isSign(other) &&
		one.foreground === other.foreground &&
		one.background === other.background &&
		one.bold === other.bold &&
		one.dim === other.dim &&
		one.italic === other.italic &&
		one.underline === other.underline &&
		one.inverse === other.inverse
	);
}

/** Arrows, boxes, circles, ticks: many fonts lack them, and their substitutes have another width. */
function isSign({text}: Cell): boolean {
	return /^[\u2190-\u2BFF]/.test(text);
}

/** Reports whether a column begins after a gap: it must begin where it does in other rows, in any font. */
function isColumnBehind({text, style}: Run, cell: Cell): boolean {
	return text.endsWith('  ') && cell.text !== ' ' && !isFilled(style) && !style.underline;
}

function isFilled({background, inverse}: Cell): boolean {
	return inverse || background !== 'default';
}

function drawBackground({column, columns, style}: Run, top: number): string {
	const fill = style.inverse
		? fillOf(style.foreground, 'foreground')
		: fillOf(style.background, 'background');
	return `<rect x="${left(column)}" y="${top}" width="${left(columns)}" height="${rowHeight}"${fill}/>`;
}

function drawText({column, columns, text, style}: Run, top: number): string {
	// Spaces around the text would be stretched as well, and some viewers drop them.
	const shown = style.underline ? text : text.trim();
	const before = style.underline ? 0 : (text.length - text.trimStart().length) * style.width;
	const after = style.underline ? 0 : (text.length - text.trimEnd().length) * style.width;
	const fill = style.inverse
		? fillOf(style.background, 'background')
		: fillOf(style.foreground, 'foreground');
	const attributes = [
		` x="${left(column + before)}" y="${top + 13}" textLength="${left(columns - before - after)}"`,
		fill,
		style.bold ? ' font-weight="700"' : '',
		style.dim ? ' fill-opacity="0.7"' : '',
		style.italic ? ' font-style="italic"' : '',
		style.underline ? ' text-decoration="underline"' : '',
	];
	return `<text${attributes.join('')}>${escape(shown)}</text>`;
}

/** Rounds to two decimals. */
export function round(value: number): number {
	return Math.round(value * 100) / 100;
}

/** Escapes a text for markup. */
export function escape(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
