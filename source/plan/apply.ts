import pLimit from 'p-limit';
import type {ApplyDependencies, ScopeRun} from './apply-dependencies.ts';
import {applyScope, lookBefore} from './apply-scope.ts';
import {mayStray} from './default-group.ts';
import type {Plan, PlannedScope, ScopeResult, ScopeState} from './plan.ts';

export interface ApplyOptions extends Pick<ScopeRun, 'stop' | 'abort'> {
	/** Whether an earlier write to a scope worked and only its read-back failed: then it is read first. */
	readonly wasWritten: (index: number) => boolean;
	readonly onState: (index: number, state: ScopeState) => void;
}

/**
 * Applies a plan, scope by scope, with bounded concurrency. The failure of one scope stops no other. If the
 * command line demands what has to be set (`--if-current`), all scopes are compared before the first write.
 *
 * @param only the indices of the scopes to apply; the others keep their state.
 */
export async function applyPlan(
	plan: Plan,
	only: readonly number[],
	dependencies: ApplyDependencies,
	options: ApplyOptions,
): Promise<void> {
	const limit = pLimit(dependencies.concurrency);
	const scopes = [...plan.scopes.entries()].filter(([index]) => only.includes(index));
	const isBatch = scopes.length > 1;
	const batch = {...options, plan, dependencies, isBatch};
	if (isBatch && plan.onlyIfCurrent !== undefined) {
		const objections = await limit.map(scopes, async (scope) => objectionTo(scope, batch));
		if (objections.some((objection) => objection !== undefined)) {
			for (const [position, [index]] of scopes.entries()) {
				const result = objections[position] ?? {kind: 'not-started'};
				options.onState(index, {kind: 'done', result, durationMs: 0});
			}

			return;
		}
	}

	if (isBatch) {
		// If the run dies before the turn of a scope, this line is the only trace of it.
		for (const [, planned] of scopes) {
			// oxlint-disable-next-line no-await-in-loop -- in the order of the plan
			await dependencies.record({kind: 'planned', planned}, plan);
		}
	}

	// If it is not known whether the API honors the named group, one scope tries it first.
	const straying: readonly IndexedScope[] = scopes.filter(([, planned]) => mayStray(planned, plan));
	let hasStrayed = false;
	const run = async (scope: IndexedScope): Promise<void> => {
		const result = await applyOne(scope, batch, hasStrayed && straying.includes(scope));
		hasStrayed ||= result.kind === 'wrong-group';
	};
	const [first] = straying;
	if (first !== undefined) {
		await run(first);
	}

	await limit.map(
		scopes.filter((scope) => scope !== first),
		run,
	);
}

type IndexedScope = readonly [index: number, planned: PlannedScope];

interface Batch extends ApplyOptions, Pick<ScopeRun, 'plan' | 'dependencies'> {
	/** Whether the journal has a `planned` line for each scope, and so needs an `end` in any case. */
	readonly isBatch: boolean;
}

/** Looks at a scope before any is written. Returns why nothing may be written there, undefined if it may. */
async function objectionTo([index, planned]: IndexedScope, batch: Batch): Promise<ScopeResult | undefined> {
	const {dependencies, onState, wasWritten} = batch;
	if (wasWritten(index)) {
		return undefined;
	}

	onState(index, {kind: 'reading', startedAt: dependencies.now()});
	const look = await lookBefore(planned, batch);
	onState(index, {kind: 'pending'});
	return 'kind' in look ? look : undefined;
}

/** Applies one scope and records its end. @param isLeftOut whether nothing is done in the scope. */
async function applyOne(
	[index, planned]: IndexedScope,
	batch: Batch,
	isLeftOut: boolean,
): Promise<ScopeResult> {
	const {plan, dependencies, abort, onState} = batch;
	const startedAt = dependencies.now();
	let isRecorded = batch.isBatch;
	const run: ScopeRun = {
		...batch,
		onRecorded() {
			isRecorded = true;
		},
		onWork: (kind) => onState(index, {kind, startedAt}),
	};
	const result: ScopeResult = isLeftOut
		? {kind: 'not-started'}
		: await applyScope(planned, run, batch.wasWritten(index));
	// If the session leaves at once, the end is unknown: the run stays open, and the next start finds it.
	if (isRecorded && !abort.aborted) {
		await dependencies.record({kind: 'end', planned, result}, plan);
	}

	onState(index, {kind: 'done', result, durationMs: Math.max(0, dependencies.now() - startedAt)});
	return result;
}
