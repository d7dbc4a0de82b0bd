import {regionNames} from '../../ibmcloud/facts/regions.ts';
import type {RegionName} from '../../ibmcloud/types.ts';
import type {Plan, Scope} from '../../plan/plan.ts';
import {message, type Message} from '../../text/message.ts';
import type {Context} from '../context.ts';
import {misfitOf, type Expectation} from '../expectation.ts';

/** What the answers say about scopes: every region with every group, or what still has to be found out. */
export type Scopes =
	| {readonly kind: 'known'; readonly scopes: readonly Scope[]}
	/** The groups' ids are being looked up. */
	| {readonly kind: 'looking-up'}
	/** There is no group of this name, or a file is about another account or a group that is not there. */
	| {readonly kind: 'misfit'; readonly reason: Message; readonly remedy?: string};

/**
 * With `--where-set` every region and group; the review keeps those in which the user is set. Otherwise the
 * groups as answered, or the targeted one; those given by name get their ids from the list of groups.
 */
export function scopesOf(context: Context): Scopes {
	const {answers, place, reads, isWhereSet, expectation} = context;
	if (expectation !== undefined) {
		return scopesOfFile(expectation, context);
	}

	const regions = answers.region?.value ?? (isWhereSet ? regionNames : []);
	const list = reads.groups.value();
	const targeted = place.group === undefined ? [] : [place.group];
	const wanted = answers.group?.value ?? (isWhereSet ? list : targeted);
	// A group can be named twice: by its name and by its id.
	const groups = new Map<string, Scope['group']>();
	for (const {id, name} of wanted ?? []) {
		const byName = [...targeted, ...(list ?? [])].find((group) => group.name === name);
		const found = id === undefined ? (byName ?? list?.find((group) => group.id === name)) : {id, name};
		if (found === undefined && list !== undefined) {
			return {kind: 'misfit', reason: message('group.notFound', {name}), remedy: 'ibmcloud resource groups'};
		}

		if (found === undefined) {
			return {kind: 'looking-up'};
		}

		groups.set(found.id, groups.get(found.id) ?? {id: found.id, name: found.name});
	}

	const scopes = [...groups.values()].flatMap((group) => regions.map((region) => ({region, group})));
	const open = isResumed(context) ? scopes.filter((scope) => isOpen(scope, context)) : scopes;
	return wanted === undefined ? {kind: 'looking-up'} : {kind: 'known', scopes: leftOf(open, context.left)};
}

/** These regions with every group that is answered or targeted; none while that is not known. */
export function scopesIn(context: Context, regions: readonly RegionName[]): readonly Scope[] {
	const region = {value: regions, source: 'targeted'} as const;
	const found = scopesOf({...context, answers: {...context.answers, region}});
	return found.kind === 'known' ? found.scopes : [];
}

/** The rows of a file, once it is known that they are about what is targeted. */
function scopesOfFile(expectation: Expectation, {place, reads, left}: Context): Scopes {
	const groups = reads.groups.value();
	if (groups === undefined) {
		return {kind: 'looking-up'};
	}

	const reason = misfitOf(expectation, place.account, groups);
	const scopes = expectation.scopes.map(({region, group}) => ({region, group}));
	return reason === undefined ? {kind: 'known', scopes: leftOf(scopes, left)} : {kind: 'misfit', reason};
}

/** Of these scopes those that are to be reviewed again, where any are. */
function leftOf(scopes: readonly Scope[], left: Context['left']): readonly Scope[] {
	return scopes.filter((scope) => left?.some((kept) => isSameScope(kept.scope, scope)) ?? true);
}

/** Whether two scopes are the same region and group. */
export function isSameScope(left: Scope, right: Scope): boolean {
	return left.region === right.region && left.group.id === right.group.id;
}

/** Whether scopes are those of a run that died, and not answered anew since. */
function isResumed({answers}: Context): boolean {
	return (
		answers.resume?.value === 'finish' &&
		answers.region?.source === 'journal' &&
		answers.group?.source === 'journal'
	);
}

/** Every region with every group may be more than what the run left open. */
function isOpen(scope: Scope, {unfinished}: Context): boolean {
	return unfinished?.open.some((entry) => isSameScope(entry, scope)) ?? true;
}

/** The group of the account that is meant where none is named, as far as it is known. */
export function defaultGroupOf({reads}: Context): Pick<Plan, 'defaultGroup'> {
	const group = reads.groups.value()?.find(({isDefault}) => isDefault);
	return group === undefined ? {} : {defaultGroup: {id: group.id, name: group.name}};
}
