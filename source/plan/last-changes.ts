import type {Journal} from './journal.ts';
import type {Scope} from './plan.ts';
import {leftBy, scopeOf, type RecordedChange, type RecordedRun} from './recorded-runs.ts';

/** So many runs are looked at for what was done last. */
const mostRuns = 100;

/** The newest runs, oldest first: read once, and only where somebody asks. */
export function newestRuns(journal: Pick<Journal, 'runs'>): () => readonly RecordedRun[] {
	let runs: readonly RecordedRun[] | undefined;
	return () => (runs ??= journal.runs(mostRuns).runs);
}

/** The newest run of this kind in an account; undefined where none, or no account, is known. */
export function lastRun(
	runs: readonly RecordedRun[],
	change: 'set' | 'unset',
	accountId: string | undefined,
): RecordedRun | undefined {
	return runs.findLast(({changes: [first]}) => {
		const {change: done, account} = first?.entry ?? {};
		return accountId !== undefined && done === change && account?.id === accountId;
	});
}

/** The last change of a scope that was begun from here; one that is known to have written nothing is none. */
export function lastChange(runs: readonly RecordedRun[], scope: Scope): RecordedChange | undefined {
	const place = scopeOf(scope);
	return runs
		.flatMap(({changes}) => changes)
		.findLast((change) => {
			const isBegun = change.entry.event !== 'planned' && leftBy(change) !== 'untouched';
			return isBegun && scopeOf(change.entry) === place;
		});
}

/** When the last change of a scope from here set this pair, and proved it; undefined where it did not. */
export function provenAt(
	runs: readonly RecordedRun[],
	scope: Scope,
	{username, fingerprint}: {readonly username: string; readonly fingerprint: string},
): string | undefined {
	const {end} = lastChange(runs, scope) ?? {};
	return end?.result === 'verified' && end.after === username && end.keyFingerprint === fingerprint
		? end.time
		: undefined;
}
