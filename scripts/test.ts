import {spawn} from 'node:child_process';
import {globSync} from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';

// `node scripts/test.ts [--unit|--long] [files…]`: runs the tests of this repository with Node's own runner.

const root = path.resolve(import.meta.dirname, '..');
const {values, positionals} = parseArgs({
	options: {unit: {type: 'boolean', default: false}, long: {type: 'boolean', default: false}},
	allowPositionals: true,
});

const slowDirectories = ['test/end-to-end/', 'test/house/'];
const longDirectory = 'test/long/';

function isWanted(file: string): boolean {
	const isLong = file.startsWith(longDirectory);
	const isSlow = slowDirectories.some((directory) => file.startsWith(directory));
	return isLong === values.long && !(values.unit && isSlow);
}

function findTests(): string[] {
	return globSync('test/**/*.test.{ts,tsx}', {cwd: root})
		.map((file) => file.split(path.sep).join('/'))
		.filter((file) => isWanted(file))
		.toSorted();
}

const files = positionals.length > 0 ? positionals : findTests();
if (files.length === 0) {
	console.error('No test file was found: a run without tests proves nothing.');
	process.exit(1);
}

// Node strips types by itself but does not read JSX; tsx does.
const runner = spawn(
	process.execPath,
	[
		'--import',
		'tsx',
		'--test',
		'--test-reporter=spec',
		'--test-concurrency=2',
		'--test-timeout=120000',
		...files,
	],
	{cwd: root, stdio: 'inherit'},
);
runner.on('exit', (exitCode) => {
	process.exitCode = exitCode ?? 1;
});
