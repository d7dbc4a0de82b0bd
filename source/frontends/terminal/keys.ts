function keyTable<Name extends string>(
	names: Readonly<Record<string, Name>>,
): Readonly<Record<string, Name>> {
	return names;
}

const byControl = keyTable({
	'\u0001': 'line-start',
	'\u0003': 'leave',
	'\u0004': 'end-of-input',
	'\u0005': 'line-end',
	'\b': 'backspace',
	'\t': 'tab',
	'\n': 'enter',
	'\r': 'enter',
	'\u0015': 'erase-line',
	'\u0017': 'erase-word',
	'\u001A': 'suspend',
	'\u007F': 'backspace',
});

const byFinalLetter = keyTable({
	A: 'up',
	B: 'down',
	C: 'right',
	D: 'left',
	F: 'end',
	H: 'home',
	// The keypad's Enter in application mode (SS3 M).
	M: 'enter',
	Z: 'back-tab',
});

const byNumber = keyTable({
	1: 'home',
	3: 'delete',
	4: 'end',
	5: 'page-up',
	6: 'page-down',
	7: 'home',
	8: 'end',
});

/** The keys with a meaning. Everything else that a terminal sends is dropped where it enters. */
export type KeyName = (typeof byControl | typeof byFinalLetter | typeof byNumber)[string] | 'escape';

/** One thing the operator did: a key, a run of typed characters without controls, or a raw paste. */
export type InputEvent =
	/** `isFollowed`: text came right behind it in the same read, as in a paste without paste marks. */
	| {readonly kind: 'key'; readonly name: KeyName; readonly isFollowed?: boolean}
	| {readonly kind: 'text'; readonly text: string}
	| {readonly kind: 'paste'; readonly text: string};

/**
 * A whole escape sequence at the start of a text; no match while its rest is still to come. A character that
 * does not fit ends the sequence and is not part of it, so that a lost end swallows neither Ctrl-C nor Enter.
 */
const sequence = new RegExp(
	[
		// CSI: parameters, intermediates, a final. The Linux console's function keys have two `[`, Alt two ESC.
		String.raw`\u001B{1,2}\[(?:\[|(?!\[))[ -?]*(?:[@-~]|(?=[^ -~]))`,
		// SS3: digits and semicolons at most, then one letter.
		String.raw`\u001B{1,2}O[\d;]*(?:[A-Za-z~]|(?=[^\d;A-Za-z~]))`,
		// Replies such as OSC and DCS run up to BEL or ESC \; any other control character breaks them off.
		String.raw`\u001B[\]PX^_][^\0-\u001F]*(?:\u0007|\u001B\\|(?=\u001B[^\\]|[\0-\u0006\b-\u001A\u001C-\u001F]))`,
		// Alt and a key, which may itself be a control character.
		String.raw`\u001B(?:[\b\t\n\r]|[^\0-\u001F[O\]PX^_])`,
		// ESC before anything else: the key itself.
		String.raw`\u001B(?=[\0-\u0007\v\f\u000E-\u001A\u001C-\u001F]|\u001B[^[O])`,
	]
		.map((form) => `^${form}`)
		.join('|'),
	'u',
);

/** Returns the escape sequence at the start of a text; undefined while its rest has not arrived. */
export function sequenceAt(text: string): string | undefined {
	return sequence.exec(text)?.[0];
}

/** Returns the key of a control character; undefined for those that mean nothing here. */
export function keyOfControl(character: string): KeyName | undefined {
	return byControl[character];
}

/**
 * Returns the key of a whole escape sequence, without its leading ESC: `[A`, `[1;5C`, `[5~`, `OH`. Undefined
 * for replies of the terminal, function keys and anything pressed together with Alt.
 */
export function keyOfSequence(text: string): KeyName | undefined {
	const match = /^(?:\[|O)(\d*)(?:;(\d+))?([A-Z~])$/.exec(text);
	if (match === null) {
		return undefined;
	}

	const [, number = '', modifier = '1', final = ''] = match;
	const isWithAlt = ((Number(modifier) - 1) & 2) !== 0;
	// `ESC [ M` begins a mouse report; only the keypad sends the letter alone after `ESC O`.
	if (isWithAlt || (final === 'M' && !text.startsWith('O'))) {
		return undefined;
	}

	return final === '~' ? byNumber[number] : byFinalLetter[final];
}
