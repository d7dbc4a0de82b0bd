import type {BundledPackage} from './bundled-packages.ts';

/**
 * Returns the licenses of all bundled packages as one text, as their authors demand. A text that several
 * packages share to the letter, copyright included, appears once below their names.
 */
export function licensesOf(packages: readonly BundledPackage[]): string {
	const sections = [...Map.groupBy(packages, ({licenseText}) => licenseText)].map(([text, members]) =>
		[...members.map(({name, version, license}) => `## ${name} ${version}: ${license}`), '', text, ''].join(
			'\n',
		),
	);
	return `classic-credentials contains the following packages.\n\n${sections.join('\n')}`;
}
