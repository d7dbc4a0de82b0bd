import {useCursor} from 'ink';
import {useLayoutEffect} from 'react';
import {useBodySize, useInterface} from '../interface.ts';

/**
 * Puts the terminal's own cursor into the field or onto the selected row, for input methods, screen readers and
 * magnifiers.
 *
 * @param place row and column within the body; undefined hides the cursor
 */
export function useHardwareCursor(place: {readonly row: number; readonly column: number} | undefined): void {
	const {top, width} = useBodySize();
	const {cursor} = useInterface();
	const {setCursorPosition} = useCursor();
	const x = place && Math.min(place.column, width);
	const y = place && top + place.row;
	const position = x === undefined || y === undefined ? undefined : {x, y};
	setCursorPosition(position);
	useLayoutEffect(() => {
		cursor.set(x === undefined || y === undefined ? undefined : {x, y});
	}, [cursor, x, y]);
	useLayoutEffect(
		() => () => {
			cursor.set(undefined);
		},
		[cursor],
	);
}
