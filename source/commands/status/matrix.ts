import {regionNames} from '../../ibmcloud/facts/regions.ts';
import type {ClassicCluster, Credential, Outcome, RegionName, ResourceGroup} from '../../ibmcloud/types.ts';
import {clustersIn} from '../../plan/clusters.ts';
import type {Scope} from '../../plan/plan.ts';

/** One cell of the matrix: a scope, what is set there, and its classic clusters. */
export interface StatusCell {
	readonly scope: Scope;
	readonly credential: Outcome<Credential>;
	/** Undefined where the list of clusters could not be read. */
	readonly clusters: readonly string[] | undefined;
}

export interface ScopeChoice {
	/** Named regions; empty = all seven. */
	readonly regions: readonly RegionName[];
	/** Named groups; empty = the targeted one and every one with a classic cluster. */
	readonly groups: readonly ResourceGroup[];
	readonly isAll: boolean;
	readonly visibleGroups: readonly ResourceGroup[];
	readonly targeted: {readonly id: string; readonly name: string} | undefined;
	readonly clusters: readonly ClassicCluster[];
}

/**
 * The scopes to read: by default the targeted group in all seven regions, and every scope that has a classic cluster,
 * since each read is an audited event and takes seconds; with `--all` every visible group.
 */
export function scopesToRead(choice: ScopeChoice): readonly Scope[] {
	const regions = choice.regions.length > 0 ? choice.regions : regionNames;
	const whole = choice.groups.length > 0 ? choice.groups : choice.isAll ? choice.visibleGroups : [];
	if (whole.length > 0) {
		return whole.flatMap((group) =>
			regions.map((region) => ({region, group: {id: group.id, name: group.name}})),
		);
	}

	const {targeted} = choice;
	const ofTarget = targeted === undefined ? [] : regions.map((region) => ({region, group: targeted}));
	const ofClusters = choice.clusters.flatMap(({region, groupId, groupName}): Scope[] => {
		const group = choice.visibleGroups.find(({id, name}) =>
			groupId === undefined ? name === groupName : id === groupId,
		);
		return region === undefined || group === undefined || !regions.includes(region)
			? []
			: [{region, group: {id: group.id, name: group.name}}];
	});
	return unique([...ofTarget, ...ofClusters]);
}

function unique(scopes: readonly Scope[]): Scope[] {
	return [...new Map(scopes.map((scope) => [`${scope.group.id} ${scope.region}`, scope])).values()];
}

/** The names of the classic clusters of a scope. */
export function clusterNames(scope: Scope, clusters: readonly ClassicCluster[]): string[] {
	return clustersIn(scope, clusters).map(({name}) => name);
}

/** The username in a cell: `null` where none is set, undefined where it is not known. */
export function usernameIn({credential}: StatusCell): string | null | undefined {
	if (!credential.ok) {
		return undefined;
	}

	return credential.value.kind === 'none' ? null : credential.value.username;
}
