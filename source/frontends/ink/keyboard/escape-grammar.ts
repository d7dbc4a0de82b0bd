const escape = '\u001B';
const bell = '\u0007';

/**
 * Where the escape sequence at the beginning of this text ends; 1 where the ESC is the key itself; undefined where the
 * rest has not come yet. Whatever follows ESC otherwise is Alt and one character.
 */
export function endOfSequence(text: string): number | undefined {
	const next = text[1];
	switch (next) {
		case undefined: {
			return undefined;
		}

		case escape: {
			return endAfterTwoEscapes(text);
		}

		case '[': {
			return endOfControlSequence(text, 2);
		}

		case 'O': {
			return endOfShiftedKey(text, 2);
		}

		case ']':
		case 'P':
		case '_':
		case '^':
		case 'X': {
			return endOfString(text);
		}

		default: {
			// Alt and a key that is a control character by itself; any other control character is no part of this: Ctrl-C
			// must get through.
			return next < ' ' && !'\r\n\t\b'.includes(next)
				? 1
				: 1 + String.fromCodePoint(text.codePointAt(1) ?? 0).length;
		}
	}
}

/** Some terminals send Alt and an arrow as ESC and the arrow's own sequence; otherwise the first ESC is the key. */
function endAfterTwoEscapes(text: string): number | undefined {
	switch (text[2]) {
		case undefined: {
			return undefined;
		}

		case '[': {
			return endOfControlSequence(text, 3);
		}

		case 'O': {
			return endOfShiftedKey(text, 3);
		}

		default: {
			return 1;
		}
	}
}

/** CSI: parameters, intermediates, one final. A character that fits nowhere ends it there: it is not part of it. */
function endOfControlSequence(text: string, start: number): number | undefined {
	// Function keys of the Linux console are `ESC [ [ A`.
	let index = text[start] === '[' ? start + 1 : start;
	while (index < text.length) {
		const code = text.charCodeAt(index);
		if (code >= 0x40 && code <= 0x7e) {
			return index + 1;
		}

		if (code < 0x20 || code > 0x3f) {
			return index;
		}

		index++;
	}

	return undefined;
}

/** SS3: digits and semicolons at most, then one letter. */
function endOfShiftedKey(text: string, start: number): number | undefined {
	for (let index = start; index < text.length; index++) {
		const character = text[index] ?? '';
		if (/[A-Za-z~]/.test(character)) {
			return index + 1;
		}

		if (!/[\d;]/.test(character)) {
			return index;
		}
	}

	return undefined;
}

/** Replies such as OSC and DCS go on to BEL or ESC \; another control character breaks them off. */
function endOfString(text: string): number | undefined {
	for (let index = 2; index < text.length; index++) {
		const character = text[index] ?? '';
		if (character === bell) {
			return index + 1;
		}

		if (character === escape) {
			const next = text[index + 1];
			return next === undefined ? undefined : next === '\\' ? index + 2 : index;
		}

		if (character < ' ') {
			return index;
		}
	}

	return undefined;
}
