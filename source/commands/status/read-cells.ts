import type {CliError, Credential, Outcome, RegionName, ResourceGroup} from '../../ibmcloud/types.ts';
import type {Scope} from '../../plan/plan.ts';
import {credentialOperation} from '../session-reads.ts';
import type {World} from '../world.ts';
import {clusterNames, scopesToRead, type StatusCell} from './matrix.ts';

/** What could be read of the scopes that were asked for. */
export type Cells =
	| {readonly ok: true; readonly cells: readonly StatusCell[]}
	| {readonly ok: false; readonly error: CliError}
	/** The list of groups is there, and has no group of this name or id. */
	| {readonly ok: false; readonly unknownGroup: string};

/** The scopes to read, as the options name them. */
export interface Wanted {
	/** Empty = all seven. */
	readonly regions: readonly RegionName[];
	/** Names or ids; empty = the targeted group and every one with a classic cluster. */
	readonly groupNames: readonly string[];
	readonly isAll: boolean;
}

/** Reads what is set in each scope, and the clusters there; each scope once. */
export async function readCells(world: World, {regions, groupNames, isAll}: Wanted): Promise<Cells> {
	const {reads} = world;
	const started = new Map<string, Promise<Outcome<Credential>>>();
	const credentialIn = async (scope: Scope): Promise<Outcome<Credential>> => {
		const key = `${scope.group.id} ${scope.region}`;
		const reading = started.get(key) ?? credentialOperation(world, scope, () => []).run();
		started.set(key, reading);
		return reading;
	};

	const targeting = reads.target.start();
	// Which groups there are is needed for named ones, for all, and for those of clusters.
	const lists = Promise.all([reads.groups.start(), reads.clusters.start()]);
	const target = await targeting;
	if (!target.ok) {
		return target;
	}

	const choice = {regions, isAll, targeted: target.value.group};
	if (groupNames.length === 0 && !isAll) {
		// The scopes of the targeted group are read in any case, and need no list.
		for (const scope of scopesToRead({...choice, groups: [], visibleGroups: [], clusters: []})) {
			void credentialIn(scope);
		}
	}

	const [groups, clusters] = await lists;
	if (!groups.ok) {
		return groups;
	}

	const visibleGroups = groups.value;
	const named = groupNames.map((name) =>
		visibleGroups.find((group) => group.name === name || group.id === name),
	);
	if (named.includes(undefined)) {
		return {ok: false, unknownGroup: groupNames[named.indexOf(undefined)] ?? ''};
	}

	const scopes = scopesToRead({
		...choice,
		groups: named.filter((group): group is ResourceGroup => group !== undefined),
		visibleGroups,
		clusters: clusters.ok ? clusters.value : [],
	});
	const cells = await Promise.all(
		scopes.map(async (scope): Promise<StatusCell> => ({
			scope,
			credential: await credentialIn(scope),
			clusters: clusters.ok ? clusterNames(scope, clusters.value) : undefined,
		})),
	);
	return {ok: true, cells};
}
