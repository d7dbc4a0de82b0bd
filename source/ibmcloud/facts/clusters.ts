import type {RegionName} from '../types.ts';
import {regions} from './regions.ts';

/**
 * The command that creates a classic cluster in a region, in the first of its zones with the smallest set of flags that
 * it takes and a flavor of the documentation's own examples (documented). Name and flavor are there to be changed.
 */
export function clusterCreateCommand(region: RegionName): string {
	const facts = regions.find(({name}) => name === region);
	const zone = facts?.multiZoneDataCentres[0] ?? facts?.singleDataCentres[0]?.name ?? 'ZONE';
	return `ibmcloud ks cluster create classic --name my-cluster --zone ${zone} --flavor b3c.4x16`;
}
