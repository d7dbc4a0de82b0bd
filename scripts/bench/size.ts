import {execFileSync} from 'node:child_process';
import {existsSync, lstatSync, mkdirSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {Bench, Measurement} from './tools/measurement.ts';
import type {Report} from './tools/report.ts';
import {rounded} from './tools/statistics.ts';

/** What a user downloads and stores, against the same program with its dependencies beside it. */
export const size: Measurement = {name: 'size', run};

const root = path.resolve(import.meta.dirname, '../..');

interface Packed {
	readonly filename: string;
	readonly size: number;
	readonly unpackedSize: number;
	readonly entryCount: number;
}

async function run({directory}: Bench): Promise<Report> {
	const target = path.join(directory, 'packed');
	mkdirSync(target);
	// Takes `dist/` as it is: packing must not rebuild it while somebody uses it.
	const said = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', target], {
		cwd: root,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const [packed] = JSON.parse(said) as Packed[];
	if (packed === undefined) {
		throw new Error('npm packed nothing');
	}

	const {dependencies = {}} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
		dependencies?: Record<string, string>;
	};
	const bundled = packagesIn(path.join(root, 'dist/licenses.txt'));
	const beside = bundled.reduce((sum, name) => sum + bytesOf(path.join(root, 'node_modules', name)), 0);
	return {
		title: 'Size of the published package',
		rows: [
			{name: 'tarball', figures: {kB: kilobytes(packed.size), files: packed.entryCount}},
			{
				name: `installed, with ${Object.keys(dependencies).length} dependencies`,
				figures: {kB: kilobytes(packed.unpackedSize), files: packed.entryCount},
			},
			{
				name: `the ${bundled.length} bundled packages, were they dependencies`,
				figures: {kB: kilobytes(beside), files: undefined},
			},
		],
		notes: ['What is bundled is not also a dependency: npm installs the package and nothing else.'],
	};
}

/** Returns the package names in the list of licenses that the build makes of what it bundled. */
function packagesIn(file: string): string[] {
	const headings = readFileSync(file, 'utf8').matchAll(/^## (\S+) \d/gm);
	return [...new Set([...headings].map(([, name = '']) => name))].filter((name) =>
		existsSync(path.join(root, 'node_modules', name)),
	);
}

function bytesOf(entry: string): number {
	const status = lstatSync(entry);
	return status.isDirectory()
		? readdirSync(entry).reduce((sum, name) => sum + bytesOf(path.join(entry, name)), 0)
		: status.size;
}

function kilobytes(bytes: number): number {
	return rounded(bytes / 1000, 0);
}
