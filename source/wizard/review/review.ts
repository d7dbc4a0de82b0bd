import type {Read} from '../../ibmcloud/reads.ts';
import {blocksByHand, type CommandBlock} from '../../plan/by-hand.ts';
import {isNothingToDo} from '../../plan/effect.ts';
import {
	usernameIn,
	type Change,
	type NotRemoved,
	type Plan,
	type PlannedScope,
	type Scope,
} from '../../plan/plan.ts';
import type {Context} from '../context.ts';
import {blockerOfReview} from './blocker.ts';
import {heldKeys, pairAccountOf, pairCheckMessage, pairCheckReads, provenBefore} from '../pair.ts';
import {isToChange, notRemovedOf} from './file-scopes.ts';
import {readScope, scopeReads, type ReadScope} from './planned-scope.ts';
import {reviewActions} from './actions.ts';
import {takeoverWarnings, wayBackNotes} from './takeover.ts';
import {restrictedRegions, reviewWarnings} from './warnings.ts';
import {defaultGroupOf, isSameScope, scopesOf} from './scopes.ts';
import type {Review} from '../view.ts';

/** Everything that is about to happen, from answers and reads. Starts nothing. */
export function reviewOf(context: Context): Review {
	const {answers, place, reads} = context;
	const found = scopesOf(context);
	const all = found.kind === 'known' ? found.scopes : [];
	const read = all.filter((scope) => isToChange(context, scope)).map((scope) => readScope(context, scope));
	const needed = [
		reads.clusters,
		...scopeReads(context, all),
		...(context.change === 'set' ? pairCheckReads(context) : []),
	];
	const isComplete =
		(found.kind !== 'looking-up' || reads.groups.failure() !== undefined) &&
		needed.every((one) => one.outcome() !== undefined);
	const plan = isComplete ? planOf(context, read, notRemovedOf(context, all)) : undefined;
	const pairCheck = context.change === 'set' ? pairCheckMessage(context) : undefined;
	const blocker = isComplete ? blockerOfReview(context, read, plan) : undefined;
	return {
		isComplete,
		waitingFor: isComplete ? undefined : waitingFor([reads.groups, ...needed]),
		scopes: read.map(({change, ...scope}) => ({...scope, ...furtherFacts(context, scope.scope, change)})),
		username: answers.user?.value.username ?? '',
		pairAccount: pairAccountOf(context),
		linkedAccount: place.classicAccount,
		keyFingerprint: answers.key?.value.fingerprint ?? '',
		change: context.change,
		writer: context.writer,
		commands: plan === undefined ? [] : commandsOf(plan, context),
		pairCheck,
		dangers: plan === undefined ? [] : [...takeoverWarnings(plan), ...wayBackNotes(plan)],
		warnings: reviewWarnings(context),
		blocker,
		actions: reviewActions({blocker, isComplete, plan}, context),
		plan: blocker === undefined ? plan : undefined,
	};
}

/** With which key of several, what an earlier review had shown, and when the pair was proven in a scope. */
function furtherFacts(
	context: Context,
	scope: Scope,
	change: Change | undefined,
): Pick<Review['scopes'][number], 'keyFingerprint' | 'reviewed' | 'provenBefore'> {
	const before = context.left?.find((kept) => isSameScope(kept.scope, scope));
	const day = provenBefore(scope, context);
	return {
		...(context.expectation !== undefined && change?.kind === 'set'
			? {keyFingerprint: change.pair.apiKey?.fingerprint ?? ''}
			: {}),
		...(before === undefined ? {} : {reviewed: before.reviewed}),
		...(day === undefined ? {} : {provenBefore: day}),
	};
}

/** The first of them that runs. */
function waitingFor(reads: ReadonlyArray<Read<unknown>>): Review['waitingFor'] {
	const running = reads.flatMap((read) => {
		const state = read.state();
		return state.kind === 'running' ? [{command: read.command, startedAt: state.startedAt}] : [];
	});
	return running[0];
}

/** Undefined while the pair is missing. */
function planOf(
	context: Context,
	read: readonly ReadScope[],
	notRemoved: readonly NotRemoved[],
): Plan | undefined {
	if (context.change === 'set' && context.expectation === undefined && context.answers.key === undefined) {
		return undefined;
	}

	const {place, writer, onlyIfCurrent} = context;
	return {
		account: place.account,
		linkedAccount: place.classicAccount,
		...(place.group === undefined ? {} : {targetedGroup: place.group.name}),
		...defaultGroupOf(context),
		restrictedRegions: restrictedRegions(
			context,
			read.map(({scope}) => scope.region),
		),
		writer,
		...(onlyIfCurrent === undefined ? {} : {onlyIfCurrent}),
		...(notRemoved.length === 0 ? {} : {notRemoved}),
		heldKeys: heldKeys(context),
		scopes: read.flatMap(({before, change, after: _after, ...scope}) => {
			const planned = change && before && {...scope, change, before};
			return planned === undefined ? [] : [{...planned, ...keyThatIsLost(context, planned)}];
		}),
	};
}

/**
 * The user whose key nobody can read once the credential is removed: one who is not in the account's list.
 * The key of one who is can be read by `sl user detail ID --keys` (from source).
 */
function keyThatIsLost(
	{reads}: Context,
	{change, effect, before}: PlannedScope,
): Pick<PlannedScope, 'losesKeyOf'> {
	const username =
		before.ok && change.kind === 'unset' && effect === 'other-user' ? usernameIn(before.value) : null;
	const isListed = reads.users.value()?.users.some((user) => user.username === username) === true;
	return username === null || isListed ? {} : {losesKeyOf: username};
}

/** What will run, in a form that can be pasted where it is the CLI. */
function commandsOf(plan: Plan, {api}: Context): readonly CommandBlock[] {
	return plan.writer === 'cli' || api === undefined
		? blocksByHand(plan, plan.scopes)
		: plan.scopes
				.filter((planned) => !isNothingToDo(planned))
				.map(({scope, change}) => ({scopes: [scope], command: api.describe(scope, change)}));
}
