import type {DOMElement} from 'ink';
import type {Environment} from '../../../shell/environment.ts';
import type {TranscriptEntry} from '../../../wizard/view.ts';
import {widthOf} from '../../lines/width.ts';

type Child = DOMElement['childNodes'][number];

/** Returns the width of each row of the frame, without trailing spaces. Each is one row of the terminal. */
export function rowWidths(frame: DOMElement): number[] {
	const widths = Array.from({length: frame.yogaNode?.getComputedHeight() ?? 0}, () => 0);
	const measure = (node: Child, left: number, top: number): void => {
		const {yogaNode} = node;
		if (yogaNode === undefined || node.nodeName === '#text') {
			return;
		}

		const x = left + yogaNode.getComputedLeft();
		const y = top + yogaNode.getComputedTop();
		if (node.nodeName === 'ink-text') {
			const width = Math.min(widthOf(textOf(node).trimEnd()), yogaNode.getComputedWidth());
			widths[y] = Math.max(widths[y] ?? 0, width === 0 ? 0 : x + width);
		} else {
			node.childNodes.forEach((child) => measure(child, x, y));
		}
	};

	measure(frame, 0, 0);
	return widths;
}

function textOf(node: Child): string {
	return node.nodeName === '#text' ? node.nodeValue : node.childNodes.map((child) => textOf(child)).join('');
}

/**
 * What a terminal does to rows that are too wide when its window narrows. `none`: it cuts them. `exact`: it
 * rewraps them, and the cursor keeps its place in the text. `all-above`: the same, but the cursor moves as if
 * all of that happened above it (xterm.js). `out-of-sight`: like `exact`, but each added row pushes the first
 * row of the window out of sight, even if rows below are empty (tmux).
 */
export type Reflow = 'none' | 'exact' | 'all-above' | 'out-of-sight';

/** Returns the most rows of a frame that is no table: it can be erased whole even if each row becomes two. */
export function usualHeight(rows: number): number {
	return Math.max(16, Math.floor(rows / 2));
}

/**
 * Returns the rows of the window that a frame leaves free. A frame that fills the window is drawn twice. In
 * tmux and screen it must not begin in the first row: erasing from there to the end fills the scrollback.
 */
export function freeRowsIn({TMUX, TERM = ''}: Environment): number {
	return TMUX !== undefined || /^(?:tmux|screen)/.test(TERM) ? 2 : 1;
}

/** A frame as it was drawn before the window changed. */
export interface DrawnFrame {
	/** The widths of the rows directly above it that an earlier change has pushed out of sight. */
	readonly lost: readonly number[];
	readonly widths: readonly number[];
	/** The answers at its top, if each is one whole row: they may stay above. */
	readonly answered: readonly TranscriptEntry[];
	/** Whether answers of an earlier frame have stayed above. */
	readonly hasKept: boolean;
	/** The cursor's place in it; undefined if the cursor is below. */
	readonly cursor: {readonly x: number; readonly y: number} | undefined;
}

/** A terminal's answer to where its cursor is. */
export interface TerminalReply {
	/** The row of the screen, from 0; undefined if it has not answered. */
	readonly row: number | undefined;
	readonly reflow: Reflow;
}

/**
 * Returns the sequence that erases a frame rewrapped by the terminal, and leaves the cursor where it began.
 * Rows pushed out of sight cannot be erased: they are remembered, since they come back when the window grows.
 * In tmux they do not: there, answers that were pushed out stay above for good, with what is still visible of
 * them, and are not drawn again.
 */
export function eraseReflowed(
	{lost, widths, answered, hasKept, cursor}: DrawnFrame,
	{columns, rows}: Pick<NodeJS.WriteStream, 'columns' | 'rows'>,
	{row, reflow}: TerminalReply,
): {readonly sequence: string; readonly lost: readonly number[]; readonly kept: number} {
	const heightOf = (width: number): number =>
		reflow === 'none' ? 1 : Math.max(1, Math.ceil(width / columns));
	const heights = widths.map((width) => heightOf(width));
	const {x, y} = cursor ?? {x: 0, y: widths.length};
	const within =
		reflow === 'all-above'
			? // From the last row to the first, except the one on which xterm.js finds the cursor meanwhile.
				heights.reduceRight((at, height, index) => (index === at ? at : at + height - 1), y)
			: sum(heights.slice(0, y)) + (reflow === 'none' ? 0 : Math.floor(x / columns));
	const above = sum(lost.map((width) => heightOf(width))) + within;
	const inSight = row === undefined ? above : Math.min(above, row);
	let hidden = above - inSight;
	let kept = 0;
	const mostKept = reflow === 'out-of-sight' && lost.length === 0 ? answered.length : 0;
	while (hidden > 0 && kept < mostKept) {
		hidden -= heights[kept] ?? 1;
		kept += 1;
	}

	const top = inSight + Math.min(0, hidden);
	const out: number[] = [];
	for (const width of [...lost, ...widths.slice(kept)]) {
		if (hidden <= 0) {
			break;
		}

		out.push(Math.min(width, hidden * columns));
		hidden -= heightOf(width);
	}

	// tmux saves what is erased from the first row of the window to its end, so rows are emptied one by one.
	const emptied = `${escape}[2K${escape}[B`.repeat(rows);
	const room =
		reflow === 'out-of-sight' && row !== undefined ? roomAbove(row - top, rows, hasKept || kept > 0) : '';
	const up = top === 0 ? '' : `${escape}[${top}A`;
	return {sequence: `${up}\r${escape}7${emptied}${escape}8${room}`, lost: out, kept};
}

/**
 * Returns what moves the rows above the frame down, as far as a frame leaves room, so that a narrower window
 * pushes empty rows out of sight first. Answers that were kept stay where they are.
 *
 * @param start the row of the screen in which the frame begins
 */
function roomAbove(start: number, rows: number, hasKept: boolean): string {
	const moved = rows - usualHeight(rows) - start;
	if (moved <= 0) {
		return '';
	}

	return hasKept ? `${escape}[${moved}B` : `${escape}[H${escape}[${moved}L${escape}[${start + moved + 1}H`;
}

const escape = '\u001B';

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, each) => total + each, 0);
}
