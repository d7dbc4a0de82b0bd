import {accountNumberOf} from '../../ibmcloud/facts/accounts.ts';
import type {Read} from '../../ibmcloud/reads.ts';
import {blocksByHand, type CommandBlock} from '../../plan/by-hand.ts';
import {clustersIn, effectOf, isNothingToDo, takesControl, type EffectFacts} from '../../plan/effect.ts';
import {
	expectedOf,
	scopeKey,
	type Change,
	type NotRemoved,
	type Plan,
	type PlannedScope,
	type Scope,
} from '../../plan/plan.ts';
import type {Context} from '../context.ts';
import {expectedIn} from '../expectation.ts';
import {heldKeys, pairAccountOf, pairCheckMessage, pairCheckReads, pairOf, provenBefore} from '../pair.ts';
import type {Review, ReviewedScope} from '../view.ts';
import {reviewActions} from './actions.ts';
import {blockerOfReview} from './blocker.ts';
import {isToChange, notRemovedOf, scopesOf} from './scopes.ts';
import {takeoverWarnings, wayBackNotes} from './takeover.ts';
import {restrictedRegions, reviewWarnings} from './warnings.ts';

/** Returns everything that is about to happen, from the answers and the reads so far. Starts nothing. */
export function reviewOf(context: Context): Review {
	const {change, left, place, reads, writer} = context;
	const found = scopesOf(context);
	const all = found.kind === 'known' ? found.scopes : [];
	const scopes = all.flatMap((scope) => readScope(context, scope) ?? []);
	const needed = [
		reads.clusters,
		...scopeReads(context, all),
		...(change === 'set' ? pairCheckReads(context) : []),
	];
	const isComplete =
		(found.kind !== 'looking-up' || reads.groups.failure() !== undefined) &&
		needed.every((one) => one.outcome() !== undefined);
	const plan = isComplete ? planOf(context, scopes, notRemovedOf(context, all)) : undefined;
	const blocker = isComplete ? blockerOfReview(context, scopes, plan) : undefined;
	return {
		isComplete,
		waitingFor: isComplete ? undefined : waitingFor([reads.groups, ...needed]),
		scopes: scopes.map((each) => ({
			...each,
			provenBefore: provenBefore(each.scope, context),
			reviewed: left?.find(({scope}) => scopeKey(scope) === scopeKey(each.scope))?.reviewed,
		})),
		pairAccount: pairAccountOf(context),
		linkedAccount: place.classicAccount,
		change,
		writer,
		commands: plan === undefined ? [] : commandsOf(plan, context),
		pairCheck: change === 'set' ? pairCheckMessage(context) : undefined,
		dangers: plan === undefined ? [] : [...takeoverWarnings(plan), ...wayBackNotes(plan)],
		warnings: reviewWarnings(context),
		blocker,
		actions: reviewActions({blocker, isComplete, plan}, context),
		plan: blocker === undefined ? plan : undefined,
	};
}

function waitingFor(reads: ReadonlyArray<Read<unknown>>): Review['waitingFor'] {
	const running = reads.flatMap((read) => {
		const state = read.state();
		return state.kind === 'running' ? [{command: read.command, startedAt: state.startedAt}] : [];
	});
	return running[0];
}

function planOf(
	context: Context,
	scopes: readonly ReviewedScope[],
	notRemoved: readonly NotRemoved[],
): Plan | undefined {
	const {answers, change, expectation, place, reads, writer, onlyIfCurrent} = context;
	if (change === 'set' && expectation === undefined && answers.key === undefined) {
		return undefined;
	}

	const defaultGroup = reads.groups.value()?.find(({isDefault}) => isDefault);
	return {
		account: place.account,
		linkedAccount: place.classicAccount,
		...(place.group === undefined ? {} : {targetedGroup: place.group.name}),
		...(defaultGroup && {defaultGroup: {id: defaultGroup.id, name: defaultGroup.name}}),
		restrictedRegions: restrictedRegions(
			context,
			scopes.map(({scope}) => scope.region),
		),
		writer,
		...(onlyIfCurrent === undefined ? {} : {onlyIfCurrent}),
		...(notRemoved.length === 0 ? {} : {notRemoved}),
		heldKeys: heldKeys(context),
		scopes: scopes.flatMap(({before, ...scope}) => (before === undefined ? [] : [{...scope, before}])),
	};
}

