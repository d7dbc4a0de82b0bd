import {Box, Text} from 'ink';
import {useInterface} from '../interface.ts';
import {selected as selectedStyle} from '../looks/theme.ts';
import {widthOf} from '../models/width.ts';

/** Something to do besides answering, as a row below a list or a field. */
export function ActionRow({label, isSelected}: {readonly label: string; readonly isSelected: boolean}) {
	const {glyphs} = useInterface();
	return (
		<Box height={1} aria-role="option" aria-state={{selected: isSelected}}>
			<Text wrap="truncate-end" {...(isSelected ? selectedStyle : {})}>
				{isSelected ? glyphs.pointer : ' '.repeat(widthOf(glyphs.pointer))} {label}
			</Text>
		</Box>
	);
}
