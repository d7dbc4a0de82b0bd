/**
 * Printable ASCII and Latin letters, and of punctuation, arrows, lines and signs those that this program draws: each is
 * one column wide by itself, and none of them joins with a neighbour.
 */
const plain = /^[ -~¡-¬®-ſ–—‘-”•…←-↓─-╿■□▲▼◉○●◯✔✖❯⠀-⣿]*$/;

const colour = /\u001B\[[\d;]*m/g;

/** The width of a text, where it can be told without the tables of Unicode; undefined where it cannot. */
export function plainWidth(text: unknown): number | undefined {
	if (typeof text !== 'string') {
		return undefined;
	}

	const bare = text.includes('\u001B') ? text.replaceAll(colour, '') : text;
	return plain.test(bare) ? bare.length : undefined;
}
