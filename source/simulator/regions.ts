/** The seven regions that host classic clusters (documented: cli-ks-plugin, locations). */
export const classicRegions: readonly string[] = [
	'us-south',
	'us-east',
	'eu-de',
	'eu-gb',
	'jp-tok',
	'jp-osa',
	'au-syd',
];

/** What can be targeted: more than the seven, VPC-only regions on purpose (seen). */
export const platformRegions: readonly string[] = [...classicRegions, 'in-che', 'eu-es', 'ca-tor', 'br-sao'];
