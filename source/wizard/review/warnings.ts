import type {RegionName} from '../../ibmcloud/facts/regions.ts';
import {message, type Message} from '../../text/message.ts';
import type {Context} from '../context.ts';
import {candidatesOf, pairWarnings, usersOf} from '../pair.ts';
import {isToChange} from './scopes.ts';
import {keyWarnings} from '../key-text.ts';
import {hasNoKey} from '../steps/key.ts';
import {usernameWarnings} from '../steps/user.ts';

/** No new classic cluster can be created in a region where the account has none (documented: E501e). */
function regionWarnings(context: Context): Message[] {
	const {answers, expectation} = context;
	const ofFile = expectation?.scopes.filter((scope) => isToChange(context, scope)).map(({region}) => region);
	const empty = restrictedRegions(context, [...new Set(ofFile ?? answers.region?.value)]);
	return empty.length === 0 ? [] : [message('review.creationRestricted', {regions: empty})];
}

/** Returns the regions without a classic cluster; none where the clusters could not be listed. */
export function restrictedRegions({reads}: Context, regions: readonly RegionName[]): RegionName[] {
	const clusters = reads.clusters.value();
	return regions.filter((region) => clusters?.every((cluster) => cluster.region !== region) === true);
}

function apiWarnings({api, writer}: Context): Message[] {
	return writer === 'api'
		? [
				...(api === undefined || api.isIbm ? [] : [message('review.foreignApi', {host: api.host})]),
				message('review.apiUnseen'),
			]
		: [];
}

/** Returns whether a warning is said also with `-q` and JSON: key and token go to somebody else than IBM. */
export function isAlwaysSaid({key}: Message): boolean {
	return key === 'review.foreignApi';
}

/** Returns what should be known before a change is applied. */
export function reviewWarnings(context: Context): Message[] {
	const unread = context.reads.clusters.failure() !== undefined ? [message('review.clustersUnreadable')] : [];
	if (context.change === 'unset') {
		return [...unread, ...apiWarnings(context)];
	}

	const users = usersOf(context);
	// A key that was made in this session belongs to the user who had none.
	const needsKey = hasNoKey(context) && context.answers.key?.source !== 'created';
	return [
		...users.flatMap(({username, listed}) => usernameWarnings(username, listed !== undefined)),
		...candidatesOf(context).flatMap(({key}) => keyWarnings(key)),
		...pairWarnings(context),
		...regionWarnings(context),
		...(needsKey ? users.map(({username}) => message('key.userHasNone', {username})) : []),
		...unread,
		...apiWarnings(context),
	];
}
