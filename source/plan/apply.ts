import pLimit from 'p-limit';
import type {Credential, InfraPermissions, Outcome} from '../ibmcloud/types.ts';
import {
	expectedOf,
	type Plan,
	type PlannedScope,
	type Scope,
	type ScopeResult,
	type ScopeState,
} from './plan.ts';
import {hasNothingToRemove} from './effect.ts';
import {movedFrom, type Ground} from './ground.ts';
import {prove, readBack, shows} from './read-back.ts';

/** What apply needs of the world; effects only here. */
export interface ApplyTools {
	/** The ground of the configuration that a scope's commands run in; undefined where its file cannot be read. */
	ground(scope: Scope): Promise<Ground | undefined>;
	/** Carries the change out. Never repeated. */
	write(scope: Scope, plan: Plan, signal: AbortSignal): Promise<Outcome<void>>;
	/** What is set now. */
	read(scope: Scope, expected: string | null, signal: AbortSignal): Promise<Outcome<Credential>>;
	permissions(scope: Scope, signal: AbortSignal): Promise<Outcome<InfraPermissions>>;
	/** Told before and after each write: the journal. A failure to record stops the scope before its write. */
	record(event: ApplyEvent, plan: Plan): Promise<Outcome<void>>;
	/** How many scopes may be in flight at once: one that waits can still be left out. */
	readonly concurrency: number;
	now(): number;
	/** Resolves after so many milliseconds, or at once when the signal is aborted. */
	sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export type ApplyEvent =
	/** Several scopes are to be changed, this one among them. */
	| {readonly kind: 'planned'; readonly planned: PlannedScope}
	| {readonly kind: 'begin'; readonly planned: PlannedScope}
	| {readonly kind: 'end'; readonly planned: PlannedScope; readonly result: ScopeResult};

export interface ApplyOptions {
	/** Aborted once nothing new may start; what is in flight is finished and read back. */
	readonly stop: AbortSignal;
	/** Aborted when the session leaves at once. */
	readonly abort: AbortSignal;
	/** Whether the write of a scope has worked before and only its read-back failed: then it is read first. */
	readonly wasWritten: (index: number) => boolean;
	readonly onState: (index: number, state: ScopeState) => void;
}

/**
 * Applies a plan: every scope by itself, a bounded number side by side; one scope's failure stops no other. Per scope: check the ground, set, check the ground again, read back, prove.
 *
 * @param only the indices of the scopes to apply; the others keep their state.
 */
export async function applyPlan(
	plan: Plan,
	only: readonly number[],
	tools: ApplyTools,
	options: ApplyOptions,
): Promise<void> {
	const isBatch = only.length > 1;
	if (isBatch) {
		await recordPlan(plan, only, tools);
	}

	const limit = pLimit(tools.concurrency);
	await Promise.all(
		only.map(async (index) => limit(async () => applyOne(index, plan, tools, {...options, isBatch}))),
	);
}

/** What was meant to be changed: a run that dies before its turn comes leaves no other trace of a scope. */
async function recordPlan(plan: Plan, only: readonly number[], tools: ApplyTools): Promise<void> {
	for (const index of only) {
		const planned = plan.scopes[index];
		if (planned !== undefined) {
			// oxlint-disable-next-line no-await-in-loop -- in the order of the plan; a full disk is told at the first begin
			await tools.record({kind: 'planned', planned}, plan);
		}
	}
}

interface OneOptions extends ApplyOptions {
	/** Whether the journal names the scope as planned, so that it has to name its end in any case. */
	readonly isBatch: boolean;
}

async function applyOne(index: number, plan: Plan, tools: ApplyTools, options: OneOptions): Promise<void> {
	const planned = plan.scopes[index];
	if (planned === undefined) {
		return;
	}

	const startedAt = tools.now();
	let isRecorded = options.isBatch;
	const scopeOptions: ScopeOptions = {
		...options,
		onRecorded() {
			isRecorded = true;
		},
		onState: (state) => {
			options.onState(index, state);
		},
	};
	const result =
		(options.wasWritten(index) ? await provenBefore(planned, plan, tools, scopeOptions) : undefined) ??
		(await applyScope(planned, plan, tools, scopeOptions));
	// Left at once, nobody knows how it ended: it stays open in the journal, and is found at the next start.
	if (isRecorded && !options.abort.aborted) {
		await tools.record({kind: 'end', planned, result}, plan);
	}

	options.onState(index, {kind: 'done', result, durationMs: Math.max(0, tools.now() - startedAt)});
}

/**
 * A write that worked is not repeated because its read-back failed: it is read again, and proven where it shows. Read in
 * another account or group than reviewed, it would prove nothing.
 */
async function provenBefore(
	planned: PlannedScope,
	plan: Plan,
	tools: ApplyTools,
	options: ScopeOptions,
): Promise<ScopeResult | undefined> {
	const {scope} = planned;
	const moved = movedFrom(plan, scope, await tools.ground(scope));
	if (moved !== undefined) {
		return {kind: 'target-changed', ...moved, wasSet: true};
	}

	options.onState({kind: 'reading-back', startedAt: tools.now()});
	const found = await tools.read(scope, expectedOf(plan), options.abort);
	if (!found.ok || !shows(found.value, expectedOf(plan))) {
		return undefined;
	}

	options.onRecorded();
	return prove(found.value, await tools.permissions(scope, options.abort), scope, plan, tools, options.abort);
}

interface ScopeOptions extends Pick<ApplyOptions, 'stop' | 'abort'> {
	readonly onState: (state: ScopeState) => void;
	/** Called once the journal has a line about the scope that wants an end. */
	readonly onRecorded: () => void;
}

async function applyScope(
	planned: PlannedScope,
	plan: Plan,
	tools: ApplyTools,
	options: ScopeOptions,
): Promise<ScopeResult> {
	const {scope, before} = planned;
	if (!before.ok) {
		return {kind: 'failed', error: before.error, wasSet: false};
	}

	if (options.stop.aborted) {
		return {kind: 'not-started'};
	}

	const present = before.value.kind === 'none' ? null : before.value.username;
	if (plan.onlyIfCurrent !== undefined && plan.onlyIfCurrent !== present) {
		return {kind: 'not-current', demanded: plan.onlyIfCurrent, found: present};
	}

	if (hasNothingToRemove(before, plan.change.kind)) {
		return {kind: 'removed', wasNone: true};
	}

	const moved = movedFrom(plan, scope, await tools.ground(scope));
	if (moved !== undefined) {
		return {kind: 'target-changed', ...moved, wasSet: false};
	}

	const recorded = await tools.record({kind: 'begin', planned}, plan);
	if (!recorded.ok) {
		return {kind: 'failed', error: recorded.error, wasSet: false};
	}

	options.onRecorded();
	// Looking and recording take a moment, in which the operator may have asked to stop.
	if (options.stop.aborted) {
		return {kind: 'not-started'};
	}

	options.onState({kind: 'setting', startedAt: tools.now()});
	const written = await tools.write(scope, plan, options.abort);
	return resultAfterWrite(written, planned, plan, tools, options);
}

async function resultAfterWrite(
	written: Outcome<void>,
	planned: PlannedScope,
	plan: Plan,
	tools: ApplyTools,
	options: ScopeOptions,
): Promise<ScopeResult> {
	const {scope} = planned;
	if (options.abort.aborted) {
		return {kind: 'unknown'};
	}

	const moved = movedFrom(plan, scope, await tools.ground(scope));
	if (moved !== undefined) {
		return {kind: 'target-changed', ...moved, wasSet: true};
	}

	if (!written.ok) {
		return afterFailedWrite(written.error, planned, plan, tools, options);
	}

	options.onState({kind: 'reading-back', startedAt: tools.now()});
	const [found, permissions] = await Promise.all([
		readBack(scope, expectedOf(plan), tools, options.abort),
		tools.permissions(scope, options.abort),
	]);
	if (options.abort.aborted) {
		return {kind: 'unknown'};
	}

	// What was read in another account or group proves nothing about this one.
	const movedSince = movedFrom(plan, scope, await tools.ground(scope));
	if (movedSince !== undefined) {
		return {kind: 'target-changed', ...movedSince, wasSet: true};
	}

	return found.ok
		? await prove(found.value, permissions, scope, plan, tools, options.abort)
		: {kind: 'failed', error: found.error, wasSet: true};
}

/**
 * A write that failed, or whose outcome is open (a time-out), is never repeated: what is set now is read, and where
 * it is the new user who was not there before, the write did work.
 */
async function afterFailedWrite(
	error: Extract<Outcome<void>, {ok: false}>['error'],
	{scope, before}: PlannedScope,
	plan: Plan,
	tools: ApplyTools,
	options: ScopeOptions,
): Promise<ScopeResult> {
	options.onState({kind: 'reading-back', startedAt: tools.now()});
	const after = await tools.read(scope, expectedOf(plan), options.abort);
	const isOpen = error.kind === 'timed-out' || error.kind === 'killed';
	const wasThere = before.ok && shows(before.value, expectedOf(plan));
	const isThere = after.ok && shows(after.value, expectedOf(plan));
	if (isOpen && isThere && !wasThere && after.ok) {
		return prove(
			after.value,
			await tools.permissions(scope, options.abort),
			scope,
			plan,
			tools,
			options.abort,
		);
	}

	if (isOpen && (wasThere || !after.ok)) {
		return {kind: 'unknown'};
	}

	return {kind: 'failed', error, wasSet: false, ...(after.ok ? {foundAfter: after.value} : {})};
}
