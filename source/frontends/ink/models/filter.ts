import {fold, wordSign} from '../../typing/fold.ts';
import {foldedListOf, type Findable, type FoldedList, type FoldedOption} from './folded-list.ts';

/** What was found: indices of the options, the best first, and in the order of the list within one rank. */
export interface Found {
	readonly query: string;
	readonly indices: readonly number[];
}

/** From the best to the least. */
const ranks = 6;

/**
 * Narrows a list of options to what is typed, without regard to case, accents and spaces. The text of each option is
 * prepared once per list, and a query that grows looks only at what was found before.
 */
export class Filter {
	readonly #options: readonly Findable[];
	readonly #folded: FoldedList;
	#last: {readonly wanted: string; readonly pool: readonly number[]} | undefined;

	constructor(options: readonly Findable[]) {
		this.#options = options;
		this.#folded = foldedListOf(options);
	}

	/** @param text what is typed, as it is. */
	find(text: string): Found {
		const query = fold(text);
		if (query === '') {
			this.#last = undefined;
			return {query, indices: this.#options.map((_option, index) => index)};
		}

		const folded = this.#folded.all();
		const words = text
			.trim()
			.split(/\s+/u)
			.map((word) => fold(word));
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

			const rank = option.all.includes(query)
				? rankOf(option, query)
				: words.every((word) => option.all.includes(word))
					? 5
					: undefined;
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
