import {normaliseRegion, regionOfDataCentre, type RegionName} from '../facts/regions.ts';
import type {ClassicCluster} from '../types.ts';
import {fieldOf, listOf, parseJson, present, textField} from './fields.ts';

/**
 * Parses the classic clusters, from `ks cluster ls --provider classic --output json` (from source: the v1
 * cluster model of public clients; which fields the CLI prints is not verified). `null` is an empty list.
 * Clusters of another provider are dropped; one that names none is classic, as requested.
 */
export function parseClusters(stdout: string): readonly ClassicCluster[] | undefined {
	return listOf(parseJson(stdout))?.flatMap((element) => clusterOf(element));
}

function clusterOf(element: unknown): readonly ClassicCluster[] {
	const id = textField(element, 'id', 'clusterID');
	const name = textField(element, 'name') || id;
	const provider = textField(element, 'provider').toLowerCase();
	if (name === '' || (provider !== '' && provider !== 'classic')) {
		return [];
	}

	return [
		{
			id,
			name,
			...present({
				region: regionOf(element),
				groupId: textField(element, 'resourceGroup', 'resourceGroupID'),
				groupName: textField(element, 'resourceGroupName'),
			}),
		},
	];
}

/** Old JSON has legacy names in `region` (inferred); data center and location (a city) are fallbacks. */
function regionOf(element: unknown): RegionName | undefined {
	const zones = listOf(fieldOf(element, 'workerZones')) ?? [];
	return (
		normaliseRegion(textField(element, 'region')) ??
		regionOfDataCentre(textField(element, 'dataCenter')) ??
		normaliseRegion(textField(element, 'location')) ??
		zones.map((zone) => (typeof zone === 'string' ? regionOfDataCentre(zone) : undefined)).find(Boolean)
	);
}
