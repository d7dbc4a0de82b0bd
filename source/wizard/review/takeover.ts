import {clustersAtRisk, losesControl} from '../../plan/effect.ts';
import {usernameIn, type Plan, type PlannedScope} from '../../plan/plan.ts';
import {accountOf} from '../../plan/proof.ts';
import {message, type Message} from '../../text/message.ts';
import {momentText} from '../../text/moment.ts';

/**
 * What has to be known where an infrastructure account loses control: which, to whom, over what, and the way
 * back. Scopes of which the same is to be said are told together.
 */
export function takeoverWarnings(plan: Plan): Message[] {
	const told = plan.scopes.map((planned) => ({planned, loss: lossOf(planned, plan)}));
	const losses = Map.groupBy(told, ({loss}) => JSON.stringify(loss));
	return [...losses.values()].flatMap((members) => {
		const loss = members[0]?.loss;
		return loss === undefined
			? []
			: warningsOf(
					loss,
					members.map(({planned}) => planned),
					plan,
				);
	});
}

/** The users who are replaced, each once. */
export function replacedUsers({scopes}: Pick<Plan, 'scopes'>): string[] {
	const usernames = scopes.flatMap(({change, effect, before}) =>
		change.kind === 'set' && effect !== 'rotation' && before.ok ? (usernameIn(before.value) ?? []) : [],
	);
	return [...new Set(usernames)];
}

/** Whose key undoes a change of user within one account: the service does not give it out. */
export function wayBackNotes(plan: Plan): Message[] {
	const others = plan.scopes.filter(({effect}) => effect === 'other-user');
	return wayBack(replacedUsers({scopes: others}), plan);
}

/** Whether the keys of these users are held, with which the change can be undone at its end. */
function wayBack(usernames: readonly string[], {heldKeys}: Plan): Message[] {
	const {held = [], missing = []} = Object.groupBy(usernames, (username) =>
		heldKeys?.has(username) === true ? 'held' : 'missing',
	);
	return [
		...(missing.length === 0 ? [] : [message('review.wayBack', {usernames: missing})]),
		...(held.length === 0 ? [] : [message('review.wayBack.held', {usernames: held})]),
	];
}

/** Who loses what in a scope. */
type Loss =
	| {
			readonly kind: 'control';
			readonly from: string;
			readonly to: string;
			readonly username: string | undefined;
			/**
			 * Until when the account that gets control back was in force; undefined where it is another one.
			 */
			readonly until: string | undefined;
	  }
	| {readonly kind: 'key'; readonly username: string};

function lossOf(planned: PlannedScope, plan: Plan): Loss | undefined {
	const from = losesControl(planned, plan);
	const {before, losesKeyOf} = planned;
	if (from === undefined) {
		return losesKeyOf === undefined ? undefined : {kind: 'key', username: losesKeyOf};
	}

	const username = before.ok ? (usernameIn(before.value) ?? undefined) : undefined;
	return {kind: 'control', from, to: winner(planned, plan) ?? '?', username, until: planned.restores?.until};
}

function warningsOf(loss: Loss, members: readonly PlannedScope[], plan: Plan): Message[] {
	const scopes = members.map(({scope}) => `${scope.region} / ${scope.group.name}`);
	if (loss.kind === 'key') {
		return [message('takeover.losesKey', {scopes, username: loss.username})];
	}

	const {from, to, username, until} = loss;
	const atRisk = members.map((planned) => clustersAtRisk(planned));
	const clusters = [...new Set(atRisk.flatMap((those) => (those ?? []).map(({name}) => name)))];
	return [
		until === undefined
			? message('takeover.accounts', {scopes, from, to})
			: message('takeover.restores', {scopes, from, to, time: momentText(until)}),
		...(atRisk.includes(undefined)
			? [message('takeover.clustersUnreadable')]
			: clusters.length === 0
				? []
				: [message('takeover.clusters', {clusters})]),
		...(username === undefined ? [message('takeover.wayBack.unset')] : wayBack([username], plan)),
	];
}

/** The account that orders machines afterwards, or the user where it is not known. */
function winner({change}: PlannedScope, {linkedAccount}: Plan): string | undefined {
	return change.kind === 'set'
		? (accountOf(change.pair) ?? change.pair.username)
		: (linkedAccount ?? undefined);
}
