import {clamp} from '../../fields/answer.ts';

/** A page of rows that are too many for the screen. */
export interface Page {
	readonly top: number;
	readonly height: number;
	/** Pages that make the whole, and which one this is, from 1. */
	readonly count: number;
	readonly number: number;
	readonly isLast: boolean;
}

/** The page that begins at `top`, moved so that the window is full: the last one may repeat rows. */
export function pageAt(top: number, rowCount: number, height: number): Page {
	const visible = Math.max(1, height);
	const lowest = Math.max(0, rowCount - visible);
	const start = clamp(top, 0, lowest);
	const count = Math.max(1, Math.ceil(rowCount / visible));
	return {
		top: start,
		height: visible,
		count,
		number: start === lowest ? count : Math.floor(start / visible) + 1,
		isLast: start === lowest,
	};
}
