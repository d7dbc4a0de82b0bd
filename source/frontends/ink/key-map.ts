import type {PlainKey} from '../../text/catalogue.ts';
import type {Handling} from '../fields/field.ts';
import type {InputEvent, KeyName} from '../terminal/keys.ts';

/** What a binding can be for: a key, or one of the two characters that are keys where they are not text. */
export type Trigger = KeyName | '?' | ' ';

/** One thing that keys do. The line of keys is made of the values that handle them, so it cannot lie. */
export interface Binding {
	readonly on: readonly Trigger[];
	/** How the line of keys names it; undefined where it is not listed. */
	readonly shown?: {readonly sign: string; readonly label: PlainKey} | undefined;
	/** Listed only where there is room for everything: what people try anyway. */
	readonly isObvious?: boolean;
	readonly isEnabled?: boolean;
	/** Nothing said means that it is done. */
	readonly run: (event: InputEvent) => Handling | void;
}

/** Everything that a screen does with its input. */
export interface KeyMap {
	readonly bindings: readonly Binding[];
	/** What no binding takes. */
	readonly otherwise?: (event: InputEvent) => Handling;
}

/** Does what a key map says; what it does not name is ignored. */
export function handle({bindings, otherwise}: KeyMap, event: InputEvent): Handling {
	const trigger = event.kind === 'key' ? event.name : event.text;
	const binding = bindings.find(
		({on, isEnabled = true}) => isEnabled && event.kind !== 'paste' && on.includes(trigger as Trigger),
	);
	return binding === undefined ? (otherwise?.(event) ?? 'ignored') : (binding.run(event) ?? 'done');
}

/** -1 for the key that goes up or back, 1 for the other one of a pair. */
export function directionOf(event: InputEvent): 1 | -1 {
	return event.kind === 'key' && ['up', 'page-up', 'home'].includes(event.name) ? -1 : 1;
}
