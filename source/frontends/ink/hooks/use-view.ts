import {useCallback, useSyncExternalStore} from 'react';
import type {View} from '../../../wizard/view.ts';
import {useInterface} from '../interface.ts';

/** The session's present view. */
export function useView(): View {
	const {session} = useInterface();
	const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
	const get = useCallback(() => session.view(), [session]);
	return useSyncExternalStore(subscribe, get, get);
}
