import {readAgain} from '../ibmcloud/retry.ts';
import type {Credential, InfraPermissions, Outcome} from '../ibmcloud/types.ts';
import type {ApplyDependencies} from './apply-dependencies.ts';
import {expectedOf, usernameIn, type PlannedScope, type ScopeResult} from './plan.ts';
import {proofOf, type PermissionReads} from './proof.ts';
import {isPrerequisite} from './status.ts';

/**
 * Pauses in milliseconds before a read-back that differs is repeated, ten seconds at most in all: the service
 * may take a moment. Counted, not measured: the clock may be set while we wait.
 */
const pausesBeforeReadBack = [500, 1000, 2000, 2000, 2000, 2000];

/**
 * Reads what is set, again while it is not what is expected: the service may take a moment, and what was cut
 * off may arrive late. What the last read said counts.
 */
export async function readBack(
	planned: PlannedScope,
	dependencies: ApplyDependencies,
	signal: AbortSignal,
): Promise<Outcome<Credential>> {
	const expected = expectedOf(planned);
	// An ended login or a missing role does not come back by itself.
	const mayChange = (read: Outcome<Credential>): boolean =>
		read.ok ? !shows(read.value, expected) : !isPrerequisite(read.error.kind);
	const read = async (): Promise<Outcome<Credential>> => dependencies.read(planned.scope, expected, signal);
	return readAgain(await read(), {read, mayChange, pauses: pausesBeforeReadBack}, dependencies, signal);
}

/** Pauses in milliseconds before `infra-permissions` is read again. */
const pausesBeforeProof = [1000, 2000];

/**
 * What a read-back proves, with `infra-permissions` as it was read beside it. Where that failed although it
 * is the only proof, or does not name the pair's account as manually set yet, it is read again after a pause.
 */
export async function prove(
	found: Credential,
	reads: PermissionReads,
	{scope, change}: PlannedScope,
	dependencies: ApplyDependencies,
	signal: AbortSignal,
): Promise<ScopeResult> {
	const proof = (after: Outcome<InfraPermissions>): ScopeResult => proofOf(found, {...reads, after}, change);
	const again = {
		read: async () => dependencies.permissions(scope, signal),
		mayChange: (after: Outcome<InfraPermissions>) => mayYetBeProven(proof(after), after),
		pauses: pausesBeforeProof,
	};
	const after = await readAgain(reads.after, again, dependencies, signal);
	// Left at once, what was cut off proves nothing, and the journal has no end of it.
	return signal.aborted ? {kind: 'unknown'} : proof(after);
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
