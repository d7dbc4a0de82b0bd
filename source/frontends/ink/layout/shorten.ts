import {memoize} from '../../../wizard/memoize.ts';
import type {Option} from '../../../wizard/question.ts';
import {headOf, sharedLength, tailOf, widthOf} from '../../lines/width.ts';

/**
 * Returns what the labels of a list have in common, to be left out where room is short. It looks at the whole
 * list, since what is left out must not be what distinguishes a row from one out of sight.
 */
const commonParts = memoize((options: readonly Labelled[]) => {
	const labels = options.map(({label}) => label);
	// The number and underscore at the beginning of every label that has them; empty if they differ.
	const numbers = new Set(labels.flatMap((label) => /^\d+_/.exec(label)?.[0] ?? []));
	const [first = ''] = numbers;
	const number = numbers.size === 1 ? first : '';
	/** Returns a label without number and domain. */
	const coreOf = (label: string): string =>
		(label.startsWith(number) ? label.slice(number.length) : label).replace(/@.*$/s, '');
	const twins = Map.groupBy(labels, coreOf);
	/** Reports whether no other label of the list has the same core. */
	const isOwn = (core: string): boolean => (twins.get(core)?.length ?? 0) <= 1;
	return {number, coreOf, isOwn};
});

type Labelled = Pick<Option, 'label'>;

/**
 * Shortens labels to a width: they lose what they share (account number, domain), not what tells them apart.
 * Those that fit stay as they are; different ones stay different if possible.
 *
 * @param all the whole list, of which these labels are a part
 */
export function shorten(
	labels: readonly string[],
	width: number,
	ellipsis: string,
	all: readonly Labelled[] = labels.map((label) => ({label})),
): string[] {
	const fits = (label: string): boolean => widthOf(label) <= width;
	if (labels.every(fits)) {
		return [...labels];
	}

	const different = [...new Set(labels)];
	const prefix = sharedPrefix(different);
	const suffix = sharedSuffix(different, prefix.length);
	const end = suffix === '' ? '' : ellipsis;
	const without = (start: string): string[] =>
		labels.map((label) => {
			const core = label.slice(start.length, label.length - suffix.length);
			return fits(label) ? label : (start === '' ? '' : ellipsis) + core + end;
		});
	const cores = without(prefix);
	const cutAt = (share: number): string[] => cores.map((core) => cutMiddle(core, width, share, ellipsis));
	const attempts = [
		() => without(''),
		() => cores,
		() => labels.map((label) => cutOne(label, width, ellipsis, all)),
		// If even the differing parts are too wide, the cut goes where the labels stay different.
		...[0.5, 0.75, 0.25, 1, 0].map((share) => () => cutAt(share)),
	];
	for (const attempt of attempts) {
		const shown = attempt();
		// Different labels must look different.
		if (shown.every(fits) && new Set(shown).size === different.length) {
			return shown;
		}
	}

	return showDifferences(labels, cutAt(0.5), width, ellipsis);
}

/** Shortens one label by itself: drops the common number, then a domain that tells nothing, then cuts it. */
function cutOne(label: string, width: number, ellipsis: string, all: readonly Labelled[]): string {
	const {number, coreOf, isOwn} = commonParts(all);
	const core = coreOf(label);
	const start = number !== '' && label.startsWith(number) ? ellipsis : '';
	const withDomain = start + label.slice(start === '' ? 0 : number.length);
	const withoutDomain = label.includes('@') && isOwn(core) ? `${start}${core}@${ellipsis}` : withDomain;
	const whole = [label, withDomain, withoutDomain].find((text) => widthOf(text) <= width);
	return whole ?? cutMiddle(withoutDomain, width, 0.5, ellipsis);
}

/** Shows labels that still look the same from where they differ. */
function showDifferences(
	labels: readonly string[],
	shown: readonly string[],
	width: number,
	ellipsis: string,
): string[] {
	return shown.map((text, index) => {
		const label = labels[index] ?? '';
		const twins = labels.filter((other, otherIndex) => shown[otherIndex] === text && other !== label);
		if (twins.length === 0) {
			return text;
		}

		const start = Math.max(0, sharedStart([label, ...twins]).length - 1);
		return ellipsis + headOf(label.slice(start), width - widthOf(ellipsis));
	});
}

/** Cuts out the middle of a text; `share` of the room is for its beginning. */
function cutMiddle(text: string, width: number, share: number, ellipsis: string): string {
	if (widthOf(text) <= width) {
		return text;
	}

	const room = Math.max(0, width - widthOf(ellipsis));
	const head = headOf(text, Math.round(room * share));
	return head + ellipsis + tailOf(text, room - widthOf(head));
}

/** Returns what all begin with, up to and including a sign such as `_`; empty if there is only one. */
function sharedPrefix(labels: readonly string[]): string {
	return labels.length < 2 ? '' : (/^.*[_.@\-/]/su.exec(sharedStart(labels))?.[0] ?? '');
}

/** Returns what all end with, from a sign such as `@` on; empty if there is only one. */
function sharedSuffix(labels: readonly string[], prefixLength: number): string {
	const backwards = (text: string): string => Array.from(text).toReversed().join('');
	const shared = backwards(sharedStart(labels.map((label) => backwards(label.slice(prefixLength)))));
	return labels.length < 2 ? '' : (/[_.@\-/].*$/su.exec(shared)?.[0] ?? '');
}

function sharedStart([first = '', ...others]: readonly string[]): string {
	return first.slice(0, Math.min(first.length, ...others.map((other) => sharedLength(first, other))));
}
