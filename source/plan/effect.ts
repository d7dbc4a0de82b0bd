import {accountNumberOf} from '../ibmcloud/facts/accounts.ts';
import type {ClassicCluster, Credential, Outcome} from '../ibmcloud/types.ts';
import type {Effect, Plan, PlannedScope, Scope} from './plan.ts';

/** The facts that decide what a change means for a scope. */
export interface EffectFacts {
	readonly before: Outcome<Credential>;
	/** The username to be set; `null` removes what is set. */
	readonly username: string | null;
	/** The infrastructure account in force afterwards: that of the pair, or after a removal the linked one. */
	readonly accountAfter: string | undefined;
	/** The linked classic account; `null` if none is linked, undefined if it is not known. */
	readonly linkedAccount: string | null | undefined;
	/** The account in force according to `infra-permissions`, if that was read. */
	readonly accountInForce?: string | undefined;
}

/**
 * Returns what a change means for a scope. Compares classic account numbers: that of the present user (the
 * part before `_`, or the one that `infra-permissions` has in force), or the linked account if none is set.
 * An unknown number counts as another account.
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

/** What is known of a scope once everything about it has been read. */
type EffectOnScope = Pick<PlannedScope, 'before' | 'effect' | 'clusters' | 'restores'>;

/**
 * Reports whether a change takes control from another, or an unknown, infrastructure account: it replaces or
 * removes a credential of that account, or classic clusters of the linked account may lose theirs. A list of
 * clusters that could not be read counts as clusters.
 */
export function takesControl({before, effect, clusters}: EffectOnScope): boolean {
	return effect === 'other-account' && before.ok && (before.value !== null || clusters?.length !== 0);
}

/** Reports whether a change can orphan classic clusters. A list that was not read counts as clusters. */
export function canOrphan(planned: EffectOnScope): boolean {
	return takesControl(planned) && clustersAtRisk(planned)?.length !== 0;
}

/** Returns the clusters at risk: those of the scope, or the newer ones if it leads back (documented). */
export function clustersAtRisk({clusters, restores}: EffectOnScope): PlannedScope['clusters'] {
	return restores === undefined ? clusters : restores.since;
}

/** All effects of a change, the worst first. */
export const effects: readonly Effect[] = [
	'other-account',
	'unknown',
	'other-user',
	'rotation',
	'first',
	'nothing',
];

/** Returns how bad a change is; 0 is the worst. Every table of scopes is in this order. */
export function rankOf(planned: EffectOnScope): number {
	return canOrphan(planned) ? 0 : 1 + effects.indexOf(planned.effect);
}

/**
 * Returns who loses control by a change, as the operator has to name it: the account number from
 * `infra-permissions` or the username; the username if neither has one or they differ; undefined if nobody.
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
		// If the linked account is not known, only the scope itself can be named.
		return agreed(linkedAccount ?? undefined, accountInForce) ?? `${scope.region}/${scope.group.name}`;
	}

	return agreed(accountNumberOf(username), accountInForce) ?? username;
}

/** Returns the number that two sources agree on, or the only one there is. */
function agreed(left: string | undefined, right: string | undefined): string | undefined {
	return left !== undefined && right !== undefined && left !== right ? undefined : (left ?? right);
}

/** Returns all who lose control in a plan, each once, in the order of the plan. */
export function accountsToName(plan: Plan): string[] {
	return [...new Set(plan.scopes.flatMap((planned) => losesControl(planned, plan) ?? []))];
}

/** Reports whether a change removes a credential where none is set: no command is run for it. */
export function isNothingToDo({change, before}: Pick<PlannedScope, 'change' | 'before'>): boolean {
	return change.kind === 'unset' && before.ok && before.value === null;
}

/**
 * Returns the classic clusters that a change of a scope may touch: those of its region and its group, which a
 * cluster names by id or by name. A cluster whose region or group is not known counts.
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

/** Reports whether it is only possible, not known, that a cluster belongs to the scope it is listed for. */
export function isPlaceUnknown({region, groupId, groupName}: ClassicCluster): boolean {
	return region === undefined || (groupId === undefined && groupName === undefined);
}
