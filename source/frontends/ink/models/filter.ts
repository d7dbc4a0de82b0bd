import {fold, foldWords, wordSign} from './fold.ts';

/** What the filter looks at: see `Option` of a question. */
export interface Findable {
	readonly label: string;
	readonly details: readonly string[];
	readonly keywords: readonly string[];
}

/** What was found: indices of the options, the best first, and in the order of the list within one rank. */
export interface Found {
	readonly query: string;
	readonly indices: readonly number[];
}

interface FoldedOption {
	readonly label: string;
	/** Everything that an exact match or the beginning of a match is looked for in. */
	readonly parts: readonly string[];
	/** All parts in one string, each word with a sign before it. */
	readonly words: string;
	/** All parts in one string, for the first and cheapest look. */
	readonly all: string;
}

/** No query contains it, so that no match goes over the border of two parts. */
const border = '\u0002';

const foldedLists = new WeakMap<readonly Findable[], readonly FoldedOption[]>();

/** From the best to the least. */
const ranks = 6;

/**
 * Narrows a list of options to what is typed, without regard to case, accents and spaces. The text of each option is
 * prepared once per list, and a query that grows looks only at what was found before.
 */
export class Filter {
	readonly #options: readonly Findable[];
	#last: {readonly wanted: string; readonly pool: readonly number[]} | undefined;

	constructor(options: readonly Findable[]) {
		this.#options = options;
	}

	/** @param text what is typed, as it is. */
	find(text: string): Found {
		const query = fold(text);
		if (query === '') {
			this.#last = undefined;
			return {query, indices: this.#options.map((_option, index) => index)};
		}

		const folded = foldedList(this.#options);
		const words = text.trim().split(/\s+/u).map((word) => fold(word));
		const wanted = words.join(' ');
		// What a longer query finds, a shorter one had found: also word by word.
		const grows = this.#last !== undefined && wanted.startsWith(this.#last.wanted);
		const pool: number[] = [];
		const byRank: number[][] = Array.from({length: ranks}, () => []);
		const look = (index: number): void => {
			const option = folded[index];
			if (option === undefined) {
				return;
			}

			const rank = option.all.includes(query) ? rankOf(option, query) : words.every((word) => option.all.includes(word)) ? 5 : undefined;
			if (rank !== undefined) {
				pool.push(index);
				byRank[rank]?.push(index);
			}
		};

		if (grows) {
			this.#last?.pool.forEach(look);
		} else {
			for (let index = 0; index < folded.length; index++) {
				look(index);
			}
		}

		this.#last = {wanted, pool};
		return {query, indices: byRank.flat()};
	}
}

/** 0: the label itself; 1: a whole part; 2: the beginning of one; 3: the beginning of a word; 4: anywhere; 5, outside of this: every word somewhere. */
function rankOf({label, parts, words}: FoldedOption, query: string): number {
	if (label === query) {
		return 0;
	}

	let best = words.includes(wordSign + query) ? 3 : 4;
	for (const part of parts) {
		if (part === query) {
			return 1;
		}

		if (part.startsWith(query)) {
			best = 2;
		}
	}

	return best;
}

function foldedList(options: readonly Findable[]): readonly FoldedOption[] {
	let folded = foldedLists.get(options);
	if (folded === undefined) {
		folded = options.map((option) => foldOption(option));
		foldedLists.set(options, folded);
	}

	return folded;
}

function foldOption({label, details, keywords}: Findable): FoldedOption {
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
		parts,
		words: texts.map((text) => foldWords(text)).join(border),
		all: parts.join(border),
	};
}
