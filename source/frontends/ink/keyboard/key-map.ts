import type {MessageKey} from '../../../text/catalogue.ts';
import type {InputEvent, KeyName} from '../../terminal/events.ts';
import type {Handler, Handling} from './handling.ts';

/** What a binding can be for: a key, or one of the two characters that are keys where they are not text. */
export type Trigger = KeyName | '?' | ' ';

/** One thing that keys do. The line of keys is made from the same value that handles them, so that it cannot lie. */
export interface Binding {
	readonly on: readonly Trigger[];
	/** How the line of keys names it; undefined where it is not listed. */
	readonly shown?: {readonly sign: string; readonly label: MessageKey};
	/** Listed only where there is room for everything: what people try anyway. */
	readonly isObvious?: boolean;
	readonly isEnabled: boolean;
	readonly run: (event: InputEvent) => Handling;
}

/** Everything that a screen does with its input. */
export interface KeyMap {
	readonly bindings: readonly Binding[];
	/** Characters that no binding takes. */
	readonly onText?: (text: string) => Handling;
	/** A paste, as it came. */
	readonly onPaste?: (text: string) => Handling;
}

/** The handler that does what a key map says; what it does not name is ignored. */
export function handle(map: KeyMap, event: InputEvent): Handling {
	const trigger = triggerOf(event);
	const binding = map.bindings.find(
		({on, isEnabled}) => isEnabled && trigger !== undefined && on.includes(trigger),
	);
	if (binding !== undefined) {
		return binding.run(event);
	}

	if (event.kind === 'text') {
		return map.onText?.(event.text) ?? 'ignored';
	}

	return event.kind === 'paste' ? (map.onPaste?.(event.text) ?? 'ignored') : 'ignored';
}

/** A handler that always goes by the newest key map. */
export function handlerOf(newest: () => KeyMap): Handler {
	return (event) => handle(newest(), event);
}

function triggerOf(event: InputEvent): Trigger | undefined {
	if (event.kind === 'key') {
		return event.name;
	}

	return event.kind === 'text' && (event.text === '?' || event.text === ' ') ? event.text : undefined;
}
