import type {BundledPackage} from './bundled-packages.ts';

/** The licences of all bundled packages as one text: what their authors ask for in return. */
export function licencesOf(packages: readonly BundledPackage[]): string {
	const sections = packages.map(
		({name, version, license, licenceText}) => `## ${name} ${version}: ${license}\n\n${licenceText}\n`,
	);
	return `classic-credentials contains the following packages.\n\n${sections.join('\n')}`;
}
