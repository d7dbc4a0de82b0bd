let segmenter: Intl.Segmenter | undefined;

/** The graphemes of a text. The segmenter is made when it is first needed: that takes a while. */
export function graphemesOf(text: string): string[] {
	segmenter ??= new Intl.Segmenter(undefined, {granularity: 'grapheme'});
	return [...segmenter.segment(text)].map(({segment}) => segment);
}
