import {accountNumberOf} from '../ibmcloud/facts/accounts.ts';
import type {Credential, InfraPermissions, Outcome} from '../ibmcloud/types.ts';
import type {Change, ScopeResult} from './plan.ts';

/**
 * What a read-back proves. *Verified* is the user name read back, and the pair proven: accepted before by the classic
 * API, or `infra-permissions` names the expected account as manually set. With the name alone the key is not proven,
 * since a rotated key of the same user reads back the same. *Removed* is a read-back that shows none.
 */
export function proofOf(
	found: Credential,
	permissions: Outcome<InfraPermissions>,
	change: Change,
): ScopeResult {
	const username = found.kind === 'set' ? found.username : null;
	const known = permissions.ok ? {permissions: permissions.value} : {};
	if (change.kind === 'unset') {
		return found.kind === 'none'
			? {kind: 'removed', ...known}
			: {kind: 'differs', expected: null, found: username};
	}

	const {pair} = change;
	if (username !== pair.username) {
		return {kind: 'differs', expected: pair.username, found: username};
	}

	if (pair.isChecked) {
		return {kind: 'verified', username, provenBy: 'pair-check', ...known};
	}

	const expected = pair.account ?? accountNumberOf(pair.username);
	const inForce =
		permissions.ok && permissions.value.setBy === 'manual' ? permissions.value.account : undefined;
	if (expected !== undefined && inForce === expected) {
		return {kind: 'verified', username, provenBy: 'infra-permissions', ...known};
	}

	const account = permissions.ok ? permissions.value.account : undefined;
	return {
		kind: 'set-not-proven',
		username,
		...known,
		...(account === undefined || account === expected ? {} : {accountInForce: account}),
		...(permissions.ok ? {} : {unreadable: permissions.error}),
	};
}
