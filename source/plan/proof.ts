import {accountNumberOf} from '../ibmcloud/facts/accounts.ts';
import {isPrerequisite} from '../ibmcloud/error-kinds.ts';
import type {CliError, Credential, InfraPermissions, Outcome} from '../ibmcloud/types.ts';
import {expectedOf, type Change, type Pair, type PlannedScope, type ScopeResult} from './plan.ts';
import {readAgain} from '../ibmcloud/retry.ts';
import type {ScopeRun} from './apply-dependencies.ts';

/** The answers of `infra-permissions` before and after a write. */
export interface PermissionReads {
	/** Undefined if it was not read before: then it proves nothing. */
	readonly before: Outcome<InfraPermissions> | undefined;
	readonly after: Outcome<InfraPermissions>;
}

/**
 * Returns what a read-back proves. *Verified*: the username is read back, and the pair is proven: the classic
 * API has accepted it before, or `infra-permissions` names the expected account as manually set and did not
 * before. The name alone proves no key, since it is the same for a renewed one. If another account than the
 * pair's is in force, that is a difference, whatever else is proven. *Removed*: none is read back.
 */
export function proofOf(found: Credential, permissions: PermissionReads, change: Change): ScopeResult {
	const {after} = permissions;
	const known = after.ok ? {permissions: after.value} : {};
	if (change.kind === 'unset') {
		return found === null ? {kind: 'removed', ...known} : {kind: 'differs', expected: null, found};
	}

	const {pair} = change;
	const {username} = pair;
	if (found !== username) {
		return {kind: 'differs', expected: username, found};
	}

	const expected = accountOf(pair);
	const inForce = after.ok ? after.value.account : undefined;
	if (expected !== undefined && inForce !== undefined && inForce !== expected) {
		return {kind: 'other-account-in-force', username, expected, inForce};
	}

	if (pair.isChecked) {
		return {kind: 'verified', username, provenBy: 'pair-check', ...known};
	}

	return expected !== undefined && saysNow(permissions, expected)
		? {kind: 'verified', username, provenBy: 'infra-permissions', ...known}
		: {kind: 'set-not-proven', username, ...known, ...(after.ok ? {} : {unreadable: after.error})};
}

/** Returns the infrastructure account that a pair should put in force, if known. */
export function accountOf({account, username}: Pair): string | undefined {
	return account ?? accountNumberOf(username);
}

/** Reports whether `infra-permissions` names this account as manually set now, and did not before. */
function saysNow({before, after}: PermissionReads, account: string): boolean {
	const names = (read: Outcome<InfraPermissions>): boolean =>
		read.ok && read.value.setBy === 'manual' && read.value.account === account;
	return names(after) && before?.ok === true && !names(before);
}

/** Milliseconds before each repeated read-back, ten seconds at most. Counted, since the clock may be set. */
const pausesBeforeReadBack = [500, 1000, 2000, 2000, 2000, 2000];

/**
 * Reads what is set, and repeats that while it is not as expected: the service may take a moment, and a write
 * that was cut off may arrive late. The last read counts.
 */
export async function readBack(
	planned: PlannedScope,
	{dependencies, abort}: ScopeRun,
): Promise<Outcome<Credential>> {
	const expected = expectedOf(planned);
	// A login that has ended, or a missing role, does not come back by itself.
	const mayChange = (read: Outcome<Credential>): boolean =>
		read.ok ? read.value !== expected : !isPrerequisite(read.error);
	const read = async (): Promise<Outcome<Credential>> => dependencies.read(planned.scope, expected, abort);
	return readAgain(await read(), {read, mayChange, pauses: pausesBeforeReadBack}, dependencies, abort);
}

/** Milliseconds before each repeated read of `infra-permissions`. */
const pausesBeforeProof = [1000, 2000];

/**
 * Returns what a read-back proves, together with `infra-permissions`. Reads the latter again after a pause if
 * it failed and is the only proof, or does not name the pair's account as manually set yet.
 */
export async function prove(
	found: Credential,
	reads: PermissionReads,
	{scope, change}: PlannedScope,
	{dependencies, abort}: ScopeRun,
): Promise<ScopeResult> {
	const proof = (after: Outcome<InfraPermissions>): ScopeResult => proofOf(found, {...reads, after}, change);
	const again = {
		read: async () => dependencies.permissions(scope, abort),
		mayChange: (after: Outcome<InfraPermissions>) => mayYetBeProven(proof(after), after),
		pauses: pausesBeforeProof,
	};
	const after = await readAgain(reads.after, again, dependencies, abort);
	// If the session leaves at once, a read that was cut off proves nothing, and the journal gets no `end`.
	return abort.aborted ? {kind: 'unknown'} : proof(after);
}

/** Reports whether reading again may help. Not if a manually set pair is named: it was named before, too. */
function mayYetBeProven({kind}: ScopeResult, after: Outcome<InfraPermissions>): boolean {
	return (
		kind === 'other-account-in-force' ||
		(kind === 'set-not-proven' && (after.ok ? after.value.setBy === 'linked' : !isPrerequisite(after.error)))
	);
}

/**
 * Returns what a read shows after a write that did not answer OK, unless it shows the new user. A renewal
 * reads back the same whether it arrived or not, so only a refusal by the service tells that it did not.
 */
export function afterNoOk(
	found: Credential,
	written: {readonly kind: 'refused' | 'open'; readonly error: CliError},
	planned: PlannedScope,
): ScopeResult {
	if (written.kind === 'refused') {
		return {kind: 'failed', error: written.error, wasSet: false, foundAfter: found};
	}

	const isAsBefore = planned.before.ok && planned.before.value === found;
	return isAsBefore
		? {kind: 'unknown', error: written.error, found}
		: {kind: 'differs', expected: expectedOf(planned), found};
}
