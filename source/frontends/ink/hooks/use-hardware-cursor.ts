import {useCursor} from 'ink';
import {use, useInsertionEffect, useLayoutEffect} from 'react';
import {BodySizeContext, useInterface} from '../interface.ts';

/** A window that gets lower loses the rows below the cursor first: from this row on the cursor stays away. */
const lowestRow = 9;

/**
 * Puts the terminal's own cursor into the field or onto the selected row, for input methods, screen readers
 * and magnifiers. Where there is none, or it is too low, the cursor waits unseen in the first row of the
 * body: it stays there however the rows below are wrapped anew, and only answers are pushed out of sight
 * before it.
 *
 * @param place row and column within the body
 */
export function useHardwareCursor(place: {readonly row: number; readonly column: number} | undefined): void {
	const {top, width} = use(BodySizeContext);
	const {canvas, drawn} = useInterface();
	const {setCursorPosition} = useCursor();
	const isSeen = place !== undefined && top + place.row <= lowestRow;
	const x = isSeen ? Math.min(place.column, width) : 0;
	const y = top + (isSeen ? place.row : 0);
	setCursorPosition({x, y});
	useInsertionEffect(() => canvas.showCursor(isSeen), [canvas, isSeen]);
	useLayoutEffect(() => {
		drawn.change({cursor: {x, y}});
		return () => drawn.change({cursor: undefined});
	}, [drawn, x, y]);
}
