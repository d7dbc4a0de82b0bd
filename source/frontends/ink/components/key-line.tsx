import {Box, Text} from 'ink';
import {useInterface} from '../interface.ts';
import type {Binding} from '../key-map.ts';
import {widthOf} from '../../lines/width.ts';

/** The keys that work now, in one row; where there is little room, the obvious ones are left out. */
export function KeyLine({bindings, width}: {readonly bindings: readonly Binding[]; readonly width: number}) {
	const {texts, glyphs} = useInterface();
	const between = ` ${glyphs.separator} `;
	const listed = bindings.flatMap(({shown, isEnabled = true, isObvious = false}) =>
		shown !== undefined && isEnabled ? [{sign: shown.sign, label: texts.text(shown.label), isObvious}] : [],
	);

	const widthOfAll = (): number =>
		listed.reduce((sum, {sign, label}) => sum + widthOf(`${sign} ${label}`), 0) +
		(listed.length - 1) * widthOf(between);
	while (widthOfAll() > width && listed.length > 1) {
		const obvious = listed.findIndex(({isObvious}) => isObvious);
		listed.splice(obvious === -1 ? listed.length - 1 : obvious, 1);
	}

	return (
		<Box height={1}>
			<Text wrap="truncate-end">
				{listed.map(({sign, label}, index) => (
					<Text key={sign}>
						{index === 0 ? '' : between}
						<Text bold>{sign}</Text>
						{` ${label}`}
					</Text>
				))}
			</Text>
		</Box>
	);
}
