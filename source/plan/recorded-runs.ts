import type {JournalEntry} from './journal-entry.ts';
import {scopeKey} from './plan.ts';
import {isWritten} from './status.ts';

/** One change of one scope in the journal: the last line before it, and its end if there is one. */
export interface RecordedChange {
	readonly entry: JournalEntry;
	readonly end?: JournalEntry;
}

/** Everything that one run has recorded, in the order of its lines. */
export type RecordedRun = ReturnType<typeof recordedRuns>[number];

/** A run that died in the middle, with the changes whose end is not known. */
export interface UnfinishedRun {
	readonly run: string;
	readonly time: string;
	/** The scopes in which it is not known what is set: begun, or only planned. */
	readonly open: readonly [JournalEntry, ...JournalEntry[]];
	/** The ends that the run has recorded. */
	readonly ended: readonly JournalEntry[];
}

/** Groups lines by run. @param entries lines of any number of runs, oldest first. */
export function recordedRuns(entries: readonly JournalEntry[]) {
	return [...Map.groupBy(entries, ({run}) => run)].map(([run, lines]) => ({
		run,
		entries: lines,
		changes: changesOf(lines),
	}));
}

function changesOf(lines: readonly JournalEntry[]): RecordedChange[] {
	const changes: Array<{entry: JournalEntry; end?: JournalEntry}> = [];
	/** The last change of each scope, by its key. */
	const last = new Map<string, (typeof changes)[number]>();
	for (const line of lines.filter(({event}) => event !== 'seen')) {
		const isEnd = line.event === 'end';
		const previous = last.get(scopeKey(line));
		const open = previous?.end === undefined ? previous : undefined;
		if (open !== undefined && isEnd) {
			open.end = line;
		} else if (open?.entry.event === 'planned') {
			open.entry = line;
		} else {
			// A change that was written before and is proven later has its own `end`, but no `begin`.
			const change = {entry: line, ...(isEnd ? {end: line} : {})};
			changes.push(change);
			last.set(scopeKey(line), change);
		}
	}

	return changes;
}

/**
 * Returns what a run has left open. Undefined if every scope has its own end in this run, saying what is set
 * or that nothing was written, and if the operator has been told already.
 */
export function unfinishedIn({run, entries, changes}: RecordedRun): UnfinishedRun | undefined {
	const scopes = new Map<string, RecordedChange>();
	for (const change of changes) {
		const scope = scopeKey(change.entry);
		// A later attempt that wrote nothing says nothing about an earlier one.
		if (leftBy(change) !== 'untouched' || !scopes.has(scope)) {
			scopes.set(scope, change);
		}
	}

	const all = [...scopes.values()];
	const ended = all.filter((change) => leftBy(change) === 'known').flatMap(({end}) => end ?? []);
	const [first, ...others] = all
		.filter((change) => leftBy(change) !== 'known')
		// A scope in which nothing was written is shown like one that was only planned.
		.map((change): JournalEntry =>
			leftBy(change) === 'untouched' ? {...change.entry, event: 'planned'} : change.entry,
		);
	const isSeen = entries.some(({event}) => event === 'seen');
	return first === undefined || isSeen || !all.some((change) => leftBy(change) === 'unknown')
		? undefined
		: {run, time: first.time, open: [first, ...others], ended};
}

/** Returns the first run that left something open, from the lines of one or several runs. */
export function unfinishedAmong(entries: readonly JournalEntry[]): UnfinishedRun | undefined {
	return recordedRuns(entries)
		.map((run) => unfinishedIn(run))
		.find((run) => run !== undefined);
}

/** Returns what a change has left behind. Earlier versions recorded only how it ended. */
export function leftBy({end}: RecordedChange): JournalEntry['left'] {
	if (end?.left !== undefined) {
		return end.left;
	}

	if (end === undefined || end.result === 'unknown') {
		return 'unknown';
	}

	return end.result === 'not-started' ? 'untouched' : 'known';
}

/** A change that is over and has replaced one user, or none, with another, or none. */
export interface Replacement {
	readonly entry: JournalEntry;
	/** The username that was set; `null` = none. */
	readonly before: string | null;
	/** The username that has been set since, as it was read; `null` = none. */
	readonly after: string | null;
	/** The time of the change: ISO 8601, UTC. */
	readonly until: string;
}

/**
 * Returns what was replaced in each scope and has not been put back. Takes and returns the oldest first. A
 * change that leads back cancels the one that it undoes, and one whose end is not known leaves nothing.
 */
export function replacements(
	changes: readonly RecordedChange[],
): ReadonlyMap<string, readonly Replacement[]> {
	const found = new Map<string, readonly Replacement[]>();
	for (const change of changes) {
		const key = scopeKey(change.entry);
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

/** Returns undefined if nothing was replaced. */
function replacementOf(change: RecordedChange): Replacement | 'not-known' | undefined {
	const {entry, end} = change;
	if (end?.result === 'wrong-group') {
		return 'not-known';
	}

	const left = leftBy(change);
	if (left !== 'known' || !isWritten(end?.result)) {
		return left === 'unknown' && entry.event !== 'planned' ? 'not-known' : undefined;
	}

	const {before} = entry;
	const after = end?.found === undefined ? entry.after : end.found;
	if (before === undefined) {
		return 'not-known';
	}

	return before === after ? undefined : {entry, before, after, until: end?.time ?? entry.time};
}
