import type {Outcome} from '../ibmcloud/types.ts';
import type {ApplyTools} from './apply-tools.ts';
import {hasNothingToRemove} from './effect.ts';
import {movedFrom} from './ground.ts';
import {
	expectedOf,
	type Plan,
	type PlannedScope,
	type Scope,
	type ScopeResult,
	type ScopeState,
} from './plan.ts';
import {prove, readBack, shows} from './read-back.ts';

/** How a scope is told about, and stopped. */
export interface ScopeOptions {
	/** Aborted once nothing new may start; what is in flight is finished and read back. */
	readonly stop: AbortSignal;
	/** Aborted when the session leaves at once. */
	readonly abort: AbortSignal;
	readonly onState: (state: ScopeState) => void;
	/** Called once the journal has a line about the scope that wants an end. */
	readonly onRecorded: () => void;
}

/**
 * A write that worked is not repeated because its read-back failed: it is read again, and proven where it shows. Read in
 * another account or group than reviewed, it would prove nothing.
 */
export async function provenBefore(
	planned: PlannedScope,
	plan: Plan,
	tools: ApplyTools,
	options: ScopeOptions,
): Promise<ScopeResult | undefined> {
	const {scope} = planned;
	const moved = await movedResult(scope, plan, tools, true);
	if (moved !== undefined) {
		return moved;
	}

	options.onState({kind: 'reading-back', startedAt: tools.now()});
	const found = await tools.read(scope, expectedOf(plan), options.abort);
	if (!found.ok || !shows(found.value, expectedOf(plan))) {
		return undefined;
	}

	options.onRecorded();
	return prove(found.value, await tools.permissions(scope, options.abort), scope, plan, tools, options.abort);
}

/** Changes one scope: checks the ground, writes, checks the ground again, reads back, proves. */
export async function applyScope(
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

	const moved = await movedResult(scope, plan, tools, false);
	if (moved !== undefined) {
		return moved;
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

/** That the CLI stands elsewhere than reviewed; undefined where it does not. */
async function movedResult(
	scope: Scope,
	plan: Plan,
	tools: ApplyTools,
	wasSet: boolean,
): Promise<ScopeResult | undefined> {
	const moved = movedFrom(plan, scope, await tools.ground(scope));
	return moved === undefined ? undefined : {kind: 'target-changed', ...moved, wasSet};
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

	const moved = await movedResult(scope, plan, tools, true);
	if (moved !== undefined) {
		return moved;
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
	const movedSince = await movedResult(scope, plan, tools, true);
	if (movedSince !== undefined) {
		return movedSince;
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
	const isOpen = error.kind === 'timed-out' || error.kind === 'killed' || error.kind === 'api-no-answer';
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
