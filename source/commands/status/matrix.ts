import {isAsExpected, type Gap, type StatusCell} from '../../documents/reading-documents.ts';
import type {RegionName} from '../../ibmcloud/facts/regions.ts';
import type {ClassicCluster, CliError, Outcome, ResourceGroup} from '../../ibmcloud/types.ts';
import {scopeKey, type Scope} from '../../plan/plan.ts';
import {exitStatus, statusOfUnread} from '../../plan/status.ts';

/** The requested scopes of an account. */
export interface ScopeChoice {
	readonly regions: readonly RegionName[];
	/** The groups that are read in each of these regions. */
	readonly groups: ReadonlyArray<Scope['group']>;
	/** Whether they are all; if not, each scope with a classic cluster is read, too. */
	readonly isWhole: boolean;
	readonly visibleGroups: readonly ResourceGroup[];
}

/**
 * Returns the scopes to read: by default the targeted group in every region, and every scope that has a
 * classic cluster, since each read is an audited event and takes seconds; with `--all` every visible group.
 */
export function scopesToRead(choice: ScopeChoice, clusters: readonly ClassicCluster[]): readonly Scope[] {
	const {regions, groups, isWhole} = choice;
	const inRegions = groups.flatMap(({id, name}) => regions.map((region) => ({region, group: {id, name}})));
	const ofClusters = isWhole ? [] : clusters.flatMap((cluster) => scopeOf(cluster, choice) ?? []);
	const scopes = [...inRegions, ...ofClusters];
	return [...new Map(scopes.map((scope) => [scopeKey(scope), scope])).values()];
}

/** Returns what could not be divided into scopes, or stayed out of them. */
export function gapsOf(
	choice: ScopeChoice,
	clusters: Outcome<readonly ClassicCluster[]>,
	clustersCommand: string,
): readonly Gap[] {
	const gaps: Gap[] = [];
	if (choice.groups.length === 0) {
		gaps.push({kind: 'targeted-group', error: failure('no-group-targeted', 'ibmcloud target')});
	}

	if (!clusters.ok) {
		return [...gaps, {kind: choice.isWhole ? 'clusters' : 'other-groups', error: clusters.error}];
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

/** Reports whether a cluster may lie in a requested scope, but it is unknown in which. */
function isLost(cluster: ClassicCluster, {regions, groups, isWhole, visibleGroups}: ScopeChoice): boolean {
	const {region, groupId, groupName} = cluster;
	const hasGroup = groupId !== undefined || groupName !== undefined;
	return (
		(region === undefined || regions.includes(region)) &&
		(!hasGroup || !isWhole || groupOf(cluster, groups) !== undefined) &&
		(region === undefined || groupOf(cluster, visibleGroups) === undefined)
	);
}

function scopeOf(cluster: ClassicCluster, {regions, visibleGroups}: ScopeChoice): Scope | undefined {
	const {region} = cluster;
	const group = groupOf(cluster, visibleGroups);
	return region !== undefined && group !== undefined && regions.includes(region)
		? {region, group: {id: group.id, name: group.name}}
		: undefined;
}

function groupOf(
	{groupId, groupName}: ClassicCluster,
	groups: ReadonlyArray<Scope['group']>,
): Scope['group'] | undefined {
	return groups.find(({id, name}) => (groupId === undefined ? name === groupName : id === groupId));
}

function failure(kind: CliError['kind'], command: string): CliError {
	return {kind, words: '', command};
}

/**
 * Returns the cells that differ from what is expected, why something was not read, each reason once, and the
 * exit status: 0 only if everything requested was read and is as expected. A difference outranks what was not
 * read, and so does a missing prerequisite if nothing was read.
 */
export function verdictOf(cells: readonly StatusCell[], gaps: readonly Gap[]) {
	const read = cells.filter(({credential}) => credential.ok);
	const differing = read.filter((cell) => !isAsExpected(cell));
	const all = [
		...cells.flatMap(({credential}) => (credential.ok ? [] : [credential.error])),
		...gaps.map(({error}) => error),
	];
	const errors = [...new Map(all.map((error) => [`${error.kind} ${error.words}`, error])).values()];
	const isBlind = read.length === 0;
	const unread = isBlind || errors.length === 0 ? statusOfUnread(errors) : exitStatus.partly;
	return {differing, errors, exitStatus: differing.length > 0 ? exitStatus.differs : unread};
}
