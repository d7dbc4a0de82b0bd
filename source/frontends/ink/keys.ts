import type {PlainKey} from '../../text/catalogue.ts';
import type {FieldAnswer, Handling} from '../fields/field.ts';
import type {Field} from '../fields/fields.ts';
import {enterList} from '../fields/list-answer.ts';
import {ListField} from '../fields/list.ts';
import type {InputEvent} from '../terminal/keys.ts';
import type {Pages} from './hooks/use-pages.ts';
import type {Interface} from './interface.ts';
import {directionOf, type Binding, type KeyMap} from './key-map.ts';

/** Esc and Shift-Tab go back one step, where there is one. */
export function backBinding({session}: Interface, isEnabled = true): Binding {
	return {
		on: ['escape', 'back-tab'],
		shown: {sign: 'Esc', label: 'ui.key.back'},
		isEnabled,
		run: () => session.back(),
	};
}

/** `?` explains the step. */
export function helpBinding({isHelpOpen}: Interface, isEnabled = true): Binding {
	return {on: ['?'], shown: {sign: '?', label: 'ui.key.help'}, isEnabled, run: () => isHelpOpen.set(true)};
}

/** Ctrl-C is taken where keys enter, before any screen; this only names it. */
export function leaveBinding({texts}: Interface, isObvious = true): Binding {
	const shown = {sign: texts.text('ui.sign.quit'), label: 'ui.key.quit'} as const;
	return {on: [], shown, isObvious, run: () => 'ignored'};
}

/** Enter takes what is selected, or what was typed. */
export function enterBinding(
	{texts}: Interface,
	label: PlainKey,
	run: Binding['run'],
	isEnabled = true,
): Binding {
	return {on: ['enter'], shown: {sign: texts.text('ui.sign.enter'), label}, isEnabled, run};
}

/** Keys that move a selection. */
export function moveBinding({glyphs}: Interface, run: Binding['run'], isEnabled = true): Binding {
	const shown = {sign: glyphs.upDown, label: 'ui.key.move'} as const;
	return {on: ['up', 'down'], shown, isObvious: true, isEnabled, run};
}

/** The keys that move through rows of which only a page fits. */
export function pageBindings(
	{texts}: Interface,
	{page, goTo}: Pick<Pages, 'page' | 'goTo'>,
	rowCount: number,
	hasEntries: boolean,
): Binding[] {
	const isEnabled = rowCount > page.height;
	const shown = {sign: texts.text('ui.sign.page'), label: 'ui.key.scroll'} as const;
	const moves =
		(by: number): Binding['run'] =>
		(event) =>
			goTo(page.top + directionOf(event) * by);
	return [
		{on: ['page-up', 'page-down'], shown, isEnabled, run: moves(page.height)},
		{on: ['home', 'end'], isEnabled, run: moves(rowCount)},
		{on: ['up', 'down'], isEnabled: isEnabled && !hasEntries, run: moves(1)},
	];
}

/** Does what an answer says. */
export function submit({session}: Interface, given: FieldAnswer | undefined): void {
	if (given?.kind === 'act') {
		session.act(given.action);
	} else if (given !== undefined) {
		session.reply(given.reply);
	}
}

interface ListRows {
	/** The rows of a list that are in sight. */
	readonly pageHeight: number;
	/** The keys that move what is said above it, where that does not fit. */
	readonly scroll: readonly Binding[];
}

/** The keys of a question. What the bindings leave is text, or edits it. */
export function questionKeys(ui: Interface, field: Field, canGoBack: boolean, rows: ListRows): KeyMap {
	return field instanceof ListField
		? listKeys(ui, field, canGoBack, rows)
		: fieldKeys(ui, field, canGoBack, rows);
}

/** Text alone, while no action has been on the screen: from the first key on everything waits. */
export function textKeys(field: Field): KeyMap {
	return {bindings: [], otherwise: (event) => (event.kind === 'key' ? 'hold' : field.edit(event))};
}

/** The keys of a field with actions below it, visible or secret. */
function fieldKeys(
	ui: Interface,
	field: Exclude<Field, ListField>,
	canGoBack: boolean,
	{scroll}: ListRows,
): KeyMap {
	const state = field.state.get();
	const hasFocus = state.selected === undefined;
	const isEmpty =
		'text' in state ? state.text.value === '' && !state.text.isWithheld : state.parsed === undefined;
	return {
		bindings: [
			enterBinding(ui, hasFocus ? 'ui.key.continue' : 'ui.key.choose', (event) => {
				submit(ui, field.enter(event.kind === 'key' && event.isFollowed));
			}),
			// Home and End are for what is typed.
			...scroll.filter(({on}) => !on.includes('home')),
			moveBinding(ui, (event) => field.move(directionOf(event)), field.question.actions.length > 0),
			{
				on: ['erase-line'],
				shown: {sign: ui.texts.text('ui.sign.clear'), label: 'ui.key.clear'},
				isEnabled: hasFocus && !isEmpty,
				run: (event) => field.edit(event),
			},
			backBinding(ui, canGoBack),
			helpBinding(ui, isEmpty || !hasFocus),
			leaveBinding(ui),
		],
		// Who types means the field, which takes text only while it has the focus: no key is lost unseen.
		otherwise: (event) => (hasFocus ? field.edit(event) : 'ignored'),
	};
}

/** The keys of a list. While it is being read, what would choose or move waits for the rows. */
function listKeys(
	ui: Interface,
	field: ListField,
	canGoBack: boolean,
	{pageHeight, scroll}: ListRows,
): KeyMap {
	const {question} = field;
	const {
		filter: {value, isWithheld},
		marked,
	} = field.state.get();
	const isEmpty = value === '' && !isWithheld;
	const isSeveral = question.kind === 'choose-several';
	const whenLoaded =
		(run: (event: InputEvent) => void) =>
		(event: InputEvent): Handling | void =>
			question.loading.state === 'loading' ? 'hold' : run(event);
	const moves = (by: number): Binding['run'] => whenLoaded((event) => field.move(directionOf(event) * by));
	const take = whenLoaded(() => submit(ui, enterList(field)));
	return {
		bindings: [
			enterBinding(
				ui,
				isSeveral ? (marked.size === 0 ? 'ui.key.takeRow' : 'ui.key.confirm') : 'ui.key.choose',
				take,
			),
			{
				on: [' '],
				shown: {sign: ui.texts.text('ui.sign.mark'), label: 'ui.key.mark'},
				isEnabled: isSeveral,
				run: whenLoaded(() => field.toggle()),
			},
			...scroll,
			moveBinding(
				ui,
				whenLoaded((event) => field.step(directionOf(event))),
			),
			// A page less a row, so that one row stays to hold on to.
			{on: ['page-up', 'page-down'], run: moves(Math.max(1, pageHeight - 1))},
			{on: ['home', 'end'], run: moves(Number.POSITIVE_INFINITY)},
			{
				on: ['escape'],
				shown: {sign: 'Esc', label: 'ui.key.clearFilter'},
				isEnabled: !isEmpty,
				run: () => field.filterBy(''),
			},
			{...backBinding(ui, canGoBack), ...(isEmpty ? {} : {shown: undefined})},
			helpBinding(ui, isEmpty),
			leaveBinding(ui),
		],
		otherwise: (event) => field.edit(event),
	};
}
