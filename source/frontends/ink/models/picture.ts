import type {DOMElement} from 'ink';
import {widthOf} from './width.ts';

type Child = DOMElement['childNodes'][number];

/** How wide each row of the drawn picture is, without spaces at its end. Every row of ours is one row of the terminal. */
export function rowWidths(picture: DOMElement): number[] {
	const widths: number[] = [];
	measure(picture, 0, 0, widths);
	return Array.from({length: Math.max(widths.length, picture.yogaNode?.getComputedHeight() ?? 0)}, (_row, index) => widths[index] ?? 0);
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

	for (const child of (node as DOMElement).childNodes) {
		measure(child, x, y, widths);
	}
}

function textOf(node: Child): string {
	return node.nodeName === '#text' ? (node as {nodeValue: string}).nodeValue : (node as DOMElement).childNodes.map((child) => textOf(child)).join('');
}

/**
 * How many more rows a picture takes once the terminal has broken its rows to a narrower window.
 *
 * @param cursor where the cursor stands in it: only what is above counts then
 */
export function addedRows(widths: readonly number[], columns: number, cursor?: {readonly x: number; readonly y: number}): number {
	const above = cursor === undefined ? widths : widths.slice(0, cursor.y);
	const added = above.reduce((sum, width) => sum + Math.max(0, Math.ceil(width / columns) - 1), 0);
	return added + (cursor === undefined ? 0 : Math.floor(cursor.x / columns));
}
