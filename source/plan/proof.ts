import {accountNumberOf} from '../ibmcloud/facts/accounts.ts';
import type {Credential, InfraPermissions, Outcome} from '../ibmcloud/types.ts';
import {usernameIn, type Change, type Pair, type ScopeResult} from './plan.ts';

/** What `infra-permissions` said before a write and after it. */
export interface PermissionReads {
	/** Undefined where it was not read before: then it proves nothing. */
	readonly before: Outcome<InfraPermissions> | undefined;
	readonly after: Outcome<InfraPermissions>;
}

/**
 * What a read-back proves. *Verified*: the username is read back, and the pair proven: accepted before by the
 * classic API, or `infra-permissions` names the expected account as manually set and had said something else
 * before. The name alone proves no key: a renewed one reads back the same. Another account in force than the
 * pair's is a difference, whatever else is proven. *Removed*: none is read back.
 */
export function proofOf(found: Credential, permissions: PermissionReads, change: Change): ScopeResult {
	const {after} = permissions;
	const username = usernameIn(found);
	const known = after.ok ? {permissions: after.value} : {};
	if (change.kind === 'unset') {
		return found.kind === 'none'
			? {kind: 'removed', ...known}
			: {kind: 'differs', expected: null, found: username};
	}

	const {pair} = change;
	if (username !== pair.username) {
		return {kind: 'differs', expected: pair.username, found: username};
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

/** The infrastructure account that a pair should put in force, as far as known. */
export function accountOf({account, username}: Pair): string | undefined {
	return account ?? accountNumberOf(username);
}

/** Whether `infra-permissions` names this account as manually set now, and did not before. */
function saysNow({before, after}: PermissionReads, account: string): boolean {
	const names = (read: Outcome<InfraPermissions>): boolean =>
		read.ok && read.value.setBy === 'manual' && read.value.account === account;
	return names(after) && before?.ok === true && !names(before);
}
