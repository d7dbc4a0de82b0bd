import type {DOMElement} from 'ink';
import {widthOf} from '../../lines/width.ts';

type Child = DOMElement['childNodes'][number];

/** How wide each row of the drawn frame is, without spaces at its end. Every row of ours is one row of the terminal. */
export function rowWidths(frame: DOMElement): number[] {
	const widths: number[] = [];
	measure(frame, 0, 0, widths);
	return Array.from(
		{length: Math.max(widths.length, frame.yogaNode?.getComputedHeight() ?? 0)},
		(_row, index) => widths[index] ?? 0,
	);
}

function measure(node: Child, left: number, top: number, widths: number[]): void {
	const {yogaNode} = node;
	if (yogaNode === undefined || node.nodeName === '#text') {
		return;
	}

	const x = left + yogaNode.getComputedLeft();
	const y = top + yogaNode.getComputedTop();
	if (node.nodeName === 'ink-text') {
		const width = Math.min(widthOf(textOf(node).trimEnd()), yogaNode.getComputedWidth());
		const end = width === 0 ? 0 : x + width;
		widths[y] = Math.max(widths[y] ?? 0, end);
		return;
	}

	for (const child of node.childNodes) {
		measure(child, x, y, widths);
	}
}

function textOf(node: Child): string {
	return node.nodeName === '#text' ? node.nodeValue : node.childNodes.map((child) => textOf(child)).join('');
}

interface Place {
	readonly x: number;
	readonly y: number;
}

/**
 * What erases a frame whose rows the terminal has broken to a narrower window, and leaves the cursor where Ink, which
 * knows only the rows it has written, will find the beginning of the frame.
 *
 * @param cursor where the cursor stands in the frame; undefined where it is below it
 */
export function eraseReflowed(
	widths: readonly number[],
	columns: number,
	cursor: Place | undefined,
	reflow: 'exact' | 'all-above',
): string {
	const heights = widths.map((width) => Math.max(1, Math.ceil(width / columns)));
	const total = sum(heights);
	const added = total - widths.length;
	if (cursor === undefined) {
		// Ink goes up row by row and erases each: it is enough to begin higher.
		return added === 0 ? '' : `${eraseRow}${`${up(1)}${eraseRow}`.repeat(added)}`;
	}

	// Ink goes up to the first row and erases from there. tmux keeps in its scrollback what is erased like that from the
	// first row of the window on, so each row is emptied before.
	const above =
		reflow === 'exact'
			? sum(heights.slice(0, cursor.y)) + Math.floor(cursor.x / columns)
			: cursor.y + added - ((heights[cursor.y] ?? 1) - 1);
	const rows = `${eraseRow}${escape}[B`.repeat(total);
	return `${up(above)}${escape}7${rows}${escape}8${cursor.y === 0 ? '' : `${escape}[${cursor.y}B`}`;
}

const escape = '\u001B';
const eraseRow = `${escape}[2K`;

function up(rows: number): string {
	return rows === 0 ? '' : `${escape}[${rows}A`;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, each) => total + each, 0);
}
