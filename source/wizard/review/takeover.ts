import {losesControl} from '../../plan/effect.ts';
import {usernameIn, type Plan, type PlannedScope} from '../../plan/plan.ts';
import {accountOf} from '../../plan/proof.ts';
import {message, type Message} from '../../text/message.ts';

/** What has to be known where an infrastructure account loses control: which, to whom, over what, and the way back. */
export function takeoverWarnings(plan: Plan): Message[] {
	return plan.scopes.flatMap((planned) => warningsOf(planned, plan));
}

function warningsOf(planned: PlannedScope, plan: Plan): Message[] {
	const loser = losesControl(planned, plan);
	if (loser === undefined) {
		return planned.losesKeyOf === undefined
			? []
			: [message('takeover.losesKey', {...placeOf(planned), username: planned.losesKeyOf})];
	}

	const {clusters, before} = planned;
	const username = before.ok ? usernameIn(before.value) : undefined;
	return [
		message('takeover.accounts', {...placeOf(planned), from: loser, to: winner(planned, plan) ?? '?'}),
		...(clusters === undefined
			? [message('takeover.clustersUnreadable')]
			: clusters.length === 0
				? []
				: [
						message('takeover.clusters', {
							clusters: clusters.map(({name}) => name),
							count: clusters.length,
						}),
					]),
		typeof username === 'string'
			? message('takeover.wayBack', {username})
			: message('takeover.wayBack.unset'),
	];
}

/** The account that orders machines afterwards, or the user where it is not known. */
function winner({change}: PlannedScope, {linkedAccount}: Plan): string | undefined {
	return change.kind === 'set'
		? (accountOf(change.pair) ?? change.pair.username)
		: (linkedAccount ?? undefined);
}

function placeOf({scope}: PlannedScope): {readonly region: string; readonly group: string} {
	return {region: scope.region, group: scope.group.name};
}
