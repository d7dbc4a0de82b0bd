import {memoize} from '../../../wizard/memoize.ts';
import type {Option} from '../../../wizard/question.ts';
import {headOf, sharedLength, tailOf, widthOf} from '../../lines/width.ts';

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

/**
 * Makes labels fit into so many columns: they lose what they share (account number, domain), not what tells
 * them apart. Those that fit stay, and different ones stay different where that can be helped.
 *
 * @param common what the labels of the whole list share, of which these are a part; asked for when needed.
 */
export function shorten(
	labels: readonly string[],
	width: number,
	ellipsis: string,
	common: () => CommonParts = () => partsOf(labels),
): string[] {
	const fits = (label: string): boolean => widthOf(label) <= width;
	if (labels.every(fits)) {
		return [...labels];
	}

	const different = [...new Set(labels)];
	const prefix = sharedPrefix(different);
	const suffix = sharedSuffix(different, prefix.length);
	const without = (start: string): string[] =>
		labels.map((label) => (fits(label) ? label : withoutShared(label, start, suffix, ellipsis)));
	const cores = without(prefix);
	const cutAt = (share: number): string[] => cores.map((core) => cutMiddle(core, width, share, ellipsis));
	const cutByThemselves = (): string[] => {
		const shared = common();
		return labels.map((label) => cutOne(label, width, ellipsis, shared));
	};
	// Where even the differing parts are too wide, the cut is made where most labels stay apart.
	const cuts = [0.5, 0.75, 0.25, 1, 0].map((share) => () => cutAt(share));
	for (const attempt of [() => without(''), () => cores, cutByThemselves, ...cuts]) {
		const shown = attempt();
		if (shown.every(fits) && areApart(labels, shown)) {
			return shown;
		}
	}

	return showDifferences(labels, cutAt(0.5), width, ellipsis);
}

/** One label by itself: without the common number, then without a domain that tells nothing, then cut. */
function cutOne(
	label: string,
	width: number,
	ellipsis: string,
	{number, coreOf, isOwn}: CommonParts,
): string {
	const core = coreOf(label);
	const start = number !== '' && label.startsWith(number) ? ellipsis : '';
	const withDomain = start + label.slice(start === '' ? 0 : number.length);
	const withoutDomain = label.includes('@') && isOwn(core) ? `${start}${core}@${ellipsis}` : withDomain;
	const whole = [label, withDomain, withoutDomain].find((text) => widthOf(text) <= width);
	return whole ?? cutMiddle(withoutDomain, width, 0.5, ellipsis);
}

/** For those that still look the same: what is shown begins where they differ. */
function showDifferences(
	labels: readonly string[],
	shown: readonly string[],
	width: number,
	ellipsis: string,
): string[] {
	return shown.map((text, index) => {
		const label = labels[index] ?? '';
		const twins = [
			...new Set(labels.filter((other, otherIndex) => shown[otherIndex] === text && other !== label)),
		];
		if (twins.length === 0) {
			return text;
		}

		const start = Math.max(0, sharedPrefix([label, ...twins], false).length - 1);
		return ellipsis + headOf(label.slice(start), width - widthOf(ellipsis));
	});
}

/** The text with its middle cut out; `share` of the room is for the beginning. */
function cutMiddle(text: string, width: number, share: number, ellipsis: string): string {
	if (widthOf(text) <= width) {
		return text;
	}

	const room = Math.max(0, width - widthOf(ellipsis));
	const head = headOf(text, Math.round(room * share));
	return head + ellipsis + tailOf(text, room - widthOf(head));
}

function withoutShared(label: string, prefix: string, suffix: string, ellipsis: string): string {
	const core = label.slice(prefix.length, label.length - suffix.length);
	return (prefix === '' ? '' : ellipsis) + core + (suffix === '' ? '' : ellipsis);
}

/** Whether different labels look different. */
function areApart(labels: readonly string[], shown: readonly string[]): boolean {
	return new Set(shown).size === new Set(labels).size;
}

/** What all begin with, up to and with a sign such as `_`; all of it where `isWhole` is false. */
function sharedPrefix(labels: readonly string[], isWhole = true): string {
	const [first = '', ...others] = labels;
	if (others.length === 0) {
		return '';
	}

	const length = Math.min(...others.map((other) => sharedLength(first, other)));
	const shared = first.slice(0, length);
	return isWhole ? (/^.*[_.@\-/]/su.exec(shared)?.[0] ?? '') : shared;
}

/** What all end with, from a sign such as `@` on. */
function sharedSuffix(labels: readonly string[], prefixLength: number): string {
	const reversed = labels.map((label) => backwards(label.slice(prefixLength)));
	const shared = backwards(sharedPrefix(reversed, false));
	return /[_.@\-/].*$/su.exec(shared)?.[0] ?? '';
}

function backwards(text: string): string {
	return Array.from(text).toReversed().join('');
}
