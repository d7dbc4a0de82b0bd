import {scopeKey, type Plan, type ScopeProgress, type ScopeState} from '../../plan/plan.ts';
import {recordedChange} from '../../plan/record.ts';
import type {RecordedChange} from '../../plan/recorded-runs.ts';
import {canBeRetried, mayBeWritten, resultOf, statusOfRun} from '../../plan/status.ts';
import type {ScopeToReview} from '../context.ts';

/** A plan and how far each of its scopes is, while it is applied and after. Replaced, never mutated. */
export interface Application {
	readonly plan: Plan;
	readonly scopes: readonly ScopeProgress[];
	/** Whether the operator has logged in since scopes failed. */
	readonly isMended: boolean;
	/** When its last turn ended, in milliseconds since the epoch. */
	readonly endedAt?: number;
}

/** The scopes of a plan to apply now. */
export type Turn = ReturnType<typeof turnOf>;

/** Returns the scopes to apply now. One that differs, or lies elsewhere by now, is not set again unseen. */
export function turnOf({plan, scopes}: Application) {
	const open = [...scopes.entries()].filter(([, scope]) => {
		const result = resultOf(scope);
		return result === undefined || canBeRetried(result);
	});
	return {
		plan,
		/** Indices of the scopes that are not applied yet, have failed, or are unknown. */
		open: open.map(([index]) => index),
		/** Those where the change may be in force: they are read before anything is set again. */
		written: open.filter(([, scope]) => wasWritten(scope)).map(([index]) => index),
	};
}

/** Returns the application with the scopes at these indices in a new state. */
export function withState(
	application: Application,
	indices: readonly number[],
	state: ScopeState,
): Application {
	const scopes = application.scopes.map((scope, index) =>
		indices.includes(index) ? {...scope, state} : scope,
	);
	return {...application, scopes};
}

/** Returns the scopes where nothing was written because they had changed since the review. */
export function changedSinceReview({scopes}: Application): ScopeToReview[] {
	return scopes.flatMap((progress) => {
		const result = resultOf(progress);
		return result?.kind === 'changed-since-review'
			? [{scope: progress.planned.scope, reviewed: result.reviewed}]
			: [];
	});
}

/** Reports whether any scope is still to be done. */
export function isBusy({scopes}: Pick<Application, 'scopes'>): boolean {
	return scopes.some(({state}) => state.kind !== 'done');
}

/** Returns every scope that a session has applied, as its last application left it. */
export function allScopes(applications: readonly Application[]): ScopeProgress[] {
	const scopes = new Map<string, ScopeProgress>();
	for (const progress of applications.flatMap((application) => application.scopes)) {
		const key = scopeKey(progress.planned.scope);
		// A scope that did not get another turn stays as it was.
		if (!scopes.has(key) || resultOf(progress)?.kind !== 'not-started') {
			scopes.set(key, progress);
		}
	}

	return [...scopes.values()];
}

/** Returns what was set before something else was set in the same scope: it remains true. */
export function earlierScopes(applications: readonly Application[]): ScopeProgress[] {
	const last = new Set(allScopes(applications));
	return applications
		.flatMap(({scopes}) => scopes)
		.filter((progress) => mayBeWritten(progress) && !last.has(progress));
}

/** Returns what was applied, as the journal records it. */
export function recordedChanges({plan, scopes, endedAt = 0}: Application): RecordedChange[] {
	return scopes.flatMap((progress) => {
		const result = resultOf(progress);
		return result === undefined ? [] : [recordedChange(progress.planned, result, plan, endedAt)];
	});
}

/** Returns the exit status of a session that applied these; with a file, whether the file holds now. */
export function statusOfApplications(applications: readonly Application[]): number {
	return statusOfRun(allScopes(applications), applications[0]?.plan);
}

/**
 * Reports whether the change may be in force already. A rotation reads back the same either way: only setting
 * the same pair again makes it known.
 */
function wasWritten(scope: ScopeProgress): boolean {
	const result = resultOf(scope);
	return (
		(result?.kind === 'failed' && result.wasSet) ||
		(result?.kind === 'unknown' && scope.planned.effect !== 'rotation')
	);
}
