import {useEffect, useEffectEvent, useState} from 'react';
import {clamp} from '../../fields/field.ts';
import {useInterface} from '../interface.ts';

/** Returns the page that begins at `top`, moved up to fill the window: the last page may repeat rows. */
export function pageAt(top: number, rowCount: number, height: number) {
	const visible = Math.max(1, height);
	const lowest = Math.max(0, rowCount - visible);
	const start = clamp(top, 0, lowest);
	const count = Math.max(1, Math.ceil(rowCount / visible));
	return {
		top: start,
		height: visible,
		/** The number of pages, and of this one, from 1. */
		count,
		number: start === lowest ? count : Math.floor(start / visible) + 1,
	};
}

/**
 * Returns the first visible row of a list: `top`, moved only as far as the selected row needs to be seen.
 *
 * @param selected index of the row that must be seen; undefined if no row of the list is selected
 */
export function windowTop(top: number, selected: number | undefined, count: number, height: number): number {
	const lowest = Math.max(0, count - height);
	if (selected === undefined) {
		return clamp(top, 0, lowest);
	}

	return clamp(top, Math.max(0, selected - height + 1), Math.min(selected, lowest));
}

/**
 * Reports whether the frame named by `key` has really been written. On frames where a key changes something,
 * actions are drawn, and taken, only from then on.
 *
 * @param key undefined if there is nothing to wait for
 * @param onShown called at that moment; discards what was typed before
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
 * @param identity the content of the rows: other rows begin at the top, unseen
 * @param onSeen called when every row has been on the screen
 */
export function usePages(identity: string, rowCount: number, height: number, onSeen?: () => void) {
	const {forgetKeys} = useInterface();
	const start = {
		identity,
		rowCount,
		top: 0,
		/** All rows before this one have been on the screen. */
		seenTo: 0,
		/** The page that completed the rows: from then on, paging discards no keys. */
		seenWith: undefined as string | undefined,
	};
	const [state, setState] = useState(start);
	// A new width gives other rows: if they were not seen to the end by then, they begin again.
	const isSame = state.identity === identity && (state.seenWith !== undefined || state.rowCount === rowCount);
	const place = isSame ? state : start;
	const page = pageAt(place.top, rowCount, height);
	// A larger window shows more from the same row on, as a page of its own.
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
		/** Whether this page has really been written; keys typed from then on count. */
		isReady,
		/** Whether every row has been on the screen. */
		isSeen: place.seenWith !== undefined,
		goTo,
		/** Goes to the first row that has not been on the screen. */
		goOn: () => goTo(place.seenTo),
	};
}
