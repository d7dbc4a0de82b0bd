import type {Credential, InfraPermissions, Outcome} from '../ibmcloud/types.ts';
import type {ApplyTools} from './apply-tools.ts';
import {expectedOf, usernameIn, type PlannedScope, type ScopeResult} from './plan.ts';
import {proofOf, type PermissionReads} from './proof.ts';
import {isPrerequisite} from './status.ts';

/** A read-back that differs is repeated, with pauses of so many milliseconds in all: the service may take a moment. */
const readBackLimitMs = 10_000;
const firstPauseMs = 500;
const longestPauseMs = 2000;

/**
 * Reads what is set, again while it is not what is expected: the service may take a moment, and what was cut off may
 * arrive late. What the last read said counts.
 */
export async function readBack(
	planned: PlannedScope,
	tools: ApplyTools,
	signal: AbortSignal,
): Promise<Outcome<Credential>> {
	const expected = expectedOf(planned);
	// Counted, not measured: the clock may be set while we wait.
	let waited = 0;
	for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
		const found = await tools.read(planned.scope, expected, signal);
		const isExpected = found.ok && shows(found.value, expected);
		// An ended login or a missing role does not come back by itself.
		const isHopeless = !found.ok && isPrerequisite(found.error.kind);
		if (isExpected || isHopeless || signal.aborted || waited + pause > readBackLimitMs) {
			return found;
		}

		await tools.sleep(pause, signal);
		waited += pause;
	}
}

/** Pauses in milliseconds before `infra-permissions` is read again. */
const pausesBeforeProof = [1000, 2000];

/**
 * What a read-back proves, with `infra-permissions` as it was read beside it. Where that failed although it is the only
 * proof, or does not name the pair's account as manually set yet, it is read again: the service may take a moment.
 */
export async function prove(
	found: Credential,
	reads: PermissionReads,
	{scope, change}: PlannedScope,
	tools: ApplyTools,
	signal: AbortSignal,
): Promise<ScopeResult> {
	let {after} = reads;
	let result = proofOf(found, reads, change);
	for (const pause of pausesBeforeProof) {
		if (!mayYetBeProven(result, after) || signal.aborted) {
			break;
		}

		// oxlint-disable-next-line no-await-in-loop -- one after the other is the point
		await tools.sleep(pause, signal);
		// oxlint-disable-next-line no-await-in-loop -- one after the other is the point
		after = await tools.permissions(scope, signal);
		result = proofOf(found, {...reads, after}, change);
	}

	return result;
}

/** Not where they name a manually set pair: that they named it before does not change by reading again. */
function mayYetBeProven({kind}: ScopeResult, after: Outcome<InfraPermissions>): boolean {
	if (kind === 'other-account-in-force') {
		return true;
	}

	return (
		kind === 'set-not-proven' &&
		(after.ok ? after.value.setBy === 'linked' : !isPrerequisite(after.error.kind))
	);
}

/** Whether a credential is the expected one: this username, or none. */
export function shows(credential: Credential, expected: string | null): boolean {
	return usernameIn(credential) === expected;
}
