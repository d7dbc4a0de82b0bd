import {Box, Text} from 'ink';
import {useKeyMap} from '../hooks/use-key-map.ts';
import {useInterface} from '../interface.ts';
import {wrapText} from '../layout/wrap.ts';

/** The least window in which every screen can be used: its width, in columns. */
export const leastColumns = 40;
/** Its height, in rows. */
export const leastRows = 12;

/** Asks for a larger window. Everything is kept; keys do nothing meanwhile, apart from leaving. */
export function SmallWindow({columns, rows}: {readonly columns: number; readonly rows: number}) {
	const {texts} = useInterface();
	useKeyMap({bindings: []});
	const text = texts.text('ui.smallWindow', {columns: leastColumns, rows: leastRows});
	return (
		<Box flexDirection="column">
			{wrapText(text, Math.max(8, columns - 1))
				.slice(0, Math.max(1, rows - 1))
				.map((row) => (
					<Text key={row} wrap="truncate-end">
						{row}
					</Text>
				))}
		</Box>
	);
}
