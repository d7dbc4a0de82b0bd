import {accountNumberOf} from '../ibmcloud/facts/accounts.ts';
import {isPrerequisite} from '../ibmcloud/error-kinds.ts';
import type {CliError, Credential, InfraPermissions, Outcome} from '../ibmcloud/types.ts';
import {expectedOf, type Change, type Pair, type PlannedScope, type ScopeResult} from './plan.ts';
import {readAgain} from '../ibmcloud/retry.ts';
import type {ScopeRun} from './apply-dependencies.ts';

/** What `infra-permissions` said before a write and after it. */
export interface PermissionReads {
	/** Undefined where it was not read before: then it proves nothing. */
	readonly before: Outcome<InfraPermissions> | undefined;
	readonly after: Outcome<InfraPermissions>;
}

/**
 * Returns what a read-back proves. *Verified*: the username is read back, and the pair proven: accepted
 * before by the classic API, or `infra-permissions` names the expected account as manually set and had said
 * something else before. The name alone proves no key: a renewed one reads back the same. Another account in
 * force than the pair's is a difference, whatever else is proven. *Removed*: none is read back.
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

/** Returns the infrastructure account that a pair should put in force, as far as known. */
export function accountOf({account, username}: Pair): string | undefined {
	return account ?? accountNumberOf(username);
}

/** Returns whether `infra-permissions` names this account as manually set now, and did not before. */
function saysNow({before, after}: PermissionReads, account: string): boolean {
	const names = (read: Outcome<InfraPermissions>): boolean =>
		read.ok && read.value.setBy === 'manual' && read.value.account === account;
	return names(after) && before?.ok === true && !names(before);
}

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
	{dependencies, abort}: ScopeRun,
): Promise<Outcome<Credential>> {
	const expected = expectedOf(planned);
	// An ended login or a missing role does not come back by itself.
	const mayChange = (read: Outcome<Credential>): boolean =>
		read.ok ? read.value !== expected : !isPrerequisite(read.error);
	const read = async (): Promise<Outcome<Credential>> => dependencies.read(planned.scope, expected, abort);
	return readAgain(await read(), {read, mayChange, pauses: pausesBeforeReadBack}, dependencies, abort);
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
	{dependencies, abort}: ScopeRun,
): Promise<ScopeResult> {
	const proof = (after: Outcome<InfraPermissions>): ScopeResult => proofOf(found, {...reads, after}, change);
	const again = {
		read: async () => dependencies.permissions(scope, abort),
		mayChange: (after: Outcome<InfraPermissions>) => mayYetBeProven(proof(after), after),
		pauses: pausesBeforeProof,
	};
	const after = await readAgain(reads.after, again, dependencies, abort);
	// Left at once, what was cut off proves nothing, and the journal has no end of it.
	return abort.aborted ? {kind: 'unknown'} : proof(after);
}

/** Not where they name a manually set pair: that they named it before does not change by reading again. */
function mayYetBeProven({kind}: ScopeResult, after: Outcome<InfraPermissions>): boolean {
	return (
		kind === 'other-account-in-force' ||
		(kind === 'set-not-proven' && (after.ok ? after.value.setBy === 'linked' : !isPrerequisite(after.error)))
	);
}

/**
 * Returns what a read shows after a write that did not say OK, where it does not show the new user. A renewal
 * reads back the same whether it arrived or not, so only the service's own refusal tells that it did not.
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
