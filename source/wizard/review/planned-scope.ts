import type {Read} from '../../ibmcloud/reads.ts';
import type {Credential, Outcome} from '../../ibmcloud/types.ts';
import {clustersIn} from '../../plan/clusters.ts';
import {effectOf, takesControl} from '../../plan/effect.ts';
import type {Change, PlannedScope, Scope} from '../../plan/plan.ts';
import type {Context} from '../context.ts';
import {pairOf} from '../pair.ts';

/** A scope as far as its reads have come. */
export type ReadScope = Omit<PlannedScope, 'before' | 'change'> & {
	readonly before: Outcome<Credential> | undefined;
};

/** What is known of a scope, and what the change means there. Starts nothing. */
export function readScope(context: Context, scope: Scope): ReadScope {
	const {reads, change, place, answers} = context;
	const before = settled(reads.credential(scope));
	const clusters = settled(reads.clusters);
	const permissions = settled(reads.permissions(scope));
	const accountInForce = permissions?.ok === true ? permissions.value.account : undefined;
	const facts = {
		username: change === 'set' ? (answers.user?.value.username ?? '') : null,
		accountAfter: change === 'set' ? pairOf(context)?.account : (place.classicAccount ?? undefined),
		linkedAccount: place.classicAccount,
		accountInForce,
	};
	return {
		scope,
		before,
		clusters: clusters?.ok === true ? clustersIn(scope, clusters.value) : undefined,
		effect: before === undefined ? 'unknown' : effectOf({...facts, before}),
		...(accountInForce === undefined ? {} : {accountInForce}),
	};
}

/** The scope with its change, once everything about it has been read. */
export function plannedScope({before, ...read}: ReadScope, change: Change): PlannedScope | undefined {
	return before === undefined ? undefined : {...read, change, before};
}

/**
 * What has to be read besides, once it is known what is set: the infrastructure account in force where control may be
 * taken from it; and where a user of the account that stays is removed, the list of users, which tells whether the key can
 * be read again. Not elsewhere: each such read is an audited event at IBM (documented).
 */
export function furtherReads(context: Context, scope: Scope): Array<Read<unknown>> {
	const {reads, change} = context;
	const read = readScope(context, scope);
	if (read.before === undefined || settled(reads.clusters) === undefined) {
		return [];
	}

	return [
		...(takesControl({...read, before: read.before}) ? [reads.permissions(scope)] : []),
		...(change === 'unset' && read.effect === 'other-user' ? [reads.users] : []),
	];
}

/** What a read has given; undefined while it runs or has not been started. */
export function settled<Value>(read: Read<Value>): Outcome<Value> | undefined {
	const state = read.state();
	return state.kind === 'done' ? state.outcome : undefined;
}
