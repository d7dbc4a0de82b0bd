import {clamp} from '../../fields/answer.ts';

/** The page that begins at `top`, moved so that the window is full: the last one may repeat rows. */
export function pageAt(top: number, rowCount: number, height: number) {
	const visible = Math.max(1, height);
	const lowest = Math.max(0, rowCount - visible);
	const start = clamp(top, 0, lowest);
	const count = Math.max(1, Math.ceil(rowCount / visible));
	return {
		top: start,
		height: visible,
		/** Pages that make the whole, and which one this is, from 1. */
		count,
		number: start === lowest ? count : Math.floor(start / visible) + 1,
		isLast: start === lowest,
	};
}
