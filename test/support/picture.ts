import type {Cell} from './emulator.ts';
import {hexadecimal, ink, paper} from './palette.ts';

/** What a picture is made of: a terminal, or anything that has rows of cells. */
export interface Drawable {
	readonly columns: number;
	cells(options?: {readonly scrollback?: boolean}): readonly (readonly Cell[])[];
}

export interface PictureOptions {
	/** Stands in the window's frame, and is what a screen reader says. */
	readonly title: string;
	/** The rows that have scrolled out as well. */
	readonly scrollback?: boolean;
}

/** Cells that look alike and lie side by side. */
interface Run {
	readonly column: number;
	readonly columns: number;
	readonly text: string;
	readonly looks: Cell;
}

// In pixels. Rows are only as high as the letters, so that lines drawn with box characters have no gaps.
const fontSize = 14;
const cellWidth = 8.4;
const rowHeight = 17;
const margin = 14;
const barHeight = 30;

const fonts = [
	"'IBM Plex Mono'",
	"'JetBrains Mono'",
	'Menlo',
	'Consolas',
	"'DejaVu Sans Mono'",
	"'Noto Sans Mono CJK JP'",
	"'Noto Sans CJK JP'",
	'monospace',
].join(', ');

/** Draws a terminal as an SVG that needs nothing from elsewhere; empty rows at the end are left out. */
export function renderSvg(terminal: Drawable, {title, scrollback = false}: PictureOptions): string {
	const rows = withoutEmptyEnd(terminal.cells({scrollback}));
	const width = round(terminal.columns * cellWidth + 2 * margin);
	const height = barHeight + rows.length * rowHeight + 2 * margin;
	const label = escape(title);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">`,
		`<title>${label}</title>`,
		`<rect x="0.5" y="0.5" width="${round(width - 1)}" height="${height - 1}" rx="8" fill="${paper}" stroke="#3b404b"/>`,
		...[18, 36, 54].map((x) => `<circle cx="${x}" cy="${barHeight / 2 + 1}" r="5" fill="#3b404b"/>`),
		`<text x="${round(width / 2)}" y="${barHeight / 2 + 5}" text-anchor="middle" font-family="system-ui, sans-serif" font-size="12" fill="#7f8796">${label}</text>`,
		`<g font-family="${fonts}" font-size="${fontSize}" xml:space="preserve" style="white-space: pre">`,
		...rows.flatMap((row, index) => drawRow(row, margin + barHeight + index * rowHeight)),
		'</g>',
		'</svg>',
		'',
	].join('\n');
}

function withoutEmptyEnd(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
	const last = rows.findLastIndex((row) => row.some((cell) => cell.text !== ' ' || isFilled(cell)));
	return rows.slice(0, last + 1);
}

function drawRow(row: readonly Cell[], top: number): string[] {
	const runs = runsOf(row);
	return [
		...runs.filter(({looks}) => isFilled(looks)).map((run) => drawBackground(run, top)),
		...runs.filter(({text, looks}) => text.trim() !== '' || looks.underline).map((run) => drawText(run, top)),
	];
}

function runsOf(row: readonly Cell[]): Run[] {
	const runs: Run[] = [];
	let column = 0;
	for (const cell of row) {
		const before = runs.at(-1);
		if (before !== undefined && isAlike(before.looks, cell)) {
			runs[runs.length - 1] = {
				...before,
				columns: before.columns + cell.width,
				text: before.text + cell.text,
			};
		} else {
			runs.push({column, columns: cell.width, text: cell.text, looks: cell});
		}

		column += cell.width;
	}

	return runs;
}

function isAlike(one: Cell, other: Cell): boolean {
	// Fonts draw wide characters narrower than two cells: stretched together with narrow ones, neither would fit.
	return (
		one.width === other.width &&
		one.foreground === other.foreground &&
		one.background === other.background &&
		one.bold === other.bold &&
		one.dim === other.dim &&
		one.italic === other.italic &&
		one.underline === other.underline &&
		one.inverse === other.inverse
	);
}

function isFilled({background, inverse}: Cell): boolean {
	return inverse || background !== 'default';
}

function drawBackground({column, columns, looks}: Run, top: number): string {
	const fill = looks.inverse ? hexadecimal(looks.foreground, ink) : hexadecimal(looks.background, paper);
	return `<rect x="${left(column)}" y="${top}" width="${round(columns * cellWidth)}" height="${rowHeight}" fill="${fill}"/>`;
}

function drawText({column, columns, text, looks}: Run, top: number): string {
	// Spaces around the text would be stretched as well, and some viewers drop them.
	const shown = looks.underline ? text : text.trim();
	const before = looks.underline ? 0 : (text.length - text.trimStart().length) * looks.width;
	const after = looks.underline ? 0 : (text.length - text.trimEnd().length) * looks.width;
	const fill = looks.inverse ? hexadecimal(looks.background, paper) : hexadecimal(looks.foreground, ink);
	const attributes = [
		`x="${left(column + before)}"`,
		`y="${top + 13}"`,
		`textLength="${round((columns - before - after) * cellWidth)}"`,
		`fill="${fill}"`,
		looks.bold ? 'font-weight="700"' : '',
		looks.dim ? 'fill-opacity="0.62"' : '',
		looks.italic ? 'font-style="italic"' : '',
		looks.underline ? 'text-decoration="underline"' : '',
	];
	return `<text ${attributes.filter(Boolean).join(' ')}>${escape(shown)}</text>`;
}

function left(column: number): number {
	return round(margin + column * cellWidth);
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}

function escape(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
