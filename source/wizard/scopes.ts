import type {Scope} from '../plan/plan.ts';
import type {Context} from './context.ts';

/** What the answers say about scopes: every region with every group, or what still has to be found out. */
export type Scopes =
	| {readonly kind: 'known'; readonly scopes: readonly Scope[]}
	/** The groups' ids are being looked up. */
	| {readonly kind: 'looking-up'}
	/** The list of groups is there, and has no group of this name. */
	| {readonly kind: 'no-such-group'; readonly name: string};

/** The groups as answered, or the targeted one; ids of groups that were given by name come from the list of groups. */
export function scopesOf({answers, place, reads}: Context): Scopes {
	const regions = answers.region?.value ?? [];
	const wanted = answers.group?.value ?? (place.group === undefined ? [] : [place.group]);
	const groups: Array<{id: string; name: string}> = [];
	for (const {id, name} of wanted) {
		const known = id ?? (name === place.group?.name ? place.group.id : undefined);
		if (known !== undefined) {
			groups.push({id: known, name});
			continue;
		}

		const list = reads.groups.value();
		if (list === undefined) {
			return {kind: 'looking-up'};
		}

		const found = list.find((group) => group.name === name) ?? list.find((group) => group.id === name);
		if (found === undefined) {
			return {kind: 'no-such-group', name};
		}

		groups.push({id: found.id, name: found.name});
	}

	return {
		kind: 'known',
		scopes: groups.flatMap((group) => regions.map((region) => ({region, group}))),
	};
}
