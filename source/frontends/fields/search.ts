import {memoize} from '../../wizard/memoize.ts';
import type {Option} from '../../wizard/question.ts';

const ascii = /^[\u0020-\u007E]*$/;
const marks = /\p{M}+/gu;
const spaces = /\s+/gu;
const wordStarts = /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}])/gu;

/** Precedes each word in `Folded.words`; no query contains it. */
const wordSign = '\u0001';

/** Returns a text without case, accents and spaces, for comparison. */
export function fold(text: string): string {
	return foldLetters(text).replaceAll(spaces, '');
}

/** Folds a text and puts a sign before each word, so that a plain search finds the beginning of a word. */
function foldWords(text: string): string {
	return foldLetters(text).replaceAll(wordStarts, wordSign).replaceAll(spaces, '');
}

function foldLetters(text: string): string {
	return (ascii.test(text) ? text : text.normalize('NFKD').replaceAll(marks, '')).toLowerCase();
}

/** The parts of an option that are searched. */
export type Findable = Pick<Option, 'label' | 'details' | 'keywords'>;

type Folded = ReturnType<typeof foldOption>;

/** Separates two parts; no query contains it, so no match spans both. */
const border = '\u0002';

/** How many options are prepared at a time, so that a spinner keeps turning. */
const slice = 1000;

const ranks = 6;

/**
 * A search in a list of options that ignores case, accents and spaces. The text of each option is prepared
 * once: in slices while nothing else happens, and the rest as soon as it is needed.
 */
export class Search {
	readonly #options: readonly Findable[];
	readonly #folded: Folded[] = [];

	constructor(options: readonly Findable[]) {
		this.#options = options;
		this.#goOn();
	}

	/** Returns the indices of the options that a text finds: best rank first, in list order within a rank. */
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

	/** Reports whether any word of the list begins with this text. */
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

/** Returns the search in a list; each list is prepared once. */
export const searchIn = memoize((options: readonly Findable[]) => new Search(options));

function foldOption({label, details, keywords}: Findable) {
	const texts = [label, ...details, ...keywords];
	const parts = texts.map((text) => fold(text));
	const foldedLabel = parts[0] ?? '';
	// In `1234567_name`, operators look for the name.
	const behindNumber = /^\d+_(.+)$/.exec(foldedLabel)?.[1];
	if (behindNumber !== undefined) {
		parts.push(behindNumber);
	}

	return {
		label: foldedLabel,
		/** The strings against which exact and prefix matches are checked. */
		parts,
		/** All texts in one string, with a sign before each word. */
		words: texts.map((text) => foldWords(text)).join(border),
		/** All parts in one string, for the first and cheapest check. */
		all: parts.join(border),
	};
}

/**
 * Ranks a match: 0 for the label itself, 1 for a whole part, 2 for the beginning of a part, 3 for the
 * beginning of a word, 4 for anywhere, 5 for every word somewhere; undefined for no match.
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

/** Returns where a folded query is in a text as drawn (UTF-16 offsets); undefined if it is not there. */
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
