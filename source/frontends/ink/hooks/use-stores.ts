import {useEffect, useState, useSyncExternalStore} from 'react';
import type {Store} from '../../fields/store.ts';

/** The value of a store, drawn again whenever it is replaced. */
export function useStore<Value>(store: Pick<Store<Value>, 'get' | 'subscribe'>): Value {
	return useSyncExternalStore(store.subscribe, store.get, store.get);
}

/** The whole seconds since a moment (milliseconds since the epoch), kept current. */
export function useSeconds(since: number): number {
	const [now, setNow] = useState(() => Date.now());
	useEffect(() => {
		let timer: NodeJS.Timeout | undefined;
		const tick = (): void => {
			const time = Date.now();
			setNow(time);
			timer = setTimeout(tick, 1001 - ((((time - since) % 1000) + 1000) % 1000));
		};

		tick();
		return () => clearTimeout(timer);
	}, [since]);

	return Math.floor((now - since) / 1000);
}

/** False at first, true after so many milliseconds: what is over before that never flickers. */
export function useDelayed(milliseconds: number): boolean {
	const [isOver, setIsOver] = useState(false);
	useEffect(() => {
		const timer = setTimeout(() => setIsOver(true), milliseconds);
		return () => clearTimeout(timer);
	}, [milliseconds]);

	return isOver;
}
