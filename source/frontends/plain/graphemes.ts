let segmenter: Intl.Segmenter | undefined;

/** The text without its last character as a person counts them. */
export function withoutLastGrapheme(text: string): string {
	segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
	// The last few units are enough to find the border, apart from texts made to be difficult.
	const head = text.slice(0, -200);
	const tail = Array.from(segmenter.segment(text.slice(head.length)), ({segment}) => segment);
	return head + tail.slice(0, -1).join('');
}
