import {backBinding, helpBinding, leaveBinding} from '../components/global-bindings.ts';
import {useInterface} from '../interface.ts';
import type {InputEvent} from '../../terminal/events.ts';
import type {Handling} from '../keyboard/handling.ts';
import type {Binding, KeyMap} from '../keyboard/key-map.ts';

interface FieldKeys {
	readonly isEmpty: boolean;
	/** Index of the selected action below the field; undefined while the field has the focus. */
	readonly selected: number | undefined;
	readonly actionCount: number;
	readonly canGoBack: boolean;
	readonly move: (by: number) => void;
	/** Answers, or does the selected action. */
	readonly submit: () => void;
	readonly insert: (text: string) => Handling;
	/** What editing keys do. */
	readonly edit: (event: InputEvent) => Handling;
}

/** The keys of a field with actions below it, visible or secret. */
export function useFieldKeys(options: FieldKeys): KeyMap {
	const {isEmpty, selected, actionCount, canGoBack, move, submit, insert, edit} = options;
	const ui = useInterface();
	const {glyphs} = ui;
	const hasFocus = selected === undefined;
	const bindings: Binding[] = [
		{
			on: ['enter'],
			shown: {sign: glyphs.enter, label: hasFocus ? 'ui.key.continue' : 'ui.key.choose'},
			isEnabled: true,
			run() {
				submit();
				return 'done';
			},
		},
		{
			on: ['up', 'down'],
			shown: {sign: glyphs.upDown, label: 'ui.key.move'},
			isEnabled: actionCount > 0,
			run(event) {
				move(event.kind === 'key' && event.name === 'up' ? -1 : 1);
				return 'done';
			},
		},
		{
			on: ['erase-line'],
			shown: {sign: 'Ctrl-U', label: 'ui.key.clear'},
			isEnabled: hasFocus && !isEmpty,
			run: edit,
		},
		{on: ['backspace', 'left', 'right'], isEnabled: hasFocus, run: edit},
		backBinding(ui, canGoBack),
		helpBinding(ui, isEmpty || !hasFocus),
		leaveBinding(),
	];
	// Who types means the field: it takes the text only while it has the focus, so that no key is lost unseen.
	const take = (text: string): Handling => (hasFocus ? insert(text) : 'ignored');
	return {bindings, onText: take, onPaste: take};
}
