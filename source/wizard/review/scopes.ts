import {regionNames, type RegionName} from '../../ibmcloud/facts/regions.ts';
import {scopeKey, type NotRemoved, type Scope} from '../../plan/plan.ts';
import {message, type Message} from '../../text/message.ts';
import type {Context} from '../context.ts';
import {expectedIn, misfitOf} from '../expectation.ts';

/** The scopes that the answers stand for: every region with every group, or why they are not known yet. */
export type Scopes =
	| {readonly kind: 'known'; readonly scopes: readonly Scope[]}
	/** The ids of the groups are being looked up. */
	| {readonly kind: 'looking-up'}
	/** There is no group of this name, or a file is about another account or a missing group. */
	| {readonly kind: 'misfit'; readonly reason: Message; readonly remedy?: string};

/**
 * Returns the rows of a file, once they are known to fit the target. With `--where-set`, every region and
 * group; the review keeps those where the user is set. Otherwise the groups as answered, or the targeted one;
 * groups given by name get their ids from the list of groups.
 */
export function scopesOf(context: Context): Scopes {
	const {answers, place, reads, isWhereSet, expectation} = context;
	const list = reads.groups.value();
	if (expectation !== undefined) {
		const reason = list && misfitOf(expectation, place.account, list);
		return reason === undefined
			? known(list && expectation.scopes.map(({region, group}) => ({region, group})), context)
			: {kind: 'misfit', reason};
	}

	const targeted = place.group === undefined ? [] : [place.group];
	// A group can be given twice: by name and by id.
	const groups = new Map<string, Scope['group']>();
	const wanted = answers.group?.value ?? (isWhereSet ? list : targeted);
	for (const {id, name} of wanted ?? []) {
		const byName = [...targeted, ...(list ?? [])].find((group) => group.name === name);
		const found = id === undefined ? (byName ?? list?.find((group) => group.id === name)) : {id, name};
		if (found === undefined) {
			return list === undefined
				? {kind: 'looking-up'}
				: {kind: 'misfit', reason: message('group.notFound', {name}), remedy: 'ibmcloud resource groups'};
		}

		groups.set(found.id, groups.get(found.id) ?? {id: found.id, name: found.name});
	}

	const regions = answers.region?.value ?? (isWhereSet ? regionNames : []);
	const scopes = [...groups.values()].flatMap((group) => regions.map((region) => ({region, group})));
	const open = resumedScopes(context);
	return known(wanted && scopes.filter((scope) => open?.has(scopeKey(scope)) ?? true), context);
}

/** Keeps the scopes to review again, if there are any. */
function known(scopes: readonly Scope[] | undefined, {left}: Context): Scopes {
	if (scopes === undefined) {
		return {kind: 'looking-up'};
	}

	const wanted = left && new Set(left.map(({scope}) => scopeKey(scope)));
	return {kind: 'known', scopes: scopes.filter((scope) => wanted?.has(scopeKey(scope)) ?? true)};
}

/**
 * Returns the scopes that a resumed run left open, unless its places are answered anew; undefined if none is
 * resumed. Regions times groups can be more.
 */
function resumedScopes({answers: {resume, region, group}, unfinished}: Context): Set<string> | undefined {
	const isResumed = resume?.value === 'finish' && region?.source === 'journal' && group?.source === 'journal';
	return isResumed && unfinished ? new Set(unfinished.open.map((entry) => scopeKey(entry))) : undefined;
}

/** Returns these regions with every answered or targeted group; none while that is not known. */
export function scopesIn(context: Context, regions: readonly RegionName[]): readonly Scope[] {
	const region = {value: regions, source: 'targeted'} as const;
	const found = scopesOf({...context, answers: {...context.answers, region}});
	return found.kind === 'known' ? found.scopes : [];
}

/**
 * Reports whether a scope is to be changed: with a file, if it names a user other than the one set; with
 * `--where-set`, if the user is set. One that is not read yet, or cannot be, stays: leaving it out would
 * claim too much.
 */
export function isToChange({answers, expectation, isWhereSet, reads}: Context, scope: Scope): boolean {
	const present = reads.credential(scope).value();
	if (expectation === undefined) {
		return !isWhereSet || present === undefined || present === answers.user?.value.username;
	}

	const expected = expectedIn(expectation, scope);
	return typeof expected === 'string' && present !== expected;
}

/** Returns the scopes for which a file expects none, and where something is set or unreadable. */
export function notRemovedOf({expectation, reads}: Context, scopes: readonly Scope[]): NotRemoved[] {
	return scopes.flatMap((scope) => {
		const found = reads.credential(scope).outcome();
		const isExpected = expectation !== undefined && expectedIn(expectation, scope) === null;
		return !isExpected || found === undefined || (found.ok && found.value === null) ? [] : [{scope, found}];
	});
}

/**
 * Returns the users that a file sets in place of somebody else or nobody, each once. None until every scope
 * is read, or if one failed and somebody can fix that: a key is only asked for where it will be set.
 */
export function usersToSet(context: Context): readonly string[] {
	const {expectation, isInteractive, reads} = context;
	const rows = expectation?.scopes ?? [];
	const outcomes = rows.map((row) => reads.credential(row).outcome());
	if (outcomes.some((outcome) => outcome === undefined || (isInteractive && !outcome.ok))) {
		return [];
	}

	const read = rows.filter((row, index) => outcomes[index]?.ok === true && isToChange(context, row));
	return [...new Set(read.flatMap(({username}) => username ?? []))];
}
