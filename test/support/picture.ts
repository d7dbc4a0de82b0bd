import type {Cell, Cursor} from './emulator.ts';
import {colorRules} from './palette.ts';
import {drawScreen, escape, fontSize, heightOf, left, round, rowHeight, type Screen} from './picture-rows.ts';

/** The source of a picture: a terminal, or anything with rows of cells. */
export interface Drawable {
	readonly columns: number;
	cells(options?: {readonly scrollback?: boolean}): readonly (readonly Cell[])[];
	cursor(): Cursor;
}

export interface PictureOptions {
	/** Shown in the window's frame, and read by screen readers. */
	readonly title: string;
	/** Whether rows that have scrolled out are drawn: a record, where no cursor waits for anything. */
	readonly scrollback?: boolean;
}

/** A screen of a film, and how long it stays. */
export type Frame = Screen & {readonly seconds: number};

// In pixels.
const margin = 14;
const barHeight = 30;
const endOfButtons = 70;
/** The average width of a character of the title. */
const titleCell = 6.2;

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

/** Draws a terminal as a self-contained SVG, without empty rows at the end. */
export function renderSvg(terminal: Drawable, {title, scrollback = false}: PictureOptions): string {
	const rows = terminal.cells({scrollback});
	const screen: Screen = scrollback ? {rows} : {rows, cursor: terminal.cursor()};
	return windowOf(terminal.columns, heightOf(screen), title, drawScreen(screen));
}

/** Draws several screens, each for its seconds, in a loop; readers who want no motion see the last one. */
export function renderFilm(frames: readonly Frame[], columns: number, title: string): string {
	const total = frames.reduce((sum, {seconds}) => sum + seconds, 0);
	let at = 0;
	const drawn = frames.map((frame, index) => {
		const from = round((at / total) * 100);
		at += frame.seconds;
		const to = round((at / total) * 100);
		const isLast = index === frames.length - 1;
		return {
			rule: `@keyframes f${index}{0%{visibility:hidden}${from}%{visibility:visible}${isLast ? '' : `${to}%{visibility:hidden}`}}.f${index}{visibility:${isLast ? 'visible' : 'hidden'}}@media (prefers-reduced-motion:no-preference){.f${index}{animation:f${index} ${total}s step-end infinite}}`,
			group: [`<g class="f${index}">`, ...drawScreen(frame), '</g>'],
		};
	});
	const height = Math.max(...frames.map((frame) => heightOf(frame)));
	return windowOf(
		columns,
		height,
		title,
		drawn.flatMap(({group}) => group),
		drawn.map(({rule}) => rule).join(''),
	);
}

function windowOf(
	columns: number,
	rows: number,
	title: string,
	content: readonly string[],
	rules = '',
): string {
	const width = round(left(columns) + 2 * margin);
	const height = barHeight + rows * rowHeight + 2 * margin;
	const label = escape(title);
	const drawn = content.join('\n');
	const middle = Math.max(round(width / 2), endOfButtons + (title.length * titleCell) / 2);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">`,
		`<title>${label}</title>`,
		// Browsers collapse runs of spaces and stretch the rest, unless the text itself says that they stay.
		`<style>text{white-space:pre}${colorRules(drawn)}${rules}</style>`,
		`<rect class="background line" x="0.5" y="0.5" width="${round(width - 1)}" height="${height - 1}" rx="8"/>`,
		...[18, 36, 54].map((x) => `<circle class="frame" cx="${x}" cy="${barHeight / 2 + 1}" r="5"/>`),
		`<text class="quiet" x="${middle}" y="${barHeight / 2 + 5}" text-anchor="middle" font-family="system-ui, sans-serif" font-size="12">${label}</text>`,
		`<g class="foreground" transform="translate(${margin} ${margin + barHeight})" font-family="${fonts}" font-size="${fontSize}" xml:space="preserve">`,
		drawn,
		'</g>',
		'</svg>',
		'',
	].join('\n');
}
