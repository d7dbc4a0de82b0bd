import type {Interface} from '../interface.ts';
import type {Binding} from '../keyboard/key-map.ts';

/** Esc goes back one step, where there is one. */
export function backBinding({session}: Interface, isEnabled: boolean): Binding {
	return {
		on: ['escape'],
		shown: {sign: 'Esc', label: 'ui.key.back'},
		isEnabled,
		run() {
			session.back();
			return 'done';
		},
	};
}

/** `?` explains the step. */
export function helpBinding({isHelpOpen}: Interface, isEnabled = true): Binding {
	return {
		on: ['?'],
		shown: {sign: '?', label: 'ui.key.help'},
		isEnabled,
		run() {
			isHelpOpen.set(true);
			return 'done';
		},
	};
}

/** Ctrl-C is taken where keys enter, before any screen; this only names it. */
export function leaveBinding(isObvious = true): Binding {
	return {
		on: [],
		shown: {sign: 'Ctrl-C', label: 'ui.key.leave'},
		isObvious,
		isEnabled: true,
		run: () => 'ignored',
	};
}
