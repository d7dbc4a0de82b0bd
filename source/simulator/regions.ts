/** A region with classic clusters and the data centres that it manages. */
export interface Region {
	readonly name: string;
	/** The old name in JSON of old clusters (inferred from the `alias` of the REST model). */
	readonly legacyName?: string;
	readonly dataCenters: readonly string[];
}

/** The seven regions that host classic clusters (documented: cli-ks-plugin, locations). */
export const classicRegions: readonly Region[] = [
	{name: 'us-south', dataCenters: ['dal10', 'dal12', 'dal13', 'sjc03', 'sjc04', 'sao01']},
	{name: 'us-east', dataCenters: ['wdc04', 'wdc06', 'wdc07', 'mon01', 'tor01']},
	{
		name: 'eu-de',
		legacyName: 'eu-central',
		dataCenters: ['fra02', 'fra04', 'fra05', 'ams03', 'mil01', 'par01'],
	},
	{name: 'eu-gb', legacyName: 'uk-south', dataCenters: ['lon02', 'lon04', 'lon05', 'lon06']},
	{name: 'jp-tok', legacyName: 'ap-north', dataCenters: ['tok02', 'tok04', 'tok05', 'che01', 'sng01']},
	{name: 'jp-osa', dataCenters: ['osa21', 'osa22', 'osa23']},
	{name: 'au-syd', legacyName: 'ap-south', dataCenters: ['syd01', 'syd04', 'syd05']},
];

/** What `ibmcloud regions` lists: more than the seven, VPC-only regions on purpose (seen; display names guessed). */
export const platformRegions: readonly (readonly [string, string])[] = [
	['au-syd', 'Sydney'],
	['in-che', 'Chennai'],
	['jp-osa', 'Osaka'],
	['jp-tok', 'Tokyo'],
	['eu-de', 'Frankfurt'],
	['eu-es', 'Madrid'],
	['eu-gb', 'London'],
	['ca-tor', 'Toronto'],
	['us-south', 'Dallas'],
	['us-east', 'Washington DC'],
	['br-sao', 'Sao Paulo'],
];

/** City and country of a data centre by its first three letters. */
export const cities: Readonly<Record<string, readonly [string, string, string]>> = {
	dal: ['Dallas', 'us', 'na'],
	sjc: ['San Jose', 'us', 'na'],
	sao: ['Sao Paulo', 'br', 'sa'],
	wdc: ['Washington DC', 'us', 'na'],
	mon: ['Montreal', 'ca', 'na'],
	tor: ['Toronto', 'ca', 'na'],
	fra: ['Frankfurt', 'de', 'eu'],
	ams: ['Amsterdam', 'nl', 'eu'],
	mil: ['Milan', 'it', 'eu'],
	par: ['Paris', 'fr', 'eu'],
	lon: ['London', 'gb', 'eu'],
	tok: ['Tokyo', 'jp', 'ap'],
	che: ['Chennai', 'in', 'ap'],
	sng: ['Singapore', 'sg', 'ap'],
	osa: ['Osaka', 'jp', 'ap'],
	syd: ['Sydney', 'au', 'ap'],
};

/** The region that manages a data centre. */
export function regionOfDataCenter(dataCenter: string): Region | undefined {
	return classicRegions.find((region) => region.dataCenters.includes(dataCenter));
}

/** The region of a name, today's or the legacy one. */
export function regionOfName(name: string): Region | undefined {
	return classicRegions.find((region) => region.name === name || region.legacyName === name);
}
