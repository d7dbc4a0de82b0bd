import {clamp} from '../../fields/answer.ts';

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
