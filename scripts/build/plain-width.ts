/**
 * Printable ASCII and Latin letters, and the punctuation, arrows, lines and signs that this program draws:
 * each is one column wide and joins with no neighbour, nor with the beginning of an escape sequence.
 */
const plain = /^[ -~¡-¬®-ſ–—‘-”•…←-↓─-╿■□▲▼◉○●◯✔✖❯⠀-⣿\u001B]*$/;

const colour = /\u001B\[[\d;]*m/g;

/** The width of a text, where it can be told without the tables of Unicode; undefined where it cannot. */
export function plainWidth(text: unknown): number | undefined {
	if (typeof text !== 'string') {
		return undefined;
	}

	const bare = text.includes('\u001B') ? text.replaceAll(colour, '') : text;
	return isOfSeparateCharacters(bare) && !bare.includes('\u001B') ? bare.length : undefined;
}

/** Whether each character is a grapheme by itself, as far as can be told without Unicode's tables. */
export function isOfSeparateCharacters(text: string): boolean {
	return plain.test(text);
}
