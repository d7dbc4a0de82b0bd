import {useEffect, useEffectEvent, useLayoutEffect, useRef} from 'react';
import type {InputEvent} from '../../terminal/keys.ts';
import {useInterface} from '../interface.ts';
import {handle, type KeyMap} from '../key-map.ts';

/**
 * Gives this component the keys while it is mounted and `isActive`. Keys come one at a time and only when
 * everything is drawn, so the newest key map is always that of the frame that the operator sees.
 */
export function useKeyMap(map: KeyMap, isActive = true): void {
	const {keys} = useInterface();
	const take = useEffectEvent((event: InputEvent) => handle(map, event));
	// Taken in an effect, when the frame is drawn, and given back in a layout effect, which runs with the
	// commit that takes the component away: no key reaches what is not there.
	const release = useRef<(() => void) | undefined>(undefined);
	useEffect(() => {
		if (isActive) {
			release.current = keys.focus((event) => take(event));
		}
	}, [keys, isActive]);
	useLayoutEffect(
		() => () => {
			release.current?.();
			release.current = undefined;
		},
		[keys, isActive],
	);
}
