import type {Journal} from './journal.ts';
import {scopeKey, type Scope} from './plan.ts';
import {leftBy, type RecordedRun} from './recorded-runs.ts';

/** The number of runs that are searched for the last change. */
const mostRuns = 100;

/** Returns a function that gives the newest runs, oldest first. It reads them once, at its first call. */
export function newestRuns(journal: Pick<Journal, 'runs'>): () => readonly RecordedRun[] {
	let runs: readonly RecordedRun[] | undefined;
	return () => (runs ??= journal.runs(mostRuns).runs);
}

/** Returns the newest run of this kind in an account; undefined if there is none, or no account is known. */
export function lastRun(
	runs: readonly RecordedRun[],
	change: 'set' | 'unset',
	accountId: string | undefined,
): RecordedRun | undefined {
	return runs.findLast(
		({changes: [first]}) =>
			accountId !== undefined && first?.entry.change === change && first.entry.account?.id === accountId,
	);
}

/** Returns when the last change of a scope from here set and proved this pair; undefined if it did not. */
export function provenAt(
	runs: readonly RecordedRun[],
	scope: Scope,
	{username, fingerprint}: {readonly username: string; readonly fingerprint: string},
): string | undefined {
	const place = scopeKey(scope);
	const changes = runs.flatMap((run) => run.changes).filter(({entry}) => scopeKey(entry) === place);
	// A change that was only planned, or that is known to have written nothing, does not count.
	const last = changes.findLast(
		(change) => change.entry.event !== 'planned' && leftBy(change) !== 'untouched',
	);
	const end = last?.end;
	return end?.result === 'verified' && end.after === username && end.keyFingerprint === fingerprint
		? end.time
		: undefined;
}
