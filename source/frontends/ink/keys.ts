import type {PlainKey} from '../../text/catalogue.ts';
import type {FieldAnswer} from '../fields/field.ts';
import type {Field} from '../fields/fields.ts';
import {enterList} from '../fields/list-answer.ts';
import {ListField} from '../fields/list.ts';
import type {Pages} from './hooks/use-pages.ts';
import type {Interface} from './interface.ts';
import type {Binding, KeyMap} from './key-map.ts';

/** Binds Esc and Shift-Tab to going back one step, if there is one. */
export function backBinding(run: (() => void) | undefined): Binding {
	return {on: ['escape', 'back-tab'], label: 'ui.key.back', isEnabled: run !== undefined, run};
}

/** Binds `?` to the help for the step. */
export function helpBinding({isHelpOpen}: Interface, isEnabled = true): Binding {
	return {on: ['?'], label: 'ui.key.help', isEnabled, run: () => isHelpOpen.set(true)};
}

/** Names Ctrl-C, which is handled where keys enter, before any screen. */
export function leaveBinding(isObvious = true): Binding {
	return {on: ['leave'], label: 'ui.key.quit', isObvious};
}

/** Binds Enter, which takes what is selected or what was typed. */
export function enterBinding(label: PlainKey, run: Binding['run'], isEnabled = true): Binding {
	return {on: ['enter'], label, isEnabled, run};
}

/** Binds the keys that move a selection. */
export function moveBinding(run: Binding['run'], isEnabled = true): Binding {
	return {on: ['up', 'down'], label: 'ui.key.move', isObvious: true, isEnabled, run};
}

/** Binds the keys that move through rows of which only a page fits. */
export function pageBindings(
	{page, goTo}: Pick<Pages, 'page' | 'goTo'>,
	rowCount: number,
	hasEntries: boolean,
): Binding[] {
	const isEnabled = rowCount > page.height;
	const moves =
		(by: number): Binding['run'] =>
		(direction) =>
			goTo(page.top + direction * by);
	return [
		{on: ['page-up', 'page-down'], label: 'ui.key.scroll', isEnabled, run: moves(page.height)},
		{on: ['home', 'end'], isEnabled, run: moves(rowCount)},
		{on: ['up', 'down'], isEnabled: isEnabled && !hasEntries, run: moves(1)},
	];
}

/** What the keys of a field depend on around it. */
interface Surroundings {
	/** What Esc does; undefined if it does nothing. */
	readonly onBack: (() => void) | undefined;
	/** How many rows of a list are visible. */
	readonly pageHeight: number;
	/** The keys that scroll the text above the field, if it does not fit. */
	readonly scroll: readonly Binding[];
}

/** Returns the keys of a question. What no binding takes is text, or edits it. */
export function questionKeys(ui: Interface, field: Field, surroundings: Surroundings): KeyMap {
	return field instanceof ListField ? listKeys(ui, field, surroundings) : fieldKeys(ui, field, surroundings);
}

/** Takes text alone until the actions have been shown: from the first key on, everything waits. */
export function textKeys(field: Field): KeyMap {
	return {bindings: [], otherwise: (event) => (event.kind === 'key' ? 'hold' : field.edit(event))};
}

function fieldKeys(ui: Interface, field: Exclude<Field, ListField>, {onBack, scroll}: Surroundings): KeyMap {
	const state = field.state.get();
	const hasFocus = state.selected === undefined;
	const isEmpty =
		'text' in state ? state.text.value === '' && !state.text.isWithheld : state.parsed === undefined;
	return {
		bindings: [
			enterBinding(hasFocus ? 'ui.key.continue' : 'ui.key.choose', (_direction, event) => {
				submit(ui, field.enter(event.kind === 'key' && event.isFollowed));
			}),
			// Home and End move within what is typed.
			...scroll.filter(({on}) => !on.includes('home')),
			moveBinding((direction) => field.move(direction), field.question.actions.length > 0),
			{on: ['erase-line'], label: 'ui.key.clear', isEnabled: hasFocus && !isEmpty},
			backBinding(onBack),
			helpBinding(ui, isEmpty || !hasFocus),
			leaveBinding(),
		],
		// Typing is meant for the field, which takes text only while it has the focus: no key is lost unseen.
		otherwise: (event) => (hasFocus ? field.edit(event) : undefined),
	};
}

/** Returns the keys of a list. While it is loading, what would choose or move waits for its rows. */
function listKeys(ui: Interface, field: ListField, {onBack, pageHeight, scroll}: Surroundings): KeyMap {
	const {question} = field;
	const {filter, marked} = field.state.get();
	const isEmpty = filter.value === '' && !filter.isWithheld;
	const isSeveral = question.kind === 'choose-several';
	const whenLoaded =
		(run: (direction: 1 | -1) => void): Binding['run'] =>
		(direction) =>
			question.loading.state === 'loading' ? 'hold' : run(direction);
	const moves = (by: number): Binding['run'] => whenLoaded((direction) => field.move(direction * by));
	return {
		bindings: [
			enterBinding(
				isSeveral ? (marked.size === 0 ? 'ui.key.takeRow' : 'ui.key.confirm') : 'ui.key.choose',
				whenLoaded(() => submit(ui, enterList(field))),
			),
			{on: [' '], label: 'ui.key.mark', isEnabled: isSeveral, run: whenLoaded(() => field.toggle())},
			...scroll,
			moveBinding(whenLoaded((direction) => field.step(direction))),
			// A page less one row, so that one row stays in view.
			{on: ['page-up', 'page-down'], run: moves(Math.max(1, pageHeight - 1))},
			{on: ['home', 'end'], run: moves(Number.POSITIVE_INFINITY)},
			{on: ['escape'], label: 'ui.key.clearFilter', isEnabled: !isEmpty, run: () => field.filterBy('')},
			{...backBinding(onBack), ...(isEmpty ? {} : {label: undefined})},
			helpBinding(ui, isEmpty),
			leaveBinding(),
		],
		otherwise: (event) => field.edit(event),
	};
}

function submit({session}: Interface, given: FieldAnswer | undefined): void {
	if (given?.kind === 'act') {
		session.act(given.action);
	} else if (given !== undefined) {
		session.reply(given.reply);
	}
}
