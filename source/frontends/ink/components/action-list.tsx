import {Box, Text} from 'ink';
import SelectInput from 'ink-select-input';
import {useState} from 'react';
import type {Action} from '../../../wizard/question.ts';
import {useHardwareCursor} from '../hooks/use-hardware-cursor.ts';
import {useInterface} from '../interface.ts';
import type {Binding} from '../keyboard/key-map.ts';
import {selected as selectedStyle} from '../looks/theme.ts';
import {windowTop} from '../models/list-window.ts';

/** Where the selection stands: index among the actions, and the index of the first visible one. */
interface Position {
	readonly index: number;
	readonly top: number;
}

/** A short list of things to do, and the keys for it. */
export interface ActionList {
	readonly actions: readonly Action[];
	/** Rows that it may take. */
	readonly limit: number;
	readonly position: Position;
	readonly move: (by: 1 | -1) => void;
	readonly bindings: readonly Binding[];
}

/**
 * The state of a list of actions. `ink-select-input` does the selecting; it goes around at both ends, which would
 * surprise who holds a key down: it gets no key that would.
 */
export function useActionList(actions: readonly Action[], limit: number): ActionList {
	const {glyphs} = useInterface();
	const visible = Math.max(1, Math.min(limit, actions.length));
	// Other actions, or another number of rows, begin the list anew; with other rows the selected one stays selected.
	const identity = actions.map(({id}) => id).join(' ');
	const [state, setState] = useState({identity, visible, index: 0, top: 0});
	const index = state.identity === identity ? state.index : 0;
	const isSame = state.identity === identity && state.visible === visible;
	const position = {index, top: isSame ? state.top : Math.max(0, index - visible + 1)};
	const move = (by: 1 | -1): void => {
		const next = index + by;
		setState({identity, visible, index: next, top: windowTop(position.top, next, actions.length, visible)});
	};

	const canMove = (by: 1 | -1): boolean => actions[index + by] !== undefined;
	const bindings: Binding[] = [
		{
			on: ['enter'],
			shown: {sign: glyphs.enter, label: 'ui.key.choose'},
			isEnabled: actions.length > 0,
			run: () => 'to-ink',
		},
		{
			on: ['up', 'down'],
			shown: {sign: glyphs.upDown, label: 'ui.key.move'},
			isObvious: true,
			isEnabled: actions.length > 1,
			run(event) {
				const by = event.kind === 'key' && event.name === 'up' ? -1 : 1;
				if (!canMove(by)) {
					return 'done';
				}

				move(by);
				return 'to-ink';
			},
		},
	];
	return {actions, limit: visible, position, move, bindings};
}

/** Draws a list of actions. */
export function Actions({
	list,
	top,
	onChoose,
}: {
	readonly list: ActionList;
	readonly top: number;
	readonly onChoose: (id: string) => void;
}) {
	const {texts, glyphs} = useInterface();
	const {actions, limit, position} = list;
	const bottom = position.top + limit - 1;
	const items = actions.map(({id, label}, index) => {
		const isMoreAbove = index === position.top && index > 0;
		const isMoreBelow = index === bottom && index < actions.length - 1;
		const more = `${isMoreAbove ? `  ${glyphs.moreAbove}` : ''}${isMoreBelow ? `  ${glyphs.moreBelow}` : ''}`;
		return {value: id, label: texts.say(label) + more};
	});
	useHardwareCursor({row: top + position.index - position.top, column: 0});
	return (
		<Box flexDirection="column" aria-role="menu">
			<SelectInput
				key={`${limit} ${actions.map(({id}) => id).join(' ')}`}
				items={items}
				initialIndex={position.index}
				limit={limit}
				indicatorComponent={Pointer}
				itemComponent={ActionLabel}
				onSelect={(item) => {
					onChoose(item.value);
				}}
			/>
		</Box>
	);
}

function Pointer({isSelected = false}: {readonly isSelected?: boolean}) {
	const {glyphs} = useInterface();
	return (
		<Box width={2} flexShrink={0} aria-hidden>
			<Text {...selectedStyle}>{isSelected ? glyphs.pointer : ' '}</Text>
		</Box>
	);
}

function ActionLabel({isSelected = false, label}: {readonly isSelected?: boolean; readonly label: string}) {
	return (
		<Box height={1} aria-role="menuitem" aria-state={{selected: isSelected}}>
			<Text wrap="truncate-end" {...(isSelected ? selectedStyle : {})}>
				{label}
			</Text>
		</Box>
	);
}
