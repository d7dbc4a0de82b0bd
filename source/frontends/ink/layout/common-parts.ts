import {memoize} from '../../../wizard/memoize.ts';
import type {Option} from '../../../wizard/question.ts';

/** What the labels of a whole list have in common, so that it can be left out where room is short. */
export type CommonParts = ReturnType<typeof partsOf>;

/** Worked out for the whole list: what is left out must not be what tells a row from one out of sight. */
export const commonParts = memoize((options: readonly Option[]) => partsOf(options.map(({label}) => label)));

/** See `commonParts`. */
export function partsOf(labels: readonly string[]) {
	// The number and underscore that every label with one begins with; empty where they differ.
	const numbers = new Set(labels.flatMap((label) => /^\d+_/.exec(label)?.[0] ?? []));
	const [first = ''] = numbers;
	const number = numbers.size === 1 ? first : '';
	// What a label is without number and domain.
	const coreOf = (label: string): string =>
		(label.startsWith(number) ? label.slice(number.length) : label).replace(/@.*$/s, '');
	const counts = new Map<string, number>();
	for (const label of labels) {
		const core = coreOf(label);
		counts.set(core, (counts.get(core) ?? 0) + 1);
	}

	/** Whether no other label of the list has the same core. */
	const isOwn = (core: string): boolean => (counts.get(core) ?? 0) <= 1;
	return {number, coreOf, isOwn};
}
