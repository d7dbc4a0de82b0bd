import type {ClassicCluster, Outcome, RegionName} from '../../ibmcloud/types.ts';
import {message, type Message} from '../../text/message.ts';
import type {ChosenUser} from '../answers.ts';
import type {Context} from '../context.ts';
import {pairWarnings} from '../pair.ts';
import {keyWarnings} from '../key-text.ts';
import {hasNoKey} from '../steps/key.ts';
import {usernameWarnings} from '../steps/user.ts';

/** A key that was made in this session belongs to the user who had none. */
function answersKeyIsOld({answers}: Context): boolean {
	return answers.key?.source !== 'created';
}

/** No new classic cluster can be created in a region where the account has none (documented: E501e). */
function regionWarnings(
	{answers}: Context,
	clusters: Outcome<readonly ClassicCluster[]> | undefined,
): Message[] {
	const empty = restrictedRegions(answers.region?.value ?? [], clusters);
	return empty.length === 0 ? [] : [message('review.creationRestricted', {regions: empty})];
}

/** The regions without a classic cluster; none where the clusters could not be listed. */
export function restrictedRegions(
	regions: readonly RegionName[],
	clusters: Outcome<readonly ClassicCluster[]> | undefined,
): RegionName[] {
	return clusters?.ok === true
		? regions.filter((region) => !clusters.value.some((cluster) => cluster.region === region))
		: [];
}

/** What should be known of the service's API, where it is the writer. */
function apiWarnings({api, writer}: Context): Message[] {
	return writer === 'api'
		? [
				...(api === undefined || api.isIbm ? [] : [message('review.foreignApi', {host: api.host})]),
				message('review.apiUnseen'),
			]
		: [];
}

/** Whether a warning is said where nothing else is (`-q`, JSON): key and token go to somebody else than IBM. */
export function isAlwaysSaid({key}: Message): boolean {
	return key === 'review.foreignApi';
}

/** What should be known before a change is applied. */
export function reviewWarnings(
	context: Context,
	user: ChosenUser,
	clusters: Outcome<readonly ClassicCluster[]> | undefined,
): Message[] {
	const unread = clusters?.ok === false ? [message('review.clustersUnreadable')] : [];
	if (context.change === 'unset') {
		return [...unread, ...apiWarnings(context)];
	}

	const key = context.answers.key?.value;
	const needsKey = hasNoKey(context) && answersKeyIsOld(context);
	return [
		...usernameWarnings(user.username, user.listed !== undefined),
		...(key === undefined ? [] : keyWarnings(key)),
		...pairWarnings(context),
		...regionWarnings(context, clusters),
		...(needsKey ? [message('key.userHasNone', {username: user.username})] : []),
		...unread,
		...apiWarnings(context),
	];
}