/** Returns what will run; for the CLI, in a form that can be pasted. */
function commandsOf(plan: Plan, {api}: Context): readonly CommandBlock[] {
	return plan.writer === 'cli' || api === undefined
		? blocksByHand(plan, plan.scopes)
		: plan.scopes
				.filter((planned) => !isNothingToDo(planned))
				.map(({scope, change}) => ({scopes: [scope], command: api.describe(scope, change)}));
}

/** Returns the change to make in a scope. Only an unset session removes: a missing user never means that. */
function changeIn(context: Context, scope: Scope): Change | undefined {
	const {answers, change, expectation} = context;
	if (!isToChange(context, scope)) {
		return undefined;
	}

	if (change === 'unset') {
		return {kind: 'unset'};
	}

	const username = expectation === undefined ? answers.user?.value.username : expectedIn(expectation, scope);
	return typeof username === 'string' ? {kind: 'set', pair: pairOf(context, username)} : undefined;
}

/** Returns what is known of a scope and what the change means there; undefined if there is no change. */
function readScope(context: Context, scope: Scope): ReviewedScope | undefined {
	const {reads, place} = context;
	const change = changeIn(context, scope);
	if (change === undefined) {
		return undefined;
	}

	const before = reads.credential(scope).outcome();
	const clusters = reads.clusters.value();
	const accountInForce = reads.permissions(scope).value()?.account;
	const facts = {
		username: expectedOf({change}),
		accountAfter: change.kind === 'set' ? change.pair.account : (place.classicAccount ?? undefined),
		linkedAccount: place.classicAccount,
		accountInForce,
	};
	const read: ReviewedScope = {
		scope,
		change,
		before,
		clusters: clusters && clustersIn(scope, clusters),
		effect: before === undefined ? 'unknown' : effectOf({...facts, before}),
		...(accountInForce === undefined ? {} : {accountInForce}),
	};
	return {...read, ...restored(context, read, facts), ...keyThatIsLost(context, read)};
}

/** Returns what a change leads back to: the account before the last change from here that still holds. */
function restored(
	{replaced}: Context,
	{scope, before, effect, clusters}: ReviewedScope,
	{username, accountAfter}: Pick<EffectFacts, 'username' | 'accountAfter'>,
): Pick<PlannedScope, 'restores'> {
	const last = effect === 'other-account' ? replaced().get(scopeKey(scope))?.at(-1) : undefined;
	if (last === undefined || before?.ok !== true || before.value !== last.after) {
		return {};
	}

	const {entry, until} = last;
	const account = last.before === null ? entry.account?.number : accountNumberOf(last.before);
	const isBack = username === last.before || (account !== undefined && account === accountAfter);
	const since = clusters?.filter(({id}) => entry.clusters?.some((cluster) => cluster.id === id) !== true);
	return isBack ? {restores: {account: account ?? last.before ?? '-', until, since}} : {};
}

/**
 * Returns the user whose key nobody can read once the credential is removed: one not in the account's list.
 * The key of a listed user can be read with `sl user detail ID --keys` (from source).
 */
function keyThatIsLost(
	{change, reads}: Context,
	{effect, before}: ReviewedScope,
): Pick<PlannedScope, 'losesKeyOf'> {
	const isLost = before?.ok === true && change === 'unset' && effect === 'other-user';
	const username = isLost ? before.value : null;
	const isListed = reads.users.value()?.users.some((user) => user.username === username) === true;
	return username === null || isListed ? {} : {losesKeyOf: username};
}

/**
 * Returns the reads that these scopes need: the credential and, once it is known, the account in force where
 * control may be taken from it, and the list of users where a user of the account that stays is removed: it
 * tells whether the key can be read again. No others: each is an audited event at IBM (documented).
 */
export function scopeReads(context: Context, scopes: readonly Scope[]): ReadonlyArray<Read<unknown>> {
	const {reads, change} = context;
	return scopes.flatMap((scope) => {
		const read = readScope(context, scope);
		const first = reads.credential(scope);
		if (read?.before === undefined || reads.clusters.outcome() === undefined) {
			return [first];
		}

		return [
			first,
			...(takesControl({...read, before: read.before}) ? [reads.permissions(scope)] : []),
			...(change === 'unset' && read.effect === 'other-user' ? [reads.users] : []),
		];
	});
}
