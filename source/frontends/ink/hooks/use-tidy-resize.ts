import type {DOMElement} from 'ink';
import {useEffect, type RefObject} from 'react';
import {useInterface} from '../interface.ts';
import {addedRows, rowWidths} from '../models/picture.ts';

const escape = '\u001B[';

/**
 * A terminal that gets narrower breaks the rows of the picture; Ink then takes away only as many as it has written, and
 * torn copies stay behind. This goes up over the rows that were added, before Ink does its part.
 */
export function useTidyResize(picture: RefObject<DOMElement | null>): void {
	const {output: stdout, screen, cursor, reflows} = useInterface();
	useEffect(() => {
		let before = stdout.columns;
		const onResize = (): void => {
			const {columns} = stdout;
			if (columns < before && reflows && picture.current !== null && !screen.isSuspended) {
				const added = addedRows(rowWidths(picture.current), columns, cursor.get());
				if (added > 0) {
					// With a cursor in the picture, Ink erases everything below the row it reaches; without, row by row upwards.
					stdout.write(cursor.get() === undefined ? `${escape}2K${`${escape}1A${escape}2K`.repeat(added)}` : `${escape}${added}A`);
				}
			}

			before = columns;
		};

		// Ink's own listener must come after this one.
		stdout.prependListener('resize', onResize);
		return () => {
			stdout.off('resize', onResize);
		};
	}, [stdout, screen, cursor, reflows, picture]);
}
