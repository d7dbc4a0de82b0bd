import {Box, Text} from 'ink';
import {use, type ReactNode} from 'react';
import {widthOf} from '../../lines/width.ts';
import {BodySizeContext, useInterface, type Interface} from '../interface.ts';
import type {Binding, Trigger} from '../key-map.ts';

/** Rows that the line of keys takes, with the empty one above it where there is room. */
export function keyRows(height: number): number {
	return height >= 10 ? 2 : 1;
}

interface BodyProps {
	readonly bindings: readonly Binding[];
	/** An empty row above the line of keys. */
	readonly hasGap?: boolean | undefined;
	readonly children?: ReactNode;
}

/** A screen: what it shows, and below it the keys that work there. */
export function Body({bindings, hasGap, children}: BodyProps) {
	const {height} = use(BodySizeContext);
	return (
		<Box flexDirection="column">
			{children}
			<Box height={1} marginTop={(hasGap ?? keyRows(height) === 2) ? 1 : 0}>
				<KeyLine bindings={bindings} />
			</Box>
		</Box>
	);
}

/** The keys that work now, in one row; where there is little room, the obvious ones are left out. */
function KeyLine({bindings}: Pick<BodyProps, 'bindings'>) {
	const ui = useInterface();
	const {width} = use(BodySizeContext);
	const between = ` ${ui.glyphs.separator} `;
	const signs = signsOf(ui);
	const listed = bindings.flatMap(({on, label, isEnabled = true, isObvious = false}) =>
		label !== undefined && isEnabled ? [{sign: signs[on[0]], text: ui.texts.text(label), isObvious}] : [],
	);

	const textOfAll = (): string => listed.map(({sign, text}) => `${sign} ${text}`).join(between);
	while (widthOf(textOfAll()) > width && listed.length > 1) {
		const obvious = listed.findIndex(({isObvious}) => isObvious);
		listed.splice(obvious === -1 ? listed.length - 1 : obvious, 1);
	}

	return (
		<Text wrap="truncate-end">
			{listed.map(({sign, text}, index) => (
				<Text key={sign}>
					{index === 0 ? '' : between}
					<Text bold>{sign}</Text>
					{` ${text}`}
				</Text>
			))}
		</Text>
	);
}

/** How a key is called. */
function signsOf({texts, glyphs}: Interface): Readonly<Partial<Record<Trigger, string>>> {
	return {
		enter: texts.text('ui.sign.enter'),
		escape: 'Esc',
		up: glyphs.upDown,
		'page-up': texts.text('ui.sign.page'),
		'erase-line': texts.text('ui.sign.clear'),
		' ': texts.text('ui.sign.mark'),
		'?': '?',
		leave: texts.text('ui.sign.quit'),
	};
}
