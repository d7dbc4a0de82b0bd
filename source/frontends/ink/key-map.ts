import {useEffect, useEffectEvent, useLayoutEffect} from 'react';
import type {PlainKey} from '../../text/catalogue.ts';
import type {Handling} from '../fields/field.ts';
import type {InputEvent, KeyName} from '../terminal/keys.ts';
import {useInterface} from './interface.ts';

/** What a binding is for: a key, or one of two characters that are keys where they are not text. */
export type Trigger = KeyName | '?' | ' ';

/** One thing that keys do. The line of keys is made from these same bindings, so it cannot be wrong. */
export interface Binding {
	/** The line of keys names the first of them. */
	readonly on: readonly [Trigger, ...Trigger[]];
	/** The label in the line of keys; undefined if it is not listed there. */
	readonly label?: PlainKey | undefined;
	/** Listed only if there is room for everything: people try these keys anyway. */
	readonly isObvious?: boolean;
	readonly isEnabled?: boolean;
	/**
	 * Handles the keys; without it they are only listed, and handled elsewhere.
	 *
	 * @param direction -1 for the key that goes up or back, 1 for the other one of a pair
	 */
	readonly run?: ((direction: 1 | -1, event: InputEvent) => Handling) | undefined;
}

/** Everything that a screen does with its input. */
export interface KeyMap {
	readonly bindings: readonly Binding[];
	/** Handles what no binding takes. */
	readonly otherwise?: (event: InputEvent) => Handling;
}

/** Handles an event as a key map says; what the map does not name is ignored. */
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

/** Returns the trigger of an event. Text that spells the name of a key is text. */
function triggerOf(event: InputEvent): Trigger | undefined {
	const isOne = event.kind === 'text' && (event.text === '?' || event.text === ' ');
	return event.kind === 'key' ? event.name : isOne ? event.text : undefined;
}

/**
 * Gives this component the keys while it is mounted and `isActive`. Keys come one at a time and only once
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
	// Taken in an effect, once the frame is drawn, and released in a layout effect, which runs in the commit
	// that removes the component: no key reaches a component that is gone.
	useLayoutEffect(() => (isActive ? () => keys.release() : undefined), [keys, isActive]);
}
