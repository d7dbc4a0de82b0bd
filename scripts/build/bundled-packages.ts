import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Metafile} from 'esbuild';

/** A package of which the bundle contains something. */
export interface BundledPackage {
	readonly name: string;
	readonly version: string;
	/** As the package declares it: an SPDX identifier or expression. */
	readonly license: string;
	/** Relative to the repository. */
	readonly directory: string;
	/** The whole text, with the notice if there is one. */
	readonly licenseText: string;
}

/** The license texts of packages that ship without one, taken from their repositories. */
const missingTexts = path.join(import.meta.dirname, 'licenses');

/** Returns every package of which, says the bundler, something is in the output; one per version. */
export async function bundledPackages(
	root: string,
	metafiles: readonly Metafile[],
): Promise<readonly BundledPackage[]> {
	const files = metafiles.flatMap(({outputs}) =>
		Object.values(outputs).flatMap(({inputs}) =>
			Object.keys(inputs).filter((input) => (inputs[input]?.bytesInOutput ?? 0) > 0),
		),
	);
	const directories = new Set(files.map(packageDirectory).filter((directory) => directory !== undefined));
	const packages = await Promise.all(
		[...directories].toSorted().map(async (directory) => describe(root, directory)),
	);
	return [...new Map(packages.map((each) => [`${each.name}@${each.version}`, each])).values()];
}

// `node_modules/a/node_modules/@b/c/index.js` belongs to `node_modules/a/node_modules/@b/c`.
function packageDirectory(file: string): string | undefined {
	return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

async function describe(root: string, directory: string): Promise<BundledPackage> {
	const {name, version, license} = JSON.parse(
		await readFile(path.join(root, directory, 'package.json'), 'utf8'),
	) as Omit<BundledPackage, 'directory' | 'licenseText'>;
	const names = (await readdir(path.join(root, directory))).filter((file) =>
		/^(?:licen[cs]e|notice)(?:\.(?:md|txt))?$/i.test(file),
	);
	const texts = await Promise.all(
		(names.some((file) => /^licen/i.test(file))
			? names.toSorted().map((file) => path.join(root, directory, file))
			: [path.join(missingTexts, `${name.replace('/', '-')}.txt`)]
		).map(async (file) => readFile(file, 'utf8')),
	);
	return {name, version, license, directory, licenseText: texts.map((text) => text.trim()).join('\n\n')};
}
