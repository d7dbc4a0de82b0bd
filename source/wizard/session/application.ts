import {scopeKey, type Plan, type ScopeProgress, type ScopeState} from '../../plan/plan.ts';
import {recordedChange} from '../../plan/record.ts';
import type {RecordedChange} from '../../plan/recorded-runs.ts';
import {canBeRetried, mayBeWritten, resultOf, statusOfRun} from '../../plan/status.ts';
import type {ScopeToReview} from '../context.ts';

/** A plan while it is applied, and after: how far each scope is. Replaced, never changed in place. */
export interface Application {
	readonly plan: Plan;
	readonly scopes: readonly ScopeProgress[];
	/** Whether the operator has logged in since scopes failed. */
	readonly isMended: boolean;
	/** When its last turn had ended, in milliseconds since the epoch. */
	readonly endedAt?: number;
}

/** Which scopes of a plan are to be applied now. */
export type Turn = ReturnType<typeof turnOf>;

/**
 * The scopes whose turn it is. What differs, or lies elsewhere by now, is not set again without a look at it.
 */
export function turnOf({plan, scopes}: Application) {
	const open = [...scopes.entries()].filter(([, scope]) => {
		const result = resultOf(scope);
		return result === undefined || canBeRetried(result);
	});
	return {
		plan,
		/** Indices of the scopes that have not been applied yet, have failed, or are not known. */
		open: open.map(([index]) => index),
		/** Those of them in which the change may be in force: they are read before anything is set again. */
		written: open.filter(([, scope]) => wasWritten(scope)).map(([index]) => index),
	};
}

/** Returns the application with a new state of the scopes at these indices. */
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

/** The scopes in which nothing was written because something else was set there than the review had shown. */
export function changedSinceReview({scopes}: Application): ScopeToReview[] {
	return scopes.flatMap((progress) => {
		const result = resultOf(progress);
		return result?.kind === 'changed-since-review'
			? [{scope: progress.planned.scope, reviewed: result.reviewed}]
			: [];
	});
}

/** Returns whether any scope is still to be done. */
export function isBusy({scopes}: Pick<Application, 'scopes'>): boolean {
	return scopes.some(({state}) => state.kind !== 'done');
}

/** Every scope that was applied in a session, as its last application left it. */
export function allScopes(applications: readonly Application[]): ScopeProgress[] {
	const scopes = new Map<string, ScopeProgress>();
	for (const progress of applications.flatMap((application) => application.scopes)) {
		const key = scopeKey(progress.planned.scope);
		// A scope whose turn did not come again stands as it was.
		if (!scopes.has(key) || resultOf(progress)?.kind !== 'not-started') {
			scopes.set(key, progress);
		}
	}

	return [...scopes.values()];
}

/** Returns what was set before something else was set in the same scope: it stays true that it was. */
export function earlierScopes(applications: readonly Application[]): ScopeProgress[] {
	const last = new Set(allScopes(applications));
	return applications
		.flatMap(({scopes}) => scopes)
		.filter((progress) => mayBeWritten(progress) && !last.has(progress));
}

/** Returns what was applied as the journal has it. */
export function recordedChanges({plan, scopes, endedAt = 0}: Application): RecordedChange[] {
	return scopes.flatMap((progress) => {
		const result = resultOf(progress);
		return result === undefined ? [] : [recordedChange(progress.planned, result, plan, endedAt)];
	});
}

/** Returns how a session ends that has applied these: with a file, whether it is true now. */
export function statusOfApplications(applications: readonly Application[]): number {
	return statusOfRun(allScopes(applications), applications[0]?.plan);
}

/**
 * A scope in which the change may be in force already. A renewal reads back the same whether it is or not:
 * only setting the same pair once more makes it known.
 */
function wasWritten(scope: ScopeProgress): boolean {
	const result = resultOf(scope);
	return (
		(result?.kind === 'failed' && result.wasSet) ||
		(result?.kind === 'unknown' && scope.planned.effect !== 'rotation')
	);
}
