let segmenter: Intl.Segmenter | undefined;

/** What a person calls the characters of a text. The segmenter is made when it is first needed: that takes a while. */
export function graphemesOf(text: string): string[] {
	segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
	return [...segmenter.segment(text)].map(({segment}) => segment);
}

/** The text without its last character as a person counts them. */
export function withoutLastGrapheme(text: string): string {
	// The last few units are enough to find the border, apart from texts made to be difficult.
	const head = text.slice(0, -200);
	return head + graphemesOf(text.slice(head.length)).slice(0, -1).join('');
}

/** Whether each character is a single UTF-16 unit: then offsets of units are offsets of characters. */
export function hasOnlySingleUnits(text: string): boolean {
	return /^[\u0020-\u007E]*$/.test(text) || graphemesOf(text).length === text.length;
}
