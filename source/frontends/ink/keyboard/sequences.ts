import type {KeyName} from './events.ts';

const byFinalLetter: Readonly<Record<string, KeyName>> = {
	A: 'up',
	B: 'down',
	C: 'right',
	D: 'left',
	F: 'end',
	H: 'home',
	// The keypad's Enter in application mode (SS3 M).
	M: 'enter',
	Z: 'back-tab',
};

const byNumber: Readonly<Record<string, KeyName>> = {
	1: 'home',
	3: 'delete',
	4: 'end',
	5: 'page-up',
	6: 'page-down',
	7: 'home',
	8: 'end',
};

const byControl: Readonly<Record<string, KeyName>> = {
	'\r': 'enter',
	'\n': 'enter',
	'\t': 'tab',
	'\b': 'backspace',
	'\u007F': 'backspace',
	'\u0003': 'leave',
	'\u0015': 'clear',
	'\u001A': 'suspend',
};

/** The key of a control character; undefined for those that mean nothing here. */
export function keyOfControl(character: string): KeyName | undefined {
	return byControl[character];
}

/**
 * The key of a complete escape sequence, without its leading ESC: `[A`, `[1;5C`, `[5~`, `OH`. Undefined for replies of
 * the terminal, for function keys and for anything pressed together with Alt.
 */
export function keyOfSequence(sequence: string): KeyName | undefined {
	const match = /^(?:\[|O)(\d*)(?:;(\d+))?([A-Z~])$/.exec(sequence);
	if (match === null) {
		return undefined;
	}

	const [, number = '', modifier = '1', final = ''] = match;
	const isWithAlt = ((Number(modifier) - 1) & 2) !== 0;
	if (isWithAlt) {
		return undefined;
	}

	if (final === '~') {
		return byNumber[number];
	}

	// `ESC [ M` begins a mouse report; only the keypad sends the letter alone after `ESC O`.
	return final === 'M' && !sequence.startsWith('O') ? undefined : byFinalLetter[final];
}
