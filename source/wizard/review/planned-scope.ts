import {accountNumberOf} from '../../ibmcloud/facts/accounts.ts';
import type {Read} from '../../ibmcloud/reads.ts';
import type {Credential, Outcome} from '../../ibmcloud/types.ts';
import {clustersIn, effectOf, takesControl, type EffectFacts} from '../../plan/effect.ts';
import {usernameIn, type Change, type PlannedScope, type Scope} from '../../plan/plan.ts';
import {scopeOf} from '../../plan/recorded-runs.ts';
import type {Context} from '../context.ts';
import {pairOf} from '../pair.ts';
import {isToChange, userIn} from './file-scopes.ts';

/** A scope as far as its reads have come. */
export type ReadScope = Omit<PlannedScope, 'before' | 'change'> & {
	readonly before: Outcome<Credential> | undefined;
	/** Undefined while a pair is wanted and not there. */
	readonly change: Change | undefined;
	/** The username that is to be set; `null` removes what is set. */
	readonly after: string | null;
};

/** What is known of a scope, and what the change means there. Starts nothing. */
export function readScope(context: Context, scope: Scope): ReadScope {
	const {reads, place} = context;
	const username = userIn(context, scope);
	const pair = username === null ? undefined : pairOf(context, username);
	const before = reads.credential(scope).outcome();
	const clusters = reads.clusters.outcome();
	const permissions = reads.permissions(scope).outcome();
	const accountInForce = permissions?.ok === true ? permissions.value.account : undefined;
	const ofScope = clusters?.ok === true ? clustersIn(scope, clusters.value) : undefined;
	const facts = {
		username,
		accountAfter: username === null ? (place.classicAccount ?? undefined) : pair?.account,
		linkedAccount: place.classicAccount,
		accountInForce,
	};
	const read: ReadScope = {
		scope,
		change: username === null ? {kind: 'unset'} : pair && {kind: 'set', pair},
		after: username,
		before,
		clusters: ofScope,
		effect: before === undefined ? 'unknown' : effectOf({...facts, before}),
		...(accountInForce === undefined ? {} : {accountInForce}),
	};
	return {...read, ...restored(context, read, facts)};
}

/** What a change leads back to: the account in force before the last change from here that still holds. */
function restored(
	{replaced}: Context,
	{scope, before, effect, clusters}: ReadScope,
	{username, accountAfter}: Pick<EffectFacts, 'username' | 'accountAfter'>,
): Pick<PlannedScope, 'restores'> {
	const last = effect === 'other-account' ? replaced().get(scopeOf(scope))?.at(-1) : undefined;
	if (last === undefined || before?.ok !== true || usernameIn(before.value) !== last.after) {
		return {};
	}

	const {entry, until} = last;
	const account = last.before === null ? entry.account?.number : accountNumberOf(last.before);
	const isBack = username === last.before || (account !== undefined && account === accountAfter);
	const since = clusters?.filter(({id}) => entry.clusters?.some((cluster) => cluster.id === id) !== true);
	return isBack ? {restores: {account: account ?? last.before ?? '-', until, since}} : {};
}

/** The reads of these scopes: what is set there now, and what else that makes necessary. */
export function scopeReads(context: Context, scopes: readonly Scope[]): ReadonlyArray<Read<unknown>> {
	return scopes.flatMap((scope) => [context.reads.credential(scope), ...furtherReads(context, scope)]);
}

/**
 * What has to be read once it is known what is set: the account in force where control may be taken from it;
 * and where a user of the account that stays is removed, the list of users, which tells whether the key can
 * be read again. Not elsewhere: each such read is an audited event at IBM (documented).
 */
function furtherReads(context: Context, scope: Scope): Array<Read<unknown>> {
	const {reads, change} = context;
	const {before, ...read} = readScope(context, scope);
	return before === undefined || reads.clusters.outcome() === undefined || !isToChange(context, scope)
		? []
		: [
				...(takesControl({...read, before}) ? [reads.permissions(scope)] : []),
				...(change === 'unset' && read.effect === 'other-user' ? [reads.users] : []),
			];
}
