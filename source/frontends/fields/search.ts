import {memoize} from '../../wizard/memoize.ts';
import type {Option} from '../../wizard/question.ts';

const ascii = /^[\u0020-\u007E]*$/;
const marks = /\p{M}+/gu;
const spaces = /\s+/gu;
const wordStarts = /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])/gu;

/** Stands before each word in `FoldedText.words`; no query contains it. */
const wordSign = '\u0001';

/** Returns a text made comparable: without case, accents and spaces. */
export function fold(text: string): string {
	return foldLetters(text).replaceAll(spaces, '');
}

/** The same with a sign before each word, so that the beginning of a word is found by a plain search. */
function foldWords(text: string): string {
	return foldLetters(text).replaceAll(wordStarts, wordSign).replaceAll(spaces, '');
}

function foldLetters(text: string): string {
	return (ascii.test(text) ? text : text.normalize('NFKD').replaceAll(marks, '')).toLowerCase();
}

/** What is searched of an option. */
export type Findable = Pick<Option, 'label' | 'details' | 'keywords'>;

type Folded = ReturnType<typeof foldOption>;

/** No query contains it, so that no match goes over the border of two parts. */
const border = '\u0002';

/** So many options are prepared at a time, so that a spinner goes on turning. */
const slice = 1000;

const ranks = 6;

/**
 * Narrows a list of options to what is typed, without regard to case, accents and spaces. The text of each
 * option is prepared once per list: in slices while nothing else happens, and the rest when it is asked for.
 */
export class Search {
	readonly #options: readonly Findable[];
	readonly #folded: Folded[] = [];

	constructor(options: readonly Findable[]) {
		this.#options = options;
		this.#goOn();
	}

	/** @returns indices of the options that a text finds, the best first, in a rank as they come. */
	find(text: string): readonly number[] {
		const query = fold(text);
		if (query === '') {
			return [...this.#options.keys()];
		}

		const words = text
			.trim()
			.split(/\s+/u)
			.map((word) => fold(word));
		const byRank: number[][] = Array.from({length: ranks}, () => []);
		for (const [index, option] of this.#foldTo().entries()) {
			byRank[rankOf(option, query, words) ?? -1]?.push(index);
		}

		return byRank.flat();
	}

	/** Whether some word of the list begins like this. */
	hasWord(beginning: string): boolean {
		const wanted = wordSign + fold(beginning);
		return this.#foldTo().some(({words}) => words.includes(wanted));
	}

	#goOn(): void {
		if (this.#folded.length < this.#options.length) {
			setImmediate(() => {
				this.#foldTo(this.#folded.length + slice);
				this.#goOn();
			}).unref();
		}
	}

	#foldTo(end = this.#options.length): readonly Folded[] {
		for (const option of this.#options.slice(this.#folded.length, end)) {
			this.#folded.push(foldOption(option));
		}

		return this.#folded;
	}
}

/** The search in a list; the same list is prepared once. */
export const searchIn = memoize((options: readonly Findable[]) => new Search(options));

function foldOption({label, details, keywords}: Findable) {
	const texts = [label, ...details, ...keywords];
	const parts = texts.map((text) => fold(text));
	const foldedLabel = parts[0] ?? '';
	// In `1234567_name` operators look for the name.
	const behindNumber = /^\d+_(.+)$/.exec(foldedLabel)?.[1];
	if (behindNumber !== undefined) {
		parts.push(behindNumber);
	}

	return {
		label: foldedLabel,
		/** Everything that an exact match or the beginning of a match is looked for in. */
		parts,
		/** All parts in one string, each word with a sign before it. */
		words: texts.map((text) => foldWords(text)).join(border),
		/** All parts in one string, for the first and cheapest look. */
		all: parts.join(border),
	};
}

/**
 * 0: the label itself; 1: a whole part; 2: the beginning of one; 3: the beginning of a word; 4: anywhere; 5:
 * every word somewhere; undefined: not at all.
 */
function rankOf(option: Folded, query: string, typed: readonly string[]): number | undefined {
	const {label, parts, words, all} = option;
	if (!all.includes(query)) {
		return typed.every((word) => all.includes(word)) ? 5 : undefined;
	}

	if (label === query) {
		return 0;
	}

	if (parts.includes(query)) {
		return 1;
	}

	return parts.some((part) => part.startsWith(query)) ? 2 : words.includes(wordSign + query) ? 3 : 4;
}

/** Where a folded query stands in a text as it is drawn (UTF-16 offsets); undefined where it does not. */
export function findFolded(text: string, query: string) {
	if (query === '') {
		return undefined;
	}

	let folded = '';
	const offsets: number[] = [];
	let offset = 0;
	for (const character of text) {
		const part = fold(character);
		for (let unit = 0; unit < part.length; unit++) {
			offsets.push(offset);
		}

		folded += part;
		offset += character.length;
	}

	const index = folded.indexOf(query);
	if (index === -1) {
		return undefined;
	}

	const start = offsets[index] ?? 0;
	const end = offsets[index + query.length] ?? text.length;
	return {start, end: start + text.slice(start, end).trimEnd().length};
}
