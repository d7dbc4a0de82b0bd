import type {ClassicCluster} from '../ibmcloud/types.ts';
import type {Scope} from './plan.ts';

/** The classic clusters of a scope: same region and same group, by id or, where no id is given, by name. */
export function clustersIn(scope: Scope, clusters: readonly ClassicCluster[]): ClassicCluster[] {
	return clusters.filter(
		({region, groupId, groupName}) =>
			region === scope.region &&
			(groupId === undefined ? groupName === scope.group.name : groupId === scope.group.id),
	);
}
