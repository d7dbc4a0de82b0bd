import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {build, version as esbuildVersion} from 'esbuild';
import {buildOptions} from '../build/options.ts';
import {bundledPackages} from '../build/bundled-packages.ts';
import {licensesOf} from '../build/licenses.ts';
import {bunVersion, description, lockFile, releaseDate, root} from './description.ts';
import {makeExecutable, type System} from './executable.ts';
import {manPage} from './man-page.ts';
import {bundleExecutable, bundleScript} from './bundles.ts';
import {billOfMaterials} from './sbom.ts';
import {npmTarball, type PackedFile} from './tarball.ts';

/** A file of the release. */
export interface Artefact {
	readonly file: string;
	readonly content: Uint8Array;
	readonly isExecutable: boolean;
}

const name = `${description.name}-${description.version}`;

/** The parts of a release, and how each is made. */
export const artefacts = {
	npm: async () => {
		await build(buildOptions);
		return plain(`${name}.tgz`, npmTarball(packedFiles()));
	},
	script: async () => {
		const {code} = await bundleScript();
		return program(`${name}.cjs`, Buffer.from(`#!/usr/bin/env node\n${code}`));
	},
	'linux-x64': async () => executable('linux-x64'),
	'linux-arm64': async () => executable('linux-arm64'),
	'darwin-x64': async () => executable('darwin-x64'),
	'darwin-arm64': async () => executable('darwin-arm64'),
	man: async () => plain(`${description.name}.1`, Buffer.from(manPage(releaseDate()))),
	sbom: async () => {
		const tools = {esbuild: esbuildVersion, bun: bunVersion};
		const bill = billOfMaterials({...description, tools}, await packages(), lockFile);
		return plain(`${name}.cdx.json`, Buffer.from(bill));
	},
	licenses: async () =>
		plain(`${name}-licenses.txt`, Buffer.from(`${runtimeNote}\n${licensesOf(await packages())}`)),
} as const satisfies Readonly<Record<string, () => Promise<Artefact>>>;

const runtimeNote = `The executables contain Bun ${bunVersion} (MIT), with JavaScriptCore (LGPL-2) and other libraries. Their licenses, and how to
link Bun with another JavaScriptCore: https://github.com/oven-sh/bun/blob/bun-v${bunVersion}/LICENSE.md
`;

async function packages(): ReturnType<typeof bundledPackages> {
	return bundledPackages(root, [(await bundleScript()).metafile]);
}

async function executable(system: System): Promise<Artefact> {
	const {code} = await bundleExecutable();
	return program(`${name}-${system}`, await makeExecutable(system, code));
}

/** Returns what the npm package contains, as built. */
export function packedFiles(): readonly PackedFile[] {
	const built = readdirSync(path.join(root, buildOptions.outdir)).map(
		(file) => `${buildOptions.outdir}/${file}`,
	);
	return [...built, 'package.json', 'README.md', 'LICENSE'].map((file) => ({
		path: file,
		content: readFileSync(path.join(root, file)),
		isExecutable: file === 'dist/cli.js',
	}));
}

function plain(file: string, content: Uint8Array): Artefact {
	return {file, content, isExecutable: false};
}

function program(file: string, content: Uint8Array): Artefact {
	return {file, content, isExecutable: true};
}
