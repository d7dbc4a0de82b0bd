import {regionNames} from '../../ibmcloud/facts/regions.ts';
import type {
	ClassicCluster,
	CliError,
	Credential,
	Outcome,
	RegionName,
	ResourceGroup,
} from '../../ibmcloud/types.ts';
import type {Scope} from '../../plan/plan.ts';

/** One cell of the matrix: a scope, what is set there, and its classic clusters. */
export interface StatusCell {
	readonly scope: Scope;
	readonly credential: Outcome<Credential>;
	/** Undefined where the list of clusters could not be read. */
	readonly clusters: ReadonlyArray<Pick<ClassicCluster, 'id' | 'name'>> | undefined;
	/** What is to be set there, `null` for none; undefined where nothing is expected. */
	readonly expected?: string | null | undefined;
}

/**
 * What was asked for and has no cell, since it could not be told which one. `targeted-group`: none is
 * targeted; `other-groups`: the scopes in which only a cluster would be found; `clusters`: the clusters of
 * groups that were named; `cluster`: the scope of a cluster whose region or group is not known.
 */
export interface Gap {
	readonly kind: 'targeted-group' | 'other-groups' | 'clusters' | 'cluster';
	readonly error: CliError;
	/** Of a `cluster`, as far as they are known. */
	readonly region?: RegionName | undefined;
	/** Name or id. */
	readonly group?: string | undefined;
	readonly cluster?: string;
}

export interface ScopeChoice {
	/** Named regions; empty = all seven. */
	readonly regions: readonly RegionName[];
	/** Named groups; empty = the targeted one and every one with a classic cluster. */
	readonly groups: readonly ResourceGroup[];
	readonly isAll: boolean;
	readonly visibleGroups: readonly ResourceGroup[];
	readonly targeted: Scope['group'] | undefined;
}

/** The groups that are read in every wanted region; undefined for the targeted one and the clusters'. */
function wholeGroups({
	groups,
	isAll,
	visibleGroups,
	targeted,
}: ScopeChoice): ReadonlyArray<Scope['group']> | undefined {
	if (groups.length > 0) {
		return groups;
	}

	return isAll ? [...visibleGroups, ...(targeted === undefined ? [] : [targeted])] : undefined;
}

function wantedRegions({regions}: ScopeChoice): readonly RegionName[] {
	return regions.length > 0 ? regions : regionNames;
}

/**
 * The scopes to read: by default the targeted group in all seven regions, and every scope that has a classic
 * cluster, since each read is an audited event and takes seconds; with `--all` every visible group.
 */
export function scopesToRead(choice: ScopeChoice, clusters: readonly ClassicCluster[]): readonly Scope[] {
	const {targeted} = choice;
	const whole = wholeGroups(choice);
	const inRegions = (whole ?? (targeted === undefined ? [] : [targeted])).flatMap(({id, name}) =>
		wantedRegions(choice).map((region) => ({region, group: {id, name}})),
	);
	const ofClusters = whole === undefined ? clusters.map((cluster) => scopeOf(cluster, choice)) : [];
	return unique([...inRegions, ...ofClusters.filter((scope) => scope !== undefined)]);
}

/** What could not be divided into scopes, or stayed out of them. */
export function gapsOf(
	choice: ScopeChoice,
	clusters: Outcome<readonly ClassicCluster[]>,
	clustersCommand: string,
): readonly Gap[] {
	const isWhole = wholeGroups(choice) !== undefined;
	const gaps: Gap[] = [];
	if (choice.targeted === undefined && (!isWhole || (choice.isAll && choice.visibleGroups.length === 0))) {
		gaps.push({kind: 'targeted-group', error: failure('no-group-targeted', 'ibmcloud target')});
	}

	if (!clusters.ok) {
		return [...gaps, {kind: isWhole ? 'clusters' : 'other-groups', error: clusters.error}];
	}

	const lost = clusters.value.filter((cluster) => isLost(cluster, choice));
	return [
		...gaps,
		...lost.map(({name, region, groupName, groupId}): Gap => ({
			kind: 'cluster',
			error: failure('unreadable', clustersCommand),
			region,
			group: groupName ?? groupId,
			cluster: name,
		})),
	];
}

/** Whether a cluster may lie in a scope that was asked for, and it cannot be told in which. */
function isLost(cluster: ClassicCluster, choice: ScopeChoice): boolean {
	const {region, groupId, groupName} = cluster;
	const whole = wholeGroups(choice);
	const isInRegion = region === undefined || wantedRegions(choice).includes(region);
	const hasGroup = groupId !== undefined || groupName !== undefined;
	const isInGroup = !hasGroup || whole === undefined || groupOf(cluster, whole) !== undefined;
	return (
		isInRegion && isInGroup && (region === undefined || groupOf(cluster, choice.visibleGroups) === undefined)
	);
}

function scopeOf(cluster: ClassicCluster, choice: ScopeChoice): Scope | undefined {
	const {region} = cluster;
	const group = groupOf(cluster, choice.visibleGroups);
	return region !== undefined && group !== undefined && wantedRegions(choice).includes(region)
		? {region, group: {id: group.id, name: group.name}}
		: undefined;
}

function groupOf<Group extends Scope['group']>(
	{groupId, groupName}: ClassicCluster,
	groups: readonly Group[],
): Group | undefined {
	return groups.find(({id, name}) => (groupId === undefined ? name === groupName : id === groupId));
}

function failure(kind: CliError['kind'], command: string): CliError {
	return {kind, words: '', command};
}

function unique(scopes: readonly Scope[]): Scope[] {
	return [...new Map(scopes.map((scope) => [`${scope.group.id} ${scope.region}`, scope])).values()];
}

/** The username in a cell: `null` where none is set, undefined where it is not known. */
export function usernameIn({credential}: StatusCell): string | null | undefined {
	if (!credential.ok) {
		return undefined;
	}

	return credential.value.kind === 'none' ? null : credential.value.username;
}
