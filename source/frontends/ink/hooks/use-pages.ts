import {useEffect, useEffectEvent, useState} from 'react';
import {useInterface} from '../interface.ts';
import {pageAt} from '../layout/pages.ts';

/**
 * For frames on which a key changes something: true once the frame named by `key` has really been written.
 * Actions are drawn, and taken, only from then on.
 *
 * @param key undefined where nothing has to be waited for
 * @param onShown called at that moment: it forgets what was typed before
 */
export function useReady(key: string | undefined, onShown: () => void): boolean {
	const {screen} = useInterface();
	const [readyKey, setReadyKey] = useState<string>();
	const shown = useEffectEvent(onShown);

	useEffect(() => {
		if (key === undefined) {
			return;
		}

		let isCurrent = true;
		void screen.written().then(() => {
			if (isCurrent) {
				shown();
				setReadyKey(key);
			}
		});
		return () => {
			isCurrent = false;
			setReadyKey(undefined);
		};
	}, [screen, key]);

	return key !== undefined && readyKey === key;
}

/** Rows of which perhaps only a page fits, and how far they have been seen. */
export type Pages = ReturnType<typeof usePages>;

/**
 * @param identity what the rows say: other rows begin at the top, unseen
 * @param onSeen called when the last of the rows has been on the screen
 */
export function usePages(identity: string, rowCount: number, height: number, onSeen?: () => void) {
	const {forgetKeys} = useInterface();
	const start = {
		identity,
		rowCount,
		top: 0,
		/** All rows before this one have been on the screen. */
		seenTo: 0,
		/** The page with which everything was seen: from then on moving about forgets no keys. */
		seenWith: undefined as string | undefined,
	};
	const [state, setState] = useState(start);
	// Another width makes other rows: what is not seen to its end by then begins again.
	const isSame = state.identity === identity && (state.seenWith !== undefined || state.rowCount === rowCount);
	const place = isSame ? state : start;
	const page = pageAt(place.top, rowCount, height);
	// A larger window shows more from the same row on.
	const shown = place.seenWith ?? `${page.top} ${page.height} ${rowCount} ${identity}`;

	const isReady = useReady(shown, () => {
		forgetKeys();
		const seenTo = page.top <= place.seenTo ? Math.max(place.seenTo, page.top + page.height) : place.seenTo;
		const isSeen = seenTo >= rowCount;
		if (isSeen) {
			onSeen?.();
		}

		setState({...place, top: page.top, seenTo, seenWith: isSeen ? shown : undefined});
	});

	const goTo = (top: number): void => setState({...place, top: pageAt(top, rowCount, height).top});

	return {
		page,
		/** The page that is shown has really been written, and keys typed from then on count. */
		isReady,
		/** Every row has been on the screen. */
		isSeen: place.seenWith !== undefined,
		goTo,
		/** Goes to the first row that has not been on the screen. */
		goOn: () => goTo(place.seenTo),
	};
}
