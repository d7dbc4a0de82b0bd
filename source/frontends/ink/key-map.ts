import {useEffect, useEffectEvent, useLayoutEffect} from 'react';
import type {PlainKey} from '../../text/catalogue.ts';
import type {Handling} from '../fields/field.ts';
import type {InputEvent, KeyName} from '../terminal/keys.ts';
import {useInterface} from './interface.ts';

/** What a binding can be for: a key, or one of the two characters that are keys where they are not text. */
export type Trigger = KeyName | '?' | ' ';

/** One thing that keys do. The line of keys is made of the values that handle them, so it cannot lie. */
export interface Binding {
	/** The line of keys names the first of them. */
	readonly on: readonly [Trigger, ...Trigger[]];
	/** What the line of keys says of it; undefined where it is not listed. */
	readonly label?: PlainKey | undefined;
	/** Listed only where there is room for everything: what people try anyway. */
	readonly isObvious?: boolean;
	readonly isEnabled?: boolean;
	/**
	 * Without it the keys are only listed, and taken elsewhere.
	 *
	 * @param direction -1 for the key that goes up or back, 1 for the other one of a pair
	 */
	readonly run?: ((direction: 1 | -1, event: InputEvent) => Handling) | undefined;
}

/** Everything that a screen does with its input. */
export interface KeyMap {
	readonly bindings: readonly Binding[];
	/** What no binding takes. */
	readonly otherwise?: (event: InputEvent) => Handling;
}

/** Does what a key map says; what it does not name is ignored. */
export function handle({bindings, otherwise}: KeyMap, event: InputEvent): Handling {
	const trigger = triggerOf(event);
	const {run} =
		bindings.find(({on, isEnabled = true}) => isEnabled && on.some((one) => one === trigger)) ?? {};
	if (run === undefined) {
		return otherwise?.(event);
	}

	const isBack = event.kind === 'key' && ['up', 'page-up', 'home'].includes(event.name);
	return run(isBack ? -1 : 1, event);
}

/** Text that is the name of a key is text. */
function triggerOf(event: InputEvent): Trigger | undefined {
	const isOne = event.kind === 'text' && (event.text === '?' || event.text === ' ');
	return event.kind === 'key' ? event.name : isOne ? event.text : undefined;
}

/**
 * Gives this component the keys while it is mounted and `isActive`. Keys come one at a time and only when
 * everything is drawn, so the newest key map is always that of the frame that the operator sees.
 */
export function useKeyMap(map: KeyMap, isActive = true): void {
	const {keys} = useInterface();
	const take = useEffectEvent((event: InputEvent) => handle(map, event));
	useEffect(() => {
		if (isActive) {
			keys.focus((event) => take(event));
		}
	}, [keys, isActive]);
	// Taken in an effect, when the frame is drawn, and given back in a layout effect, which runs with the
	// commit that takes the component away: no key reaches what is not there.
	useLayoutEffect(() => (isActive ? () => keys.release() : undefined), [keys, isActive]);
}
