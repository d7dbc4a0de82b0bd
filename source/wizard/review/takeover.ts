import {losesControl} from '../../plan/effect.ts';
import {usernameIn, type Plan, type PlannedScope} from '../../plan/plan.ts';
import {accountOf} from '../../plan/proof.ts';
import {message, type Message} from '../../text/message.ts';

/**
 * What has to be known where an infrastructure account loses control: which, to whom, over what, and the way back. Scopes
 * of which the same is to be said are told together.
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
				);
	});
}

/** Whose key undoes the replacement of a user by another one of the same account: the service does not give it out. */
export function wayBackNotes({scopes}: Plan): Message[] {
	const usernames = scopes.flatMap(({change, effect, before}) =>
		change.kind === 'set' && effect === 'other-user' && before.ok ? (usernameIn(before.value) ?? []) : [],
	);
	return usernames.length === 0 ? [] : [message('review.wayBack', {usernames: [...new Set(usernames)]})];
}

/** Who loses what in a scope. */
type Loss =
	| {
			readonly kind: 'control';
			readonly from: string;
			readonly to: string;
			readonly username: string | undefined;
	  }
	| {readonly kind: 'key'; readonly username: string};

function lossOf(planned: PlannedScope, plan: Plan): Loss | undefined {
	const from = losesControl(planned, plan);
	const {before, losesKeyOf} = planned;
	if (from === undefined) {
		return losesKeyOf === undefined ? undefined : {kind: 'key', username: losesKeyOf};
	}

	const username = before.ok ? (usernameIn(before.value) ?? undefined) : undefined;
	return {kind: 'control', from, to: winner(planned, plan) ?? '?', username};
}

function warningsOf(loss: Loss, members: readonly PlannedScope[]): Message[] {
	const scopes = members.map(({scope}) => `${scope.region} / ${scope.group.name}`);
	if (loss.kind === 'key') {
		return [message('takeover.losesKey', {scopes, username: loss.username})];
	}

	const {from, to, username} = loss;
	const clusters = [...new Set(members.flatMap((planned) => (planned.clusters ?? []).map(({name}) => name)))];
	return [
		message('takeover.accounts', {scopes, from, to}),
		...(members.some((planned) => planned.clusters === undefined)
			? [message('takeover.clustersUnreadable')]
			: clusters.length === 0
				? []
				: [message('takeover.clusters', {clusters, count: clusters.length})]),
		username === undefined ? message('takeover.wayBack.unset') : message('takeover.wayBack', {username}),
	];
}

/** The account that orders machines afterwards, or the user where it is not known. */
function winner({change}: PlannedScope, {linkedAccount}: Plan): string | undefined {
	return change.kind === 'set'
		? (accountOf(change.pair) ?? change.pair.username)
		: (linkedAccount ?? undefined);
}
