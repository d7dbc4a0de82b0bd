import type {BundledPackage} from './bundled-packages.ts';

/**
 * The licenses of all bundled packages as one text: what their authors ask for in return. A text that is the
 * same to the letter for several packages, its copyright included, stands once below their names.
 */
export function licensesOf(packages: readonly BundledPackage[]): string {
	const sections = [...Map.groupBy(packages, ({licenseText}) => licenseText)].map(([text, members]) =>
		[...members.map(({name, version, license}) => `## ${name} ${version}: ${license}`), '', text, ''].join(
			'\n',
		),
	);
	return `classic-credentials contains the following packages.\n\n${sections.join('\n')}`;
}
