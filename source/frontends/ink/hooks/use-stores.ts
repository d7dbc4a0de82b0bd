import {useEffect, useState, useSyncExternalStore} from 'react';
import type {Store} from '../../fields/store.ts';

/** The value of a store, drawn again whenever it is replaced. */
export function useStore<Value>(store: Pick<Store<Value>, 'get' | 'subscribe'>): Value {
	return useSyncExternalStore(store.subscribe, store.get, store.get);
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
