import type {ClassicCluster} from '../ibmcloud/types.ts';
import type {Scope} from './plan.ts';

/**
 * The classic clusters that a change of a scope may touch: of its region and its group, which may be named by
 * id or by name. One whose region or group is not known may be there, so it counts.
 */
export function clustersIn(scope: Scope, clusters: readonly ClassicCluster[]): ClassicCluster[] {
	return clusters.filter(
		({region, groupId, groupName}) =>
			(region === undefined || region === scope.region) &&
			((groupId === undefined && groupName === undefined) ||
				groupId === scope.group.id ||
				groupName === scope.group.name),
	);
}

/** Whether it is only possible, not known, that a cluster belongs to the scope it is listed for. */
export function isPlaceUnknown({region, groupId, groupName}: ClassicCluster): boolean {
	return region === undefined || (groupId === undefined && groupName === undefined);
}
