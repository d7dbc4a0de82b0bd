/**
 * The regions that host classic clusters, their older names, and the data centers they manage (documented:
 * locations page, older command reference). The others of `ibmcloud regions` are for VPC only.
 */

/** A region that `--region` of the credential commands accepts. */
export interface Region {
	readonly name: string;
	readonly city: string;
	readonly country: string;
	/**
	 * Older names in both spellings, and the name on IBM's locations page (documented). Whether `--region`
	 * accepts them is unknown: today's name is always sent.
	 */
	readonly otherNames: readonly string[];
	readonly multiZoneDataCentres: readonly string[];
	/** Data centers outside the region's city, where a cluster has only one zone. */
	readonly singleDataCentres: ReadonlyArray<Pick<Region, 'city' | 'country'> & {readonly name: string}>;
}

/** The regions, in the order of the documentation. */
export const regions = [
	{
		name: 'us-south',
		city: 'Dallas',
		country: 'United States',
		otherNames: ['US South', 'us-dal'],
		multiZoneDataCentres: ['dal10', 'dal12', 'dal13'],
		singleDataCentres: [
			{name: 'sjc03', city: 'San Jose', country: 'United States'},
			{name: 'sjc04', city: 'San Jose', country: 'United States'},
			{name: 'sao01', city: 'São Paulo', country: 'Brazil'},
		],
	},
	{
		name: 'us-east',
		city: 'Washington DC',
		country: 'United States',
		otherNames: ['US East', 'us-wdc'],
		multiZoneDataCentres: ['wdc04', 'wdc06', 'wdc07'],
		singleDataCentres: [
			{name: 'mon01', city: 'Montréal', country: 'Canada'},
			{name: 'tor01', city: 'Toronto', country: 'Canada'},
		],
	},
	{
		name: 'eu-de',
		city: 'Frankfurt',
		country: 'Germany',
		otherNames: ['EU Central', 'eu-central', 'de-fra'],
		multiZoneDataCentres: ['fra02', 'fra04', 'fra05'],
		singleDataCentres: [
			{name: 'ams03', city: 'Amsterdam', country: 'Netherlands'},
			{name: 'mil01', city: 'Milan', country: 'Italy'},
			{name: 'par01', city: 'Paris', country: 'France'},
		],
	},
	{
		name: 'eu-gb',
		city: 'London',
		country: 'United Kingdom',
		otherNames: ['UK South', 'uk-south', 'uk-lon'],
		multiZoneDataCentres: ['lon02', 'lon04', 'lon05', 'lon06'],
		singleDataCentres: [],
	},
	{
		name: 'jp-tok',
		city: 'Tokyo',
		country: 'Japan',
		otherNames: ['AP North', 'ap-north'],
		multiZoneDataCentres: ['tok02', 'tok04', 'tok05'],
		singleDataCentres: [
			{name: 'che01', city: 'Chennai', country: 'India'},
			{name: 'sng01', city: 'Singapore', country: 'Singapore'},
		],
	},
	{
		name: 'jp-osa',
		city: 'Osaka',
		country: 'Japan',
		otherNames: [],
		multiZoneDataCentres: ['osa21', 'osa22', 'osa23'],
		singleDataCentres: [],
	},
	{
		name: 'au-syd',
		city: 'Sydney',
		country: 'Australia',
		otherNames: ['AP South', 'ap-south'],
		multiZoneDataCentres: ['syd01', 'syd04', 'syd05'],
		singleDataCentres: [],
	},
] as const satisfies readonly Region[];

/** The name of a region that hosts classic clusters (DOC KS1, LOC). */
export type RegionName = (typeof regions)[number]['name'];

/** The names of the regions, in the same order. */
export const regionNames: readonly RegionName[] = regions.map((region) => region.name);

/**
 * Returns the region named by a text: its name today, an older name, a data center, or a city; case, accents
 * and the marks between words do not matter. Regions for VPC only (`ca-tor`, `eu-es`) give undefined, not a
 * region nearby. Old clusters have region and data center in one (`us-south-hou02`, seen).
 */
export function normaliseRegion(text: string): RegionName | undefined {
	const withoutDataCentre = text.replace(/-[a-z]{3}\d{2}$/iu, '');
	if (withoutDataCentre !== text && withoutDataCentre.includes('-')) {
		return normaliseRegion(withoutDataCentre);
	}

	const wanted = plain(text);
	// `Dallas 10`: the display name of a data center (inferred: sample of `ks locations`).
	return (
		regionWith(wordsFor, wanted) ??
		regionOfDataCentre(text) ??
		regionWith(wordsFor, wanted.replace(/\d{1,2}$/u, ''))
	);
}

/**
 * Returns the region that manages a data center (`tor01`: `us-east`). One that is not listed but lies in a
 * listed city belongs to the same region (inferred: closed and new data centers).
 */
export function regionOfDataCentre(dataCentre: string): RegionName | undefined {
	return regionWith(metrosOf, /^([a-z]{3})\d{2}[a-z]?$/u.exec(plain(dataCentre))?.[1] ?? '');
}

/** Reduces a text to letters and digits, without accents, in lower case. */
function plain(text: string): string {
	return text
		.slice(0, 100)
		.normalize('NFD')
		.replaceAll(/[^\p{L}\p{N}]/gu, '')
		.toLowerCase();
}

/** Returns the names of all data centers that a region manages. */
export function dataCentresOf(region: Region): readonly string[] {
	return [...region.multiZoneDataCentres, ...region.singleDataCentres.map((dataCentre) => dataCentre.name)];
}

function regionWith(wordsOf: (region: Region) => readonly string[], wanted: string): RegionName | undefined {
	return regions.find((region) => wordsOf(region).includes(wanted))?.name;
}

/** Returns the three-letter codes of the cities of a region's data centers. */
function metrosOf(region: Region): readonly string[] {
	return dataCentresOf(region).map((name) => name.slice(0, 3));
}

function wordsFor(region: Region): readonly string[] {
	return [
		region.name,
		region.city,
		...region.otherNames,
		...region.singleDataCentres.map((dataCentre) => dataCentre.city),
		...metrosOf(region),
		...(region.name === 'us-east' ? ['Washington', 'Washington, D.C.'] : []),
	].map((word) => plain(word));
}

/**
 * Returns a command that creates a classic cluster in a region, in its first zone, with the fewest flags
 * possible and a flavor from the documentation's examples (documented). Name and flavor are placeholders.
 */
export function clusterCreateCommand(name: RegionName): string {
	const zone = regions.find((region) => region.name === name)?.multiZoneDataCentres[0] ?? 'ZONE';
	return `ibmcloud ks cluster create classic --name my-cluster --zone ${zone} --flavor b3c.4x16`;
}
