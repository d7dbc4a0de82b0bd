import type {Journal} from './journal.ts';
import {scopeKey, type Scope} from './plan.ts';
import {leftBy, type RecordedRun} from './recorded-runs.ts';

/** So many runs are looked at for what was done last. */
const mostRuns = 100;

/** Returns the newest runs, oldest first: read once, and only where somebody asks. */
export function newestRuns(journal: Pick<Journal, 'runs'>): () => readonly RecordedRun[] {
	let runs: readonly RecordedRun[] | undefined;
	return () => (runs ??= journal.runs(mostRuns).runs);
}

/** Returns the newest run of this kind in an account; undefined where none, or no account, is known. */
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

/** When the last change of a scope from here set this pair, and proved it; undefined where it did not. */
export function provenAt(
	runs: readonly RecordedRun[],
	scope: Scope,
	{username, fingerprint}: {readonly username: string; readonly fingerprint: string},
): string | undefined {
	const place = scopeKey(scope);
	const changes = runs.flatMap((run) => run.changes).filter(({entry}) => scopeKey(entry) === place);
	// What was only planned, or is known to have written nothing, was no change.
	const last = changes.findLast(
		(change) => change.entry.event !== 'planned' && leftBy(change) !== 'untouched',
	);
	const end = last?.end;
	return end?.result === 'verified' && end.after === username && end.keyFingerprint === fingerprint
		? end.time
		: undefined;
}
