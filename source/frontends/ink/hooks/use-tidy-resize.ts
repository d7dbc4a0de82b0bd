import type {DOMElement} from 'ink';
import {useEffect, type RefObject} from 'react';
import {useInterface} from '../interface.ts';
import {eraseReflowed, rowWidths} from '../layout/reflow.ts';

/**
 * A terminal that gets narrower breaks the rows of the frame; Ink then takes away only as many as it has written, and
 * torn copies stay behind. This takes the broken rows away before Ink does its part. What the terminal has pushed into
 * the scrollback meanwhile stays there: nobody can take that away.
 */
export function useTidyResize(frame: RefObject<DOMElement | null>): void {
	const {output, screen, cursor, reflow} = useInterface();
	useEffect(() => {
		let before = output.columns;
		const onResize = (): void => {
			const {columns} = output;
			if (columns < before && reflow !== 'none' && frame.current !== null && !screen.isSuspended) {
				output.write(eraseReflowed(rowWidths(frame.current), columns, cursor.get(), reflow));
			}

			before = columns;
		};

		// Ink's own listener must come after this one.
		output.prependListener('resize', onResize);
		return () => {
			output.off('resize', onResize);
		};
	}, [output, screen, cursor, reflow, frame]);
}
