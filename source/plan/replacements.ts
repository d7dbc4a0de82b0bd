import type {JournalEntry} from './journal-entry.ts';
import type {ScopeResult} from './plan.ts';
import {leftBy, scopeOf, type RecordedChange} from './recorded-runs.ts';

/** A change that is over, and has put one user, or none, in the place of another. */
export interface Replacement {
	readonly entry: JournalEntry;
	/** Who was set; `null` = none. */
	readonly before: string | null;
	/** Who is set since then, as it was read. */
	readonly after: string | null;
	/** When that was: ISO 8601, UTC. */
	readonly until: string;
}

/**
 * What was replaced in each scope and is not put back, the oldest first: a change that leads back takes away
 * the one that it undoes. Where it is not known what the last change did, nothing is.
 *
 * @param changes the oldest first.
 */
export function replacements(
	changes: readonly RecordedChange[],
): ReadonlyMap<string, readonly Replacement[]> {
	const found = new Map<string, readonly Replacement[]>();
	for (const change of changes) {
		const key = scopeOf(change.entry);
		const earlier = found.get(key) ?? [];
		const last = earlier.at(-1);
		const next = replacementOf(change);
		if (next === 'not-known') {
			found.delete(key);
		} else if (next !== undefined) {
			const isUndone = last?.before === next.after && last.after === next.before;
			found.set(key, isUndone ? earlier.slice(0, -1) : [...earlier, next]);
		}
	}

	return found;
}

const written: ReadonlyArray<ScopeResult['kind'] | undefined> = [
	'verified',
	'set-not-proven',
	'other-account-in-force',
	'removed',
	'differs',
];

/** Undefined where nothing was replaced. */
function replacementOf(change: RecordedChange): Replacement | 'not-known' | undefined {
	const {entry, end} = change;
	const left = leftBy(change);
	if (left !== 'known' || !written.includes(end?.result)) {
		const isOpen = left === 'unknown' && entry.event !== 'planned';
		return isOpen || end?.result === 'wrong-group' ? 'not-known' : undefined;
	}

	const {before} = entry;
	const after = end?.found === undefined ? entry.after : end.found;
	if (before === undefined) {
		return 'not-known';
	}

	return before === after ? undefined : {entry, before, after, until: end?.time ?? entry.time};
}
