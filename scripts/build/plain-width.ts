/**
 * Printable ASCII and Latin letters, and the punctuation, arrows, lines and signs that this program draws.
 * Each is one column wide and joins neither a neighbor nor the start of an escape sequence. They are written
 * as escapes, so that the file that every start reads is ASCII.
 */
const plain =
	/^[ -~\u00A1-\u00AC\u00AE-\u017F\u2013\u2014\u2018-\u201D\u2022\u2026\u2190-\u2193\u2500-\u257F\u25A0\u25A1\u25B2\u25BC\u25C9\u25CB\u25CF\u25EF\u2714\u2716\u276F\u2800-\u28FF\u001B]*$/;

const color = /\u001B\[[\d;]*m/g;

/** Returns the width of a text, as far as it is known without Unicode's tables; undefined otherwise. */
export function plainWidth(text: unknown): number | undefined {
	if (typeof text !== 'string') {
		return undefined;
	}

	const bare = text.includes('\u001B') ? text.replaceAll(color, '') : text;
	return isOfSeparateCharacters(bare) && !bare.includes('\u001B') ? bare.length : undefined;
}

/** Reports whether each character is a grapheme by itself, as far as is known without Unicode's tables. */
export function isOfSeparateCharacters(text: string): boolean {
	return plain.test(text);
}
