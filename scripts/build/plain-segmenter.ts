import {isOfSeparateCharacters} from './plain-width.ts';

type Arguments = ConstructorParameters<typeof Intl.Segmenter>;

/** Stands in for `Intl.Segmenter`; makes the real one at the first text that may have longer graphemes. */
export class PlainSegmenter {
	readonly #given: Arguments;
	readonly #splitsGraphemes: boolean;
	#whole: Intl.Segmenter | undefined;

	constructor(...given: Arguments) {
		this.#given = given;
		this.#splitsGraphemes = (given[1]?.granularity ?? 'grapheme') === 'grapheme';
	}

	segment(text: string): Pick<Intl.Segments, 'containing' | typeof Symbol.iterator> {
		if (this.#splitsGraphemes && typeof text === 'string' && isOfSeparateCharacters(text)) {
			return new Characters(text);
		}

		this.#whole ??= new Intl.Segmenter(...this.#given);
		return this.#whole.segment(text);
	}
}

/** The segments of a text in which every character is one. */
class Characters {
	readonly #text: string;

	constructor(text: string) {
		this.#text = text;
	}

	containing(codeUnitIndex = 0): Intl.SegmentData | undefined {
		const index = Math.trunc(codeUnitIndex) || 0;
		const segment = this.#text[index];
		return segment === undefined ? undefined : {segment, index, input: this.#text};
	}

	*[Symbol.iterator](): Generator<Intl.SegmentData, undefined> {
		const input = this.#text;
		for (let index = 0; index < input.length; index += 1) {
			yield {segment: input.charAt(index), index, input};
		}
	}
}
