import type {Credential, InfraPermissions, Outcome, WriteOutcome} from '../ibmcloud/types.ts';
import type {ScopeRun} from './apply-dependencies.ts';
import {watchDefaultGroup} from './default-group.ts';
import {isNothingToDo} from './effect.ts';
import {expectedOf, type Plan, type PlannedScope, type ScopeResult} from './plan.ts';
import {afterNoOk, prove, readBack} from './proof.ts';

/** The reads right before a write. */
export interface Look {
	/** The scope, with what is set there now. */
	readonly planned: PlannedScope;
	/** The answer of `infra-permissions`; undefined if the proof does not need it. */
	readonly permissions: Outcome<InfraPermissions> | undefined;
}

/**
 * Reads again after a write that worked but could not be read back: if it shows now, it is proven, and not
 * repeated. A read in another account or group than reviewed would prove nothing.
 */
async function proveAgain(planned: PlannedScope, run: ScopeRun): Promise<ScopeResult | undefined> {
	const {dependencies, abort} = run;
	const otherTarget = await targetChanged(planned, run, true);
	if (otherTarget !== undefined) {
		return otherTarget;
	}

	run.onWork('reading-back');
	const found = await dependencies.read(planned.scope, expectedOf(planned), abort);
	if (!found.ok || found.value !== expectedOf(planned)) {
		return undefined;
	}

	run.onRecorded();
	const after = await dependencies.permissions(planned.scope, abort);
	return prove(found.value, {before: undefined, after}, planned, run);
}

/**
 * Changes one scope: reads it again, compares, writes, and returns what the reads show. With `wasWritten`, an
 * earlier write worked and only its read-back failed: that is tried again first.
 */
export async function applyScope(
	planned: PlannedScope,
	run: ScopeRun,
	wasWritten: boolean,
): Promise<ScopeResult> {
	const {plan, dependencies, stop, abort} = run;
	if (wasWritten) {
		const proven = await proveAgain(planned, run);
		if (proven !== undefined) {
			return proven;
		}
	} else {
		// Not after an earlier write: a change that may be in force is not shown as merely being read.
		run.onWork('reading');
	}

	const strayed = await watchDefaultGroup(planned, run);
	const look = await lookBefore(planned, run);
	if ('kind' in look) {
		return look;
	}

	if (isNothingToDo(look.planned)) {
		return {kind: 'nothing-to-do'};
	}

	const recorded = await dependencies.record({kind: 'begin', planned: look.planned}, plan);
	if (!recorded.ok) {
		return {kind: 'failed', error: recorded.error, wasSet: false};
	}

	run.onRecorded();
	// The operator may have asked to stop while we were reading and recording.
	if (stop.aborted) {
		return {kind: 'not-started'};
	}

	run.onWork('setting');
	const written = await dependencies.write(planned.scope, planned.change, plan, abort);
	const result = await afterWrite(written, look, run);
	return (written.kind === 'refused' ? undefined : await strayed?.()) ?? result;
}

/**
 * Reads again what is set, and compares it with what the review showed or the command line demanded. Somebody
 * else can then interfere only during the write itself: the service has no compare-and-set. Returns the
 * reads, or the result of a scope in which nothing may be written.
 */
export async function lookBefore(
	planned: PlannedScope,
	run: Pick<ScopeRun, 'plan' | 'dependencies' | 'stop' | 'abort'>,
): Promise<Look | ScopeResult> {
	const {plan, dependencies, stop, abort} = run;
	const {scope, change, before} = planned;
	if (!before.ok) {
		return {kind: 'failed', error: before.error, wasSet: false};
	}

	if (stop.aborted) {
		return {kind: 'not-started'};
	}

	const needsProof = change.kind === 'set' && !change.pair.isChecked;
	const [found, permissions] = await Promise.all([
		dependencies.read(scope, before.value ?? expectedOf(planned), abort),
		needsProof ? dependencies.permissions(scope, abort) : undefined,
	]);
	// Checked last, so that it holds for the reads before and for the write after.
	const otherTarget = await targetChanged(planned, run, false);
	if (otherTarget !== undefined) {
		return otherTarget;
	}

	if (stop.aborted) {
		return {kind: 'not-started'};
	}

	return found.ok
		? (differenceOf(found.value, before.value, plan) ?? {planned: {...planned, before: found}, permissions})
		: {kind: 'failed', error: found.error, wasSet: false};
}

/** Compares what is set now with what was demanded or reviewed. Returns undefined if it is the same. */
function differenceOf(found: Credential, before: Credential, {onlyIfCurrent}: Plan): ScopeResult | undefined {
	if (onlyIfCurrent !== undefined && found !== onlyIfCurrent) {
		return {kind: 'not-current', demanded: onlyIfCurrent, found};
	}

	return found === before ? undefined : {kind: 'changed-since-review', reviewed: before, found};
}

/** Returns a result if the CLI has another account or group targeted than reviewed, otherwise undefined. */
async function targetChanged(
	{scope}: PlannedScope,
	{plan: {account}, dependencies}: Pick<ScopeRun, 'plan' | 'dependencies'>,
	wasSet: boolean,
): Promise<ScopeResult | undefined> {
	const target = await dependencies.target(scope);
	for (const [reviewed, now] of [
		[account, target?.account],
		[scope.group, target?.group],
	]) {
		if (reviewed !== undefined && now !== undefined && reviewed.id !== now.id) {
			return {kind: 'target-changed', from: reviewed.name, to: now.name, wasSet};
		}
	}

	return undefined;
}

/** Reads what a write has done. Its own answer proves nothing, and neither does a read in another target. */
async function afterWrite(written: WriteOutcome, look: Look, run: ScopeRun): Promise<ScopeResult> {
	const {planned} = look;
	const {dependencies, abort} = run;
	if (written.kind === 'refused' && written.wasSent === false) {
		// Nothing left this machine, so there is nothing to read.
		const changed = await targetChanged(planned, run, false);
		return changed ?? {kind: 'failed', error: written.error, wasSet: false};
	}

	const notKnown: ScopeResult = {kind: 'unknown', ...(written.kind === 'done' ? {} : {error: written.error})};
	const otherTarget = async (): Promise<ScopeResult | undefined> => {
		const result = await targetChanged(planned, run, true);
		return result !== undefined && written.kind === 'refused' ? notKnown : result;
	};

	const otherBefore = await otherTarget();
	if (otherBefore !== undefined) {
		return otherBefore;
	}

	run.onWork('reading-back');
	const [found, after] = await Promise.all([
		// A change that the service declined does not arrive later, so one read is enough.
		written.kind === 'refused'
			? dependencies.read(planned.scope, expectedOf(planned), abort)
			: readBack(planned, run),
		dependencies.permissions(planned.scope, abort),
	]);
	if (abort.aborted) {
		return notKnown;
	}

	const otherMeanwhile = await otherTarget();
	if (otherMeanwhile !== undefined) {
		return otherMeanwhile;
	}

	if (!found.ok) {
		return written.kind === 'done' ? {kind: 'failed', error: found.error, wasSet: true} : notKnown;
	}

	// If the expected user was set before, reading the name proves nothing.
	const wasExpected = planned.before.ok && planned.before.value === expectedOf(planned);
	const isNew = found.value === expectedOf(planned) && !wasExpected;
	return written.kind === 'done' || isNew
		? prove(found.value, {before: look.permissions, after}, planned, run)
		: afterNoOk(found.value, written, planned);
}
