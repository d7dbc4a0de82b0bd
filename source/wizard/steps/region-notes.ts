import type {RegionName} from '../../ibmcloud/types.ts';
import {clustersIn, isPlaceUnknown} from '../../plan/clusters.ts';
import {lastRun} from '../../plan/last-changes.ts';
import type {Scope} from '../../plan/plan.ts';
import {message, type Message} from '../../text/message.ts';
import type {Context} from '../context.ts';
import {provenBefore} from '../proven-before.ts';
import {scopesIn} from '../review/scopes.ts';

/** What helps to choose a region: what is in the answered or targeted groups, and what was done last. */
export function notesOf(region: RegionName, context: Context): Message[] {
	const {place, recorded, change} = context;
	const scopes = scopesIn(context, [region]);
	const last = lastRun(recorded(), change, place.account?.id);
	return [
		...(place.region === region ? [message('region.targeted')] : []),
		...(change === 'unset' ? presentNotes(scopes, context) : scopeNotes(scopes, context)),
		...(last?.changes.some(({entry}) => entry.region === region) === true ? [message('ui.lastTime')] : []),
	];
}

/** Who is set there: in several groups each name once. */
function presentNotes(scopes: readonly Scope[], {reads, place}: Context): Message[] {
	const found = scopes.flatMap((scope) => reads.credential(scope).outcome() ?? []);
	const users = new Set(
		found.flatMap((one) => (one.ok && one.value.kind === 'set' ? [one.value.username] : [])),
	);
	const isUnread = found.some(({ok}) => !ok);
	return [
		...(users.size === 0 ? [] : [message('value.list', {values: [...users]})]),
		...(isUnread ? [message('present.unreadable')] : []),
		...(found.length > 0 && users.size === 0 && !isUnread
			? [message('present.none', {number: place.classicAccount ?? 'none'})]
			: []),
	];
}

/** The classic clusters known to be there, and whether this very pair was set and proven there before. */
function scopeNotes(scopes: readonly Scope[], context: Context): Message[] {
	const clusters = (context.reads.clusters.value() ?? []).filter((cluster) => !isPlaceUnknown(cluster));
	const {size: count} = new Set(scopes.flatMap((scope) => clustersIn(scope, clusters)));
	const days = scopes.flatMap((scope) => provenBefore(scope, context) ?? []);
	const [first, ...others] = new Set(days.length === scopes.length ? days : []);
	return [
		...(count === 0 ? [] : [message('region.clusters', {count})]),
		...(first === undefined || others.length > 0 ? [] : [message('ui.setFromHere', {date: first})]),
	];
}
