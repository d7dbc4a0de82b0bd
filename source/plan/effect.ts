import {accountNumberOf} from '../ibmcloud/facts/accounts.ts';
import type {Credential, Outcome} from '../ibmcloud/types.ts';
import type {Change, Effect, Plan, PlannedScope} from './plan.ts';

/**
 * What setting `username` (or removing what is set: `null`) means for a scope, by classic account number: the part
 * before `_` of what is set, or the linked account where nothing is set.
 *
 * @param pairAccount the number of the account the pair belongs to, as far as known.
 * @param linkedAccount the linked classic account; `null` where none is linked.
 */
export function effectOf(
	before: Outcome<Credential>,
	username: string | null,
	pairAccount: string | undefined,
	linkedAccount: string | null | undefined,
): Effect {
	if (!before.ok) {
		return 'unknown';
	}

	if (before.value.kind === 'none') {
		return linkedAccount === null || isSame(linkedAccount, pairAccount) ? 'first' : 'other-account';
	}

	if (before.value.username !== undefined && before.value.username === username) {
		return 'rotation';
	}

	const present = before.value.username === undefined ? undefined : accountNumberOf(before.value.username);
	return isSame(present, pairAccount) ? 'other-user' : 'other-account';
}

function isSame(left: string | undefined, right: string | undefined): boolean {
	return left !== undefined && left === right;
}

/**
 * Whether the account's name has to be typed: what is set is removed, a credential of another (or an unknown) infrastructure account is
 * replaced, or classic clusters of the linked account would lose theirs.
 */
export function needsTypedConfirmation(plan: Plan): boolean {
	if (plan.change.kind === 'unset') {
		return plan.scopes.some(({before}) => before.ok && before.value.kind === 'set');
	}

	return plan.scopes.some((planned) => replacesOtherAccount(planned) || orphans(planned).length > 0);
}

/** Whether the credential of another, or of an unknown, infrastructure account is replaced. */
export function replacesOtherAccount({before, effect}: PlannedScope): boolean {
	return effect === 'other-account' && before.ok && before.value.kind === 'set';
}

/** The classic clusters that can be orphaned by a change: all of the scope where the account changes. */
export function orphans({
	effect,
	clusters,
}: Pick<PlannedScope, 'effect' | 'clusters'>): NonNullable<PlannedScope['clusters']> {
	return effect === 'other-account' ? (clusters ?? []) : [];
}

/** Whether a change is a removal where none is set: nothing is run for it. */
export function hasNothingToRemove(before: Outcome<Credential> | undefined, kind: Change['kind']): boolean {
	return kind === 'unset' && before?.ok === true && before.value.kind === 'none';
}
