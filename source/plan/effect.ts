import {accountNumberOf} from '../ibmcloud/facts/accounts.ts';
import type {ClassicCluster, Credential, Outcome} from '../ibmcloud/types.ts';
import type {Effect, Plan, PlannedScope, Scope} from './plan.ts';

/** What decides what a change means for a scope. */
export interface EffectFacts {
	readonly before: Outcome<Credential>;
	/** The username that is to be set; `null` removes what is set. */
	readonly username: string | null;
	/** The infrastructure account in force afterwards: the pair's, or after a removal the linked one. */
	readonly accountAfter: string | undefined;
	/** The linked classic account; `null` where none is linked, undefined where it is not known. */
	readonly linkedAccount: string | null | undefined;
	/** The account in force as `infra-permissions` says, where it has been read. */
	readonly accountInForce?: string | undefined;
}

/**
 * Returns what a change means for a scope, by classic account number: that of what is set (the part before
 * `_`, or what `infra-permissions` says is in force), or the linked account where nothing is set. What is not
 * known is another account.
 */
export function effectOf(facts: EffectFacts): Effect {
	const {before, username, accountAfter, linkedAccount, accountInForce} = facts;
	if (!before.ok) {
		return 'unknown';
	}

	const present = before.value;
	if (present === null) {
		if (username === null) {
			return 'nothing';
		}

		const linked = linkedAccount === undefined ? accountInForce : linkedAccount;
		return linked === null || isSame(linked, accountAfter) ? 'first' : 'other-account';
	}

	if (present === username) {
		return 'rotation';
	}

	const named = accountNumberOf(present);
	const isContradicted = named !== undefined && accountInForce !== undefined && named !== accountInForce;
	return !isContradicted && isSame(named ?? accountInForce, accountAfter) ? 'other-user' : 'other-account';
}

function isSame(left: string | undefined, right: string | undefined): boolean {
	return left !== undefined && left === right;
}

/** What is known of a scope once everything about it was read. */
type EffectOnScope = Pick<PlannedScope, 'before' | 'effect' | 'clusters' | 'restores'>;

/**
 * Returns whether a change takes control from another, or from an unknown, infrastructure account: it
 * replaces or removes what that account has set, or classic clusters of the linked account may lose theirs. A
 * list of clusters that could not be read counts as clusters.
 */
export function takesControl({before, effect, clusters}: EffectOnScope): boolean {
	return effect === 'other-account' && before.ok && (before.value !== null || clusters?.length !== 0);
}

/** Returns whether a change can orphan classic clusters; a list that was not read counts. */
export function canOrphan(planned: EffectOnScope): boolean {
	return takesControl(planned) && clustersAtRisk(planned)?.length !== 0;
}

/** The clusters of who loses control; where a change leads back, those that came since (documented). */
export function clustersAtRisk({clusters, restores}: EffectOnScope): PlannedScope['clusters'] {
	return restores === undefined ? clusters : restores.since;
}

/** What a change can mean, the worst first. */
export const effects: readonly Effect[] = [
	'other-account',
	'unknown',
	'other-user',
	'rotation',
	'first',
	'nothing',
];

/** Returns how bad a change is, the worst first: every table of scopes is in this order. */
export function rankOf(planned: EffectOnScope): number {
	return canOrphan(planned) ? 0 : 1 + effects.indexOf(planned.effect);
}

/**
 * Who loses control by a change, as it has to be named before: the account number from `infra-permissions` or
 * the username; the username where neither has one or they differ; undefined where no control is taken.
 */
export function losesControl(
	planned: PlannedScope,
	{linkedAccount}: Pick<Plan, 'linkedAccount'>,
): string | undefined {
	if (!takesControl(planned) || !planned.before.ok) {
		return undefined;
	}

	const {before, accountInForce, scope} = planned;
	const username = before.value;
	if (username === null) {
		// Where the linked account is not known, nothing but the scope itself is at hand.
		return agreed(linkedAccount ?? undefined, accountInForce) ?? `${scope.region}/${scope.group.name}`;
	}

	return agreed(accountNumberOf(username), accountInForce) ?? username;
}

/** Returns the number on which two sources agree, or the only one there is. */
function agreed(left: string | undefined, right: string | undefined): string | undefined {
	return left !== undefined && right !== undefined && left !== right ? undefined : (left ?? right);
}

/** Everybody who loses control in a plan, each once, in its order. */
export function accountsToName(plan: Plan): string[] {
	return [...new Set(plan.scopes.flatMap((planned) => losesControl(planned, plan) ?? []))];
}

/** A removal where none is set: nothing is run for it. */
export function isNothingToDo({change, before}: Pick<PlannedScope, 'change' | 'before'>): boolean {
	return change.kind === 'unset' && before.ok && before.value === null;
}

/**
 * Returns the classic clusters that a change of a scope may touch: of its region and its group, which may be
 * named by id or by name. One whose region or group is not known may be there, so it counts.
 */
export function clustersIn(scope: Scope, clusters: readonly ClassicCluster[]): ClassicCluster[] {
	return clusters.filter(
		({region, groupId, groupName}) =>
			(region === undefined || region === scope.region) &&
			((groupId === undefined && groupName === undefined) ||
				groupId === scope.group.id ||
				groupName === scope.group.name),
	);
}

/** Returns whether it is only possible, not known, that a cluster belongs to the scope it is listed for. */
export function isPlaceUnknown({region, groupId, groupName}: ClassicCluster): boolean {
	return region === undefined || (groupId === undefined && groupName === undefined);
}
