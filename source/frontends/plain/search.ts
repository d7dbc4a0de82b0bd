import type {Option} from '../../wizard/question.ts';
import {fold} from '../typing/fold.ts';

/** Whether a text names this option in full. */
export function isNamed(option: Option, text: string): boolean {
	return fold(option.label) === fold(text) || option.value === text;
}

/**
 * The options that a text finds, the best first: the name itself, one of the other columns or words in full, the
 * beginning of one, any part, and last every word somewhere. Without regard to case, accents and spaces.
 */
export function findOptions(options: readonly Option[], text: string): readonly Option[] {
	const wanted = fold(text);
	const words = text
		.trim()
		.split(/\s+/u)
		.map((word) => fold(word));
	const ranks: Option[][] = [[], [], [], [], []];
	for (const option of options) {
		const rank = rankOf(option, wanted, words);
		if (rank !== undefined) {
			ranks[rank]?.push(option);
		}
	}

	return ranks.flat();
}

function rankOf(option: Option, wanted: string, words: readonly string[]): number | undefined {
	if (isNamed(option, wanted)) {
		return 0;
	}

	const {label, details, keywords} = option;
	const parts = [label, ...details, ...keywords].map((part) => fold(part));
	// In `1234567_name` operators look for the name; in `dal10 dal12` for one of them.
	const name = /^\d+_(.+)$/.exec(parts[0] ?? '')?.[1];
	const tokens = details.flatMap((detail) => detail.split(/\s+/u).map((token) => fold(token)));
	const wholes = [...parts, ...tokens, ...(name === undefined ? [] : [name])];
	if (wholes.includes(wanted)) {
		return 1;
	}

	if (wholes.some((part) => part.startsWith(wanted))) {
		return 2;
	}

	if (parts.some((part) => part.includes(wanted))) {
		return 3;
	}

	return words.every((word) => parts.some((part) => part.includes(word))) ? 4 : undefined;
}
