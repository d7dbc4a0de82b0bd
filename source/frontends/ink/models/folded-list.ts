import {fold, foldWords} from '../../typing/fold.ts';

/** What the filter looks at: see `Option` of a question. */
export interface Findable {
	readonly label: string;
	readonly details: readonly string[];
	readonly keywords: readonly string[];
}

/** One option as it is compared. */
export interface FoldedOption {
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

/** So many options are prepared at a time, so that a spinner goes on turning. */
const slice = 1000;

/** A list made comparable: in slices while nothing else happens, and the rest when it is asked for. */
export class FoldedList {
	readonly #options: readonly Findable[];
	readonly #folded: FoldedOption[] = [];

	constructor(options: readonly Findable[]) {
		this.#options = options;
		this.#goOn();
	}

	/** All options, in the order of the list. */
	all(): readonly FoldedOption[] {
		this.#foldTo(this.#options.length);
		return this.#folded;
	}

	#goOn(): void {
		if (this.#folded.length < this.#options.length) {
			setImmediate(() => {
				this.#foldTo(this.#folded.length + slice);
				this.#goOn();
			}).unref();
		}
	}

	#foldTo(end: number): void {
		for (const option of this.#options.slice(this.#folded.length, end)) {
			this.#folded.push(foldOption(option));
		}
	}
}

const lists = new WeakMap<readonly Findable[], FoldedList>();

/** The same list is prepared once. */
export function foldedListOf(options: readonly Findable[]): FoldedList {
	let list = lists.get(options);
	if (list === undefined) {
		list = new FoldedList(options);
		lists.set(options, list);
	}

	return list;
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
