import {Box, Text, useCursor} from 'ink';
import {use, useInsertionEffect, useLayoutEffect, type ReactNode} from 'react';
import {widthOf} from '../../lines/width.ts';
import {BodySizeContext, useInterface, type Interface} from '../interface.ts';
import {useKeyMap, type Binding, type KeyMap, type Trigger} from '../key-map.ts';

/** Returns the rows of the line of keys, with the empty row above it if there is room. */
export function keyRows(height: number): number {
	return height >= 10 ? 2 : 1;
}

/** The last row for the cursor: a window that gets lower first loses the rows below the cursor. */
const lowestRow = 9;

interface Place {
	readonly row: number;
	readonly column: number;
}

interface BodyProps {
	readonly keys: KeyMap;
	/** Whether keys are taken; otherwise they wait. */
	readonly isActive?: boolean;
	/** What the line of keys lists, if that is more than what already works. */
	readonly listed?: readonly Binding[];
	readonly cursor?: Place | undefined;
	/** Whether an empty row is above the line of keys. */
	readonly hasGap?: boolean | undefined;
	readonly children?: ReactNode;
}

/** Draws the content of a screen, and below it the keys that work there. */
export function Body({keys, isActive, listed = keys.bindings, cursor, hasGap, children}: BodyProps) {
	const {height} = use(BodySizeContext);
	useKeyMap(keys, isActive);
	useHardwareCursor(cursor);
	return (
		<Box flexDirection="column">
			{children}
			<Box height={1} marginTop={(hasGap ?? keyRows(height) === 2) ? 1 : 0}>
				<KeyLine bindings={listed} />
			</Box>
		</Box>
	);
}

/**
 * Puts the terminal's own cursor into the field or onto the selected row, for input methods, screen readers
 * and magnifiers. Without a place, or below `lowestRow`, the cursor waits hidden in the first row of the
 * body: it stays there however the rows below are rewrapped, and only answers go out of sight before it.
 */
function useHardwareCursor(place: Place | undefined): void {
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

/**
 * Draws the keys that work now, in one row. If there is too little room, the obvious ones are dropped first.
 */
function KeyLine({bindings}: Pick<KeyMap, 'bindings'>) {
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
