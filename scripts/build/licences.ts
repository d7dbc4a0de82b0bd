import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';

/** The licences of all packages that the bundled files come from, as one text: what their authors ask for in return. */
export async function licencesOf(root: string, bundledFiles: readonly string[]): Promise<string> {
	const packages = new Set(bundledFiles.map(packageDirectory).filter((directory) => directory !== undefined));
	const texts = await Promise.all(
		[...packages].toSorted().map((directory) => licenceOf(path.join(root, directory))),
	);
	return `classic-credentials contains the following packages.\n\n${[...new Set(texts)].join('\n')}`;
}

// `node_modules/a/node_modules/@b/c/index.js` belongs to `node_modules/a/node_modules/@b/c`.
function packageDirectory(file: string): string | undefined {
	return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

async function licenceOf(directory: string): Promise<string> {
	const description = JSON.parse(await readFile(path.join(directory, 'package.json'), 'utf8')) as {
		name: string;
		version: string;
		license?: string;
	};
	const file = (await readdir(directory)).find((name) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(name));
	const text = file === undefined ? '' : `\n${(await readFile(path.join(directory, file), 'utf8')).trim()}\n`;
	return `## ${description.name} ${description.version}: ${description.license ?? 'see below'}\n${text}`;
}
