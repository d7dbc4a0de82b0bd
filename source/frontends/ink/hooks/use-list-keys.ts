import {useInterface} from '../interface.ts';
import type {Binding, KeyMap} from '../keyboard/key-map.ts';
import {editText, insertText, type EditedField} from '../models/field-keys.ts';
import type {ListModel} from '../models/list-model.ts';
import {backBinding, helpBinding, leaveBinding} from '../components/global-bindings.ts';
import type {Handling} from '../keyboard/handling.ts';

interface ListKeys {
	readonly model: ListModel;
	/** The visible field of the filter; undefined where the list has none. */
	readonly field: EditedField | undefined;
	readonly canGoBack: boolean;
	/** Takes the selected row as the answer, or says why not. */
	readonly choose: () => void;
}

/** The keys of a list. While it is still being read, what would choose or move waits until the rows are there. */
export function useListKeys({model, field, canGoBack, choose}: ListKeys): KeyMap {
	const ui = useInterface();
	const {glyphs} = ui;
	const {question} = model;
	const {query} = model.state.get();
	const isLoading = question.loading.state === 'loading';
	const isSeveral = question.kind === 'choose-several';
	const whenLoaded = (run: () => void) => (): Handling => {
		if (isLoading) {
			return 'hold';
		}

		run();
		return 'done';
	};

	const bindings: Binding[] = [
		{
			on: ['enter'],
			shown: {sign: glyphs.enter, label: isSeveral ? 'ui.key.confirm' : 'ui.key.choose'},
			isEnabled: true,
			run: whenLoaded(choose),
		},
		{
			on: [' '],
			shown: {sign: 'Space', label: 'ui.key.mark'},
			isEnabled: isSeveral,
			run: whenLoaded(() => {
				model.toggle();
			}),
		},
		{
			on: ['up', 'down'],
			shown: {sign: glyphs.upDown, label: 'ui.key.move'},
			isObvious: true,
			isEnabled: true,
			run: (event) =>
				whenLoaded(() => {
					model.move(event.kind === 'key' && event.name === 'up' ? -1 : 1);
				})(),
		},
		{
			on: ['page-up', 'page-down'],
			isEnabled: true,
			run: (event) =>
				whenLoaded(() => {
					model.movePage(event.kind === 'key' && event.name === 'page-up' ? -1 : 1);
				})(),
		},
		{
			on: ['home', 'end'],
			isEnabled: true,
			run: (event) =>
				whenLoaded(() => {
					model.moveToEnd(event.kind === 'key' && event.name === 'home' ? -1 : 1);
				})(),
		},
		{
			on: ['escape'],
			shown: {sign: 'Esc', label: 'ui.key.clearFilter'},
			isEnabled: query !== '',
			run() {
				model.setQuery('');
				return 'done';
			},
		},
		backBinding(ui, canGoBack && query === ''),
		helpBinding(ui, query === ''),
		leaveBinding(),
		{
			on: ['backspace', 'left', 'right', 'erase-line'],
			isEnabled: field !== undefined,
			run: (event) => (field === undefined ? 'ignored' : editText(field, event)),
		},
	];

	return {
		bindings,
		onText(text) {
			if (field === undefined) {
				return 'ignored';
			}

			return isSeveral && text.includes(' ') ? typeAndMark(model, field, text) : insertText(field, text);
		},
		onPaste: (text) =>
			field === undefined ? 'ignored' : insertText(field, isSeveral ? text.replaceAll(' ', '') : text),
	};
}

/** A fast run with spaces in it where Space marks: each space marks what was found by what came before it. */
function typeAndMark(model: ListModel, field: EditedField, text: string): Handling {
	if (model.question.loading.state === 'loading') {
		return 'hold';
	}

	let {value} = field;
	for (const part of text.split(/( )/)) {
		if (part === ' ') {
			model.toggle();
		} else if (part !== '') {
			const handling = insertText({...field, value, cursor: value.length}, part);
			if (typeof handling !== 'object') {
				return 'done';
			}

			value += handling.toInk;
			model.setQuery(value);
		}
	}

	return 'done';
}
