import {useEffect, useEffectEvent, useState} from 'react';
import {useInterface} from '../interface.ts';

/**
 * For pictures on which a key changes something: true once the picture named by `key` has really been written, and
 * everything typed before that has been forgotten. Actions are drawn, and keys taken, only from then on.
 *
 * @param key undefined where nothing has to be waited for
 * @param onShown called at that moment
 */
export function useArmed(key: string | undefined, onShown?: () => void): boolean {
	const {screen, keyboard} = useInterface();
	const [armedKey, setArmedKey] = useState<string>();
	const shown = useEffectEvent(() => {
		keyboard.discard();
		onShown?.();
	});

	useEffect(() => {
		if (key === undefined) {
			return;
		}

		let isCurrent = true;
		void screen.written().then(() => {
			if (isCurrent) {
				shown();
				setArmedKey(key);
			}
		});
		return () => {
			isCurrent = false;
			setArmedKey(undefined);
		};
	}, [screen, key]);

	return key !== undefined && armedKey === key;
}
