import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {LockFile} from './sbom.ts';

/** The repository. */
export const root = path.resolve(import.meta.dirname, '../..');

interface Description {
	readonly name: string;
	readonly version: string;
	readonly license: string;
	readonly files: readonly string[];
	readonly devDependencies: Readonly<Record<string, string>>;
}

/** `package.json` of the program. */
export const description = read('package.json') as Description;

/** `package-lock.json` of the program. */
export const lockFile = read('package-lock.json') as LockFile;

/** The version of Bun that the executables are made with. */
export const bunVersion = Object.values(
	(read('scripts/package/tools/package.json') as {readonly optionalDependencies: Record<string, string>})
		.optionalDependencies,
)[0] as string;

/** Another Node bundles and compresses into other bytes, so a release is made with the one that is pinned. */
export function refuseOtherNode(): void {
	const pinned = description.devDependencies['node'] ?? '';
	if (process.versions.node !== pinned) {
		console.error(
			`A release is made with Node ${pinned}, this is ${process.versions.node}. npm run package takes the right one.`,
		);
		process.exit(3);
	}
}

/** The day of this version in the changelog; before it has one, that of the last commit. */
export function releaseDate(): string {
	const heading = new RegExp(
		String.raw`^## \[${description.version.replaceAll('.', String.raw`\.`)}\] - (\S+)$`,
		'm',
	);
	const [, date = ''] = heading.exec(readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8')) ?? [];
	return /^\d{4}-\d\d-\d\d$/.test(date)
		? date
		: execFileSync('git', ['log', '-1', '--format=%cs'], {cwd: root, encoding: 'utf8'}).trim();
}

function read(file: string): unknown {
	return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}
