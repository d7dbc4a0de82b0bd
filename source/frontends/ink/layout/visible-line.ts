import type {VisibleText} from '../../fields/visible-text.ts';
import {headOf, tailOf, widthOf} from '../../lines/width.ts';

/** One row in which something is typed. */
export interface VisibleLine {
	/** What stands before it. */
	readonly label: string;
	/** What is shown of what was typed. */
	readonly shown: string;
	/** Said behind it, quietly. */
	readonly behind: string;
	/** The column in which the cursor stands. */
	readonly column: number;
}

/** Lays a text out in one row: where it is wider, what stands before the cursor is shown. */
export function layoutVisibleLine(
	label: string,
	{value, cursor}: Pick<VisibleText, 'value' | 'cursor'>,
	{
		width,
		ellipsis,
		behind = '',
	}: {readonly width: number; readonly ellipsis: string; readonly behind?: string},
): VisibleLine {
	const room = width - widthOf(label) - 2 - (behind === '' ? 0 : widthOf(behind) + 2);
	const before = value.slice(0, cursor);
	const start =
		widthOf(before) <= room ? before : ellipsis + tailOf(before, Math.max(0, room - widthOf(ellipsis)));
	const shown = start + headOf(value.slice(cursor), Math.max(0, room - widthOf(start)));
	return {label, shown, behind, column: widthOf(label) + 1 + widthOf(start)};
}
