import type {Credential, InfraPermissions, Outcome} from '../ibmcloud/types.ts';
import type {ApplyTools} from './apply-tools.ts';
import type {Plan, Scope, ScopeResult} from './plan.ts';
import {proofOf} from './proof.ts';
import {isPrerequisite} from './status.ts';

/** A read-back that differs is repeated, with pauses of so many milliseconds in all: the service may take a moment. */
const readBackLimitMs = 10_000;
const firstPauseMs = 500;
const longestPauseMs = 2000;

/**
 * Reads what is set, again while it is not what is expected: the service may take a moment. What the last read said
 * counts.
 */
export async function readBack(
	scope: Scope,
	expected: string | null,
	tools: ApplyTools,
	signal: AbortSignal,
): Promise<Outcome<Credential>> {
	// Counted, not measured: the clock may be set while we wait.
	let waited = 0;
	for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
		const found = await tools.read(scope, expected, signal);
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
 * What a read-back proves, with `infra-permissions` as it was read beside it. Where that failed, or does not name the
 * expected account yet, it is read again: of a pair that nobody has checked it is the only proof.
 */
export async function prove(
	found: Credential,
	permissions: Outcome<InfraPermissions>,
	scope: Scope,
	plan: Plan,
	tools: ApplyTools,
	signal: AbortSignal,
): Promise<ScopeResult> {
	let read = permissions;
	let result = proofOf(found, read, plan.change);
	for (const pause of pausesBeforeProof) {
		const isHopeless = !read.ok && isPrerequisite(read.error.kind);
		const isOpen =
			result.kind === 'set-not-proven' && (!read.ok || result.accountInForce !== undefined) && !isHopeless;
		if (!isOpen || signal.aborted) {
			break;
		}

		// oxlint-disable-next-line no-await-in-loop -- one after the other is the point
		await tools.sleep(pause, signal);
		// oxlint-disable-next-line no-await-in-loop -- one after the other is the point
		read = await tools.permissions(scope, signal);
		result = proofOf(found, read, plan.change);
	}

	return result;
}

/** Whether a credential is the expected one: this username, or none. */
export function shows(credential: Credential, expected: string | null): boolean {
	return credential.kind === 'none' ? expected === null : credential.username === expected;
}
