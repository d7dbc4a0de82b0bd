import {useEffect, useEffectEvent, useState} from 'react';
import {clamp} from '../../fields/field.ts';
import {useInterface} from '../interface.ts';

/** Returns the page that begins at `top`, moved so that the window is full: the last one may repeat rows. */
export function pageAt(top: number, rowCount: number, height: number) {
	const visible = Math.max(1, height);
	const lowest = Math.max(0, rowCount - visible);
	const start = clamp(top, 0, lowest);
	const count = Math.max(1, Math.ceil(rowCount / visible));
	return {
		top: start,
		height: visible,
		/** Pages that make the whole, and which one this is, from 1. */
		count,
		number: start === lowest ? count : Math.floor(start / visible) + 1,
	};
}

/**
 * Where a window over a list begins: as it was, moved only as far as the selected row needs to be seen.
 *
 * @param top where it began before
 * @param selected index of the row that must be seen; undefined where no row of the list is selected
 */
export function windowTop(top: number, selected: number | undefined, count: number, height: number): number {
	const lowest = Math.max(0, count - height);
	if (selected === undefined) {
		return clamp(top, 0, lowest);
	}

	return clamp(top, Math.max(0, selected - height + 1), Math.min(selected, lowest));
}

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
