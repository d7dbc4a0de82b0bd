import {Box} from 'ink';
import type {Row} from '../models/wrap.ts';
import {RowLine} from './row-line.tsx';

/** Rows below each other. */
export function Rows({rows}: {readonly rows: readonly Row[]}) {
	return (
		<Box flexDirection="column">
			{rows.map((row, index) => (
				// oxlint-disable-next-line react/no-array-index-key -- rows are places on the screen
				<RowLine key={index} row={row} />
			))}
		</Box>
	);
}
