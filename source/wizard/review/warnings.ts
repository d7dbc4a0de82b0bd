import type {RegionName} from '../../ibmcloud/facts/regions.ts';
import {message, type Message} from '../../text/message.ts';
import type {Context} from '../context.ts';
import {candidatesOf, pairWarnings, usersOf} from '../pair.ts';
import {isToChange} from './scopes.ts';
import {keyWarnings} from '../key-text.ts';
import {hasNoKey} from '../steps/key.ts';
import {usernameWarnings} from '../steps/user.ts';

/** Warns of regions without a classic cluster of the account: none can be created (documented: E501e). */
function regionWarnings(context: Context): Message[] {
	const {answers, expectation} = context;
	const ofFile = expectation?.scopes.filter((scope) => isToChange(context, scope)).map(({region}) => region);
	const empty = restrictedRegions(context, [...new Set(ofFile ?? answers.region?.value)]);
	return empty.length === 0 ? [] : [message('review.creationRestricted', {regions: empty})];
}

/** Returns the regions without a classic cluster; none if the clusters could not be listed. */
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

/** Reports whether `-q` and JSON print a warning, too: key and token go to a host that is not IBM's. */
export function isAlwaysSaid({key}: Message): boolean {
	return key === 'review.foreignApi';
}

/** Returns the warnings before a change is applied. */
export function reviewWarnings(context: Context): Message[] {
	const unread = context.reads.clusters.failure() !== undefined ? [message('review.clustersUnreadable')] : [];
	if (context.change === 'unset') {
		return [...unread, ...apiWarnings(context)];
	}

	const users = usersOf(context);
	// A key created in this session belongs to a user who had none.
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
