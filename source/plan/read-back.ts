import type {Credential, Outcome} from '../ibmcloud/types.ts';
import type {ApplyTools} from './apply.ts';
import type {Scope} from './plan.ts';
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

/** Whether a credential is the expected one: this username, or none. */
export function shows(credential: Credential, expected: string | null): boolean {
	return credential.kind === 'none' ? expected === null : credential.username === expected;
}
