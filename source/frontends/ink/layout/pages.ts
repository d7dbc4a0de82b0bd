import {clamp} from '../../fields/field.ts';

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

/**
 * Where a window over a list begins: as it was, moved only as far as the selected row needs to be seen.
 *
 * @param top where it began before
 * @param selected index of the row that must be seen; undefined where no row of the list is selected
 */
export function windowTop(top: number, selected: number | undefined, count: number, height: number): number {
	const lowest = Math.max(0, count - height);
	if (selected === undefined) {
		return clamp(top, 0, lowest);
	}

	return clamp(top, Math.max(0, selected - height + 1), Math.min(selected, lowest));
}
