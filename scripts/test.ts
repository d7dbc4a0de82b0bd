import {spawn} from 'node:child_process';
import {globSync} from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {compileCache} from '../test/support/compile-cache.ts';

// `node scripts/test.ts [--unit|--long] [--program FILE] [files…]`: runs the tests with Node's own runner.
// With a program, it runs the end-to-end tests against that file instead of `dist/`.

const root = path.resolve(import.meta.dirname, '..');
const {values, positionals} = parseArgs({
	options: {
		unit: {type: 'boolean', default: false},
		long: {type: 'boolean', default: false},
		program: {type: 'string'},
	},
	allowPositionals: true,
});

const endToEnd = 'test/end-to-end/';
const slowDirectories = [endToEnd, 'test/repository/'];
const longDirectory = 'test/long/';

function isWanted(file: string): boolean {
	const isLong = file.startsWith(longDirectory);
	const isSlow = slowDirectories.some((directory) => file.startsWith(directory));
	const isOfProgram = values.program === undefined || file.startsWith(endToEnd);
	return isLong === values.long && !(values.unit && isSlow) && isOfProgram;
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

const runner = spawn(
	process.execPath,
	[
		'--import',
		'./scripts/read-syntax.ts',
		'--test',
		'--test-reporter=spec',
		'--test-concurrency=5',
		'--test-timeout=120000',
		...files,
	],
	{
		cwd: root,
		stdio: 'inherit',
		env: {
			...process.env,
			NODE_COMPILE_CACHE: compileCache,
			...(values.program === undefined
				? {}
				: {CLASSIC_CREDENTIALS_TEST_PROGRAM: path.resolve(values.program)}),
		},
	},
);
runner.on('exit', (exitCode) => {
	process.exitCode = exitCode ?? 1;
});
