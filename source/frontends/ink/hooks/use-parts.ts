import {useState} from 'react';
import {partAt, type Part} from '../models/scroller.ts';
import {useArmed} from './use-armed.ts';

/** Rows of which perhaps only a part fits, and how far they have been seen. */
export interface Parts {
	readonly part: Part;
	/** The part that is shown has really been written, and keys typed from then on count. */
	readonly isArmed: boolean;
	/** Every row has been on the screen. */
	readonly isSeen: boolean;
	readonly goTo: (top: number) => void;
	/** Goes to the first row that has not been on the screen. */
	readonly goOn: () => void;
}

interface Place {
	readonly identity: string;
	readonly rowCount: number;
	readonly top: number;
	/** All rows before this one have been on the screen. */
	readonly seenTo: number;
	/** The part with which everything was seen: from then on moving about forgets no keys. */
	readonly seenAt: number | undefined;
}

/**
 * @param identity what the rows say: other rows begin at the top, unseen
 * @param onSeen called when the last of the rows has been on the screen
 */
export function useParts(identity: string, rowCount: number, height: number, onSeen?: () => void): Parts {
	const [state, setState] = useState<Place>({identity, rowCount, top: 0, seenTo: 0, seenAt: undefined});
	// Another width makes other rows: what is not seen to its end by then begins again.
	const isSame = state.identity === identity && (state.seenAt !== undefined || state.rowCount === rowCount);
	const place = isSame ? state : {identity, rowCount, top: 0, seenTo: 0, seenAt: undefined};
	const part = partAt(place.top, rowCount, height);

	const isArmed = useArmed(`${place.seenAt ?? part.top} ${identity}`, () => {
		const end = part.top + part.height;
		const seenTo = part.top <= place.seenTo ? Math.max(place.seenTo, end) : place.seenTo;
		const isSeen = seenTo >= rowCount;
		if (isSeen) {
			onSeen?.();
		}

		setState({...place, top: part.top, seenTo, seenAt: isSeen ? (place.seenAt ?? part.top) : undefined});
	});

	const goTo = (top: number): void => {
		setState({...place, top: partAt(top, rowCount, height).top});
	};

	return {
		part,
		isArmed,
		isSeen: place.seenAt !== undefined,
		goTo,
		goOn() {
			goTo(place.seenTo);
		},
	};
}
