import {looksLikeAKey} from '../../../ibmcloud/facts/keys.ts';
import type {InputEvent} from '../../terminal/events.ts';
import type {Handling} from '../keyboard/handling.ts';
import {cleanText} from '../../typing/clean-text.ts';
import {hasOnlySingleUnits, withoutLastGrapheme} from '../../typing/graphemes.ts';

/** A visible field as far as keys need it. `ink-text-input` does the editing of what is handed on to it. */
export interface EditedField {
	readonly value: string;
	readonly cursor: number;
	readonly set: (value: string, cursor: number) => void;
	/** The text looks like a key: it is refused before it is drawn. */
	readonly refuseKey: () => void;
}

/** What typed or pasted text does to a visible field. */
export function insertText(field: EditedField, text: string): Handling {
	const cleaned = cleanText(text);
	const {value, cursor, set} = field;
	if (looksLikeAKey(cleaned)) {
		field.refuseKey();
		return 'refused';
	}

	if (looksLikeAKey(value.slice(0, cursor) + cleaned + value.slice(cursor))) {
		// It came in pieces: what is there already goes as well.
		set('', 0);
		field.refuseKey();
		return 'refused';
	}

	return cleaned === '' ? 'done' : {toInk: cleaned};
}

/**
 * What the editing keys do to a visible field. `ink-text-input` counts UTF-16 units: where characters are longer than
 * one, it is not asked to go into them or to take a part of them away.
 */
export function editText(field: EditedField, event: InputEvent): Handling {
	const {value, cursor, set} = field;
	switch (event.kind === 'key' ? event.name : undefined) {
		case 'backspace': {
			if (hasOnlySingleUnits(value)) {
				return 'to-ink';
			}

			const shorter = withoutLastGrapheme(value);
			set(shorter, shorter.length);
			return 'done';
		}

		case 'left':
		case 'right': {
			if (!hasOnlySingleUnits(value)) {
				return 'done';
			}

			set(
				value,
				Math.max(
					0,
					Math.min(value.length, cursor + (event.kind === 'key' && event.name === 'left' ? -1 : 1)),
				),
			);
			return 'to-ink';
		}

		case 'erase-line': {
			set('', 0);
			return 'done';
		}

		default: {
			return 'ignored';
		}
	}
}
