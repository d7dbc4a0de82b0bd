import {Box, Text} from 'ink';
import type {WhereAmI} from '../../../wizard/view.ts';
import {useInterface} from '../interface.ts';
import {badge} from '../../lines/theme.ts';
import {fillRows, placeParts} from '../layout/header.ts';
import {widthOf} from '../../lines/width.ts';

/** The rows of the header: the name of the program, whether it is a rehearsal, and where the operator stands. */
export function useHeader(
	place: WhereAmI,
	width: number,
	rows: number,
): {readonly title: string; readonly demo: string; readonly places: readonly string[]} {
	const {texts, glyphs} = useInterface();
	const title = texts.text('program.title');
	const demo = place.isDemo ? ` ${texts.text('ui.demo')} ` : '';
	const first = widthOf(title) + (demo === '' ? 0 : widthOf(demo) + 2) + 2;
	const places = fillRows(placeParts(place), {
		width,
		first,
		rows,
		separator: glyphs.separator,
		ellipsis: glyphs.ellipsis,
	});
	return {title, demo, places};
}

/** The header: see `useHeader`. */
export function Header({title, demo, places}: ReturnType<typeof useHeader>) {
	const [first = '', ...more] = places;
	return (
		<Box flexDirection="column">
			<Box height={1}>
				<Text bold>{title}</Text>
				{demo === '' ? null : (
					<Text>
						{'  '}
						<Text {...badge}>{demo}</Text>
					</Text>
				)}
				<Text wrap="truncate-end" dimColor>{`  ${first}`}</Text>
			</Box>
			{more.map((text) => (
				<Text key={text} wrap="truncate-end" dimColor>
					{text}
				</Text>
			))}
		</Box>
	);
}
