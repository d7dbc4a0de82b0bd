import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {LockFile} from './sbom.ts';

/** The root of the repository. */
export const root = path.resolve(import.meta.dirname, '../..');

interface Description {
	readonly name: string;
	readonly version: string;
	readonly license: string;
	readonly files: readonly string[];
	readonly devDependencies: Readonly<Record<string, string>>;
}

/** The program's `package.json`. */
export const description = read('package.json') as Description;

/** The program's `package-lock.json`. */
export const lockFile = read('package-lock.json') as LockFile;

/** The version of Bun that makes the executables. */
export const bunVersion = Object.values(
	(read('scripts/package/tools/package.json') as {readonly optionalDependencies: Record<string, string>})
		.optionalDependencies,
)[0] as string;

/** Exits unless this is the pinned Node: another one bundles and compresses into other bytes. */
export function refuseOtherNode(): void {
	const pinned = description.devDependencies['node'] ?? '';
	if (process.versions.node !== pinned) {
		console.error(
			`A release is made with Node ${pinned}, this is ${process.versions.node}. npm run package takes the right one.`,
		);
		process.exit(3);
	}
}

/** Returns the date of this version in the changelog; before it has one, that of the last commit. */
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
