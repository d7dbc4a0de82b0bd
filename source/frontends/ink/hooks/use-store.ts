import {useSyncExternalStore} from 'react';
import type {Readable} from '../models/store.ts';

/** The value of a store, drawn again whenever it is replaced. */
export function useStore<Value>(store: Readable<Value>): Value {
	return useSyncExternalStore(store.subscribe, store.get, store.get);
}
