import {Text} from 'ink';
import {use, useState} from 'react';
import {message} from '../../../text/message.ts';
import type {Texts} from '../../../text/texts.ts';
import type {Action, OfferedAction} from '../../../wizard/action.ts';
import {wrap} from '../../fields/field.ts';
import type {Line} from '../../lines/line.ts';
import type {TableRoom} from '../../lines/table/table.ts';
import {usePages, windowTop} from '../hooks/use-pages.ts';
import {BodySizeContext, useInterface} from '../interface.ts';
import type {Binding} from '../key-map.ts';
import {backBinding, enterBinding, helpBinding, leaveBinding, moveBinding, pageBindings} from '../keys.ts';
import {wrapLines, type Row} from '../layout/wrap.ts';
import {Body} from './body.tsx';
import {Entries} from './entries.tsx';
import {Rows} from './rows.tsx';

interface LinesScreenProps {
	/** Returns the lines for a room: with similar rows folded, if they do not fit on one page. */
	readonly linesIn: (room: TableRoom, texts: Texts) => readonly Line[];
	readonly actions: readonly OfferedAction[];
	/** Handles the chosen action; without it, the session does. */
	readonly onChoose?: (action: Action) => void;
	/** Whether an action is offered only once the lines have been seen to their end. */
	readonly isGuarded?: (action: Action) => boolean;
	/** What Esc does; undefined if it does nothing. */
	readonly onBack?: (() => void) | undefined;
	/** Called once the last of the lines has really been on the screen. */
	readonly onSeen?: (() => void) | undefined;
}

/** An action, or the rest of the lines (undefined). */
type Entry = Omit<OfferedAction, 'action'> & {readonly action: Action | undefined};

/** At least this many entries are visible, if the lines leave room for them. */
const leastEntries = 3;

/**
 * Draws lines to be read, in pages if they do not fit, and what can be done then. Entries are drawn, and keys
 * taken, only once a page has really been written; what was typed before that is discarded.
 */
export function LinesScreen(props: LinesScreenProps) {
	const ui = useInterface();
	const {linesIn, actions, isGuarded, onBack, onSeen} = props;
	const {onChoose = (action: Action) => ui.session.act(action)} = props;
	const {width, height, top: above} = use(BodySizeContext);
	const layoutOf = (shown: readonly Line[], leastActions = 0): ReturnType<typeof layoutLines> =>
		layoutLines(wrapLines(shown, width), Math.max(leastActions, actions.length), height);
	const whole = linesIn({columns: width}, ui.texts);
	const lines = layoutOf(whole).isWhole ? whole : linesIn({columns: width, isFolded: true}, ui.texts);
	// If nothing can be done yet, the entry for the rest takes the row of an action.
	const layout = layoutOf(lines, isGuarded === undefined || layoutOf(lines).isWhole ? 0 : 1);
	const {rows, pageHeight, room} = layout;
	const pages = usePages(`${namesOf(actions)}\n${textOf(lines)}`, rows.length, pageHeight, onSeen);
	const {page, isReady, isSeen, goOn} = pages;
	const {number, count} = page;
	const isHeldBack = isGuarded !== undefined && !isSeen && count > 1;
	const showRest = {action: undefined, label: message('ui.showRest', {number, count})};
	const entries: readonly Entry[] = isHeldBack
		? [showRest, ...actions.filter(({action}) => !isGuarded(action))]
		: actions;
	const left = room - page.height;
	// A review may take the whole window, but for a quarter, so that it can be erased whole if the window
	// shrinks.
	const spare = isGuarded === undefined ? 0 : Math.floor((height + above) / 4);
	const limit = Math.max(Math.min(leastEntries, left), left - spare, 1);
	const [index, select] = useSelected(namesOf(entries));
	const chosen = entries[index]?.action;
	const take = (): void => (chosen === undefined ? goOn() : onChoose(chosen));
	const step: Binding['run'] = (direction) => select(wrap(index + direction, entries.length));
	const choose = enterBinding('ui.key.choose', take, entries.length > 0);
	const bindings = [
		...(isReady ? [choose, moveBinding(step, entries.length > 1)] : []),
		...pageBindings(pages, rows.length, actions.length > 0),
		backBinding(onBack),
		helpBinding(ui),
		leaveBinding(false),
	];
	const top = page.height + (layout.hasGap ? 1 : 0);
	const row = top + index - windowTop(0, index, entries.length, limit);
	const cursor = isReady && entries.length > 0 ? {row, column: 0} : undefined;

	return (
		<Body keys={{bindings}} isActive={isReady} cursor={cursor} hasGap={layout.hasKeyGap}>
			<Rows rows={rows.slice(page.top, page.top + page.height)} />
			{entries.length > 0 && layout.hasGap ? <Text> </Text> : null}
			<Entries labels={entries.map(({label}) => label)} selected={index} height={limit} isReady={isReady} />
		</Body>
	);
}

/** Returns the selected index, and what selects another; entries with other names begin anew. */
function useSelected(names: string): readonly [index: number, select: (index: number) => void] {
	const [state, setState] = useState({names, index: 0});
	return [state.names === names ? state.index : 0, (index) => setState({names, index})];
}

function namesOf(entries: readonly Entry[]): string {
	return JSON.stringify(entries.map(({action}) => action));
}

function textOf(lines: readonly Line[]): string {
	return lines.map(({mark, spans}) => `${mark} ${spans.map(({text}) => text).join('')}`).join('\n');
}

/** From airy to dense; at least `actions` actions are visible. Air is given up first, pages come last. */
const densities = [
	{hasAir: true, hasGap: true, hasKeyGap: true, actions: 3},
	{hasAir: false, hasGap: true, hasKeyGap: true, actions: 3},
	{hasAir: false, hasGap: true, hasKeyGap: false, actions: 3},
	{hasAir: false, hasGap: true, hasKeyGap: false, actions: 2},
	{hasAir: false, hasGap: false, hasKeyGap: false, actions: 2},
] as const;

/** Returns the airiest layout of lines, actions and line of keys in which all fit; in pages if none does. */
export function layoutLines(rows: readonly Row[], actionCount: number, height: number) {
	const layouts = densities.map((density) => {
		const shown = density.hasAir
			? rows
			: rows.filter(({spans}) => spans.some(({text}) => text.trim() !== ''));
		const hasGap = density.hasGap && actionCount > 0;
		const room = height - 1 - (density.hasKeyGap ? 1 : 0) - (hasGap ? 1 : 0);
		const forLines = Math.max(1, room - Math.min(density.actions, actionCount));
		return {
			rows: shown,
			/** How many of the rows are shown at a time. */
			pageHeight: Math.min(shown.length, forLines),
			/** Rows for lines and actions together. */
			room,
			/** Whether an empty row is between lines and actions. */
			hasGap,
			/** Whether an empty row is above the line of keys. */
			hasKeyGap: density.hasKeyGap,
			/** Whether all rows are shown at once. */
			isWhole: shown.length <= forLines,
		};
	});
	const dense = layouts.at(height >= 14 ? 1 : 4) as (typeof layouts)[number];
	return layouts.find(({isWhole}) => isWhole) ?? dense;
}
