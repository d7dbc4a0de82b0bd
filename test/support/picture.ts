import type {Cell} from './emulator.ts';
import {colorRules, fillOf} from './palette.ts';

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
	return windowOf(terminal.columns, rows.length, title, drawRows(rows));
}

/** Several screens of a terminal, each for its seconds, over and over; who wants no motion sees the last one. */
export function renderFilm(
	frames: ReadonlyArray<{readonly rows: readonly (readonly Cell[])[]; readonly seconds: number}>,
	columns: number,
	title: string,
): string {
	const total = frames.reduce((sum, {seconds}) => sum + seconds, 0);
	let at = 0;
	const drawn = frames.map(({rows, seconds}, index) => {
		const from = round((at / total) * 100);
		at += seconds;
		const to = round((at / total) * 100);
		const isLast = index === frames.length - 1;
		return {
			rule: `@keyframes f${index}{0%{visibility:hidden}${from}%{visibility:visible}${isLast ? '' : `${to}%{visibility:hidden}`}}.f${index}{visibility:${isLast ? 'visible' : 'hidden'}}@media (prefers-reduced-motion:no-preference){.f${index}{animation:f${index} ${total}s step-end infinite}}`,
			group: [`<g class="f${index}">`, ...drawRows(rows), '</g>'],
		};
	});
	const height = Math.max(...frames.map(({rows}) => withoutEmptyEnd(rows).length));
	return windowOf(
		columns,
		height,
		title,
		drawn.flatMap(({group}) => group),
		drawn.map(({rule}) => rule).join(''),
	);
}

/** A window with what stands in it. */
function windowOf(
	columns: number,
	rows: number,
	title: string,
	content: readonly string[],
	rules = '',
): string {
	const width = round(columns * cellWidth + 2 * margin);
	const height = barHeight + rows * rowHeight + 2 * margin;
	const label = escape(title);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">`,
		`<title>${label}</title>`,
		// A browser takes runs of spaces together, and stretches what is left, unless the text itself says that they stay.
		`<style>text{white-space:pre}${colorRules}${rules}</style>`,
		`<rect class="paper line" x="0.5" y="0.5" width="${round(width - 1)}" height="${height - 1}" rx="8"/>`,
		...[18, 36, 54].map((x) => `<circle class="frame" cx="${x}" cy="${barHeight / 2 + 1}" r="5"/>`),
		`<text class="quiet" x="${round(width / 2)}" y="${barHeight / 2 + 5}" text-anchor="middle" font-family="system-ui, sans-serif" font-size="12">${label}</text>`,
		`<g font-family="${fonts}" font-size="${fontSize}" xml:space="preserve">`,
		...content,
		'</g>',
		'</svg>',
		'',
	].join('\n');
}

function drawRows(rows: readonly (readonly Cell[])[]): string[] {
	return withoutEmptyEnd(rows).flatMap((row, index) => drawRow(row, margin + barHeight + index * rowHeight));
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
	const fill = looks.inverse ? fillOf(looks.foreground, 'ink') : fillOf(looks.background, 'paper');
	return `<rect x="${left(column)}" y="${top}" width="${round(columns * cellWidth)}" height="${rowHeight}" ${fill}/>`;
}

function drawText({column, columns, text, looks}: Run, top: number): string {
	// Spaces around the text would be stretched as well, and some viewers drop them.
	const shown = looks.underline ? text : text.trim();
	const before = looks.underline ? 0 : (text.length - text.trimStart().length) * looks.width;
	const after = looks.underline ? 0 : (text.length - text.trimEnd().length) * looks.width;
	const fill = looks.inverse ? fillOf(looks.background, 'paper') : fillOf(looks.foreground, 'ink');
	const attributes = [
		`x="${left(column + before)}"`,
		`y="${top + 13}"`,
		`textLength="${round((columns - before - after) * cellWidth)}"`,
		fill,
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
