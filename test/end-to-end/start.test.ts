import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {Sandbox} from '../support/sandbox.ts';
import {root, testedProgram} from '../support/tested-program.ts';

// What makes a start quick, where it could be lost unnoticed: nothing here measures time.

const skip = testedProgram.form === 'executable' ? 'Bun does not tell what it has loaded' : false;

const dist = path.join(root, 'dist');
const codeOf = (file: string): string => readFileSync(path.join(dist, file), 'utf8');

/** Returns the modules of Node that a run has loaded; it lists them at its end on standard error. */
async function loadedBy(args: readonly string[]): Promise<readonly string[]> {
	using sandbox = new Sandbox();
	const hook = sandbox.write(
		'hook.mjs',
		`process.on('exit', () => { process._rawDebug('loaded ' + process.moduleLoadList.join(', ')); });`,
	);
	const {stderr} = await sandbox.run(args, {environment: {NODE_OPTIONS: `--import=${hook}`}});
	const [, list] = /^loaded (.*)$/m.exec(stderr) ?? [];
	assert.ok(list !== undefined, stderr);
	return list.split(', ');
}

for (const args of [['--version'], ['--help'], ['__complete']]) {
	test(`${args.join(' ')}: what only a session or a command line needs is not loaded`, {skip}, async () => {
		const loaded = await loadedBy(args);
		for (const name of ['timers/promises', 'string_decoder', 'internal/util/parse_args/parse_args']) {
			assert.ok(!loaded.includes(`NativeModule ${name}`), name);
		}
	});
}

for (const args of [
	['--version'],
	['--help'],
	['__complete'],
	['--region', 'us-south'],
	['--bogus'],
	['nonsense'],
]) {
	test(
		`${args.join(' ')}: neither streams nor Node’s network are loaded for a few words`,
		{skip},
		async () => {
			const loaded = await loadedBy(args);
			assert.ok(loaded.includes('NativeModule fs'));
			for (const name of ['net', 'tty', 'crypto', 'child_process', 'fs/promises']) {
				assert.ok(!loaded.includes(`NativeModule ${name}`), name);
			}
		},
	);
}

test('what asks no service loads no HTTP client', {skip}, async () => {
	const loaded = await loadedBy(['status', '--output', 'json']);
	assert.ok(loaded.includes('NativeModule child_process'));
	assert.ok(!loaded.includes('NativeModule https'));
});

test('what every command begins with is one file besides the entry', () => {
	const loaded = [...codeOf('cli.js').matchAll(/import\("\.\/([^"]+)"\)/g)].map(([, file = '']) => file);
	assert.equal(loaded.length, 1);
	assert.doesNotMatch(codeOf(loaded[0] ?? ''), /(?:^|;|\n)(?:import|export)(?:\{[^}]*\}from)?"\.\//);
});

test('what every command begins with is ASCII: Node would make two bytes of each of its characters', () => {
	const [, file = ''] = /import\("\.\/([^"]+)"\)/.exec(codeOf('cli.js')) ?? [];
	assert.doesNotMatch(codeOf(file), /[^\0-\x7F]/);
});

test('in all that is bundled one place makes a real Intl.Segmenter, for text that is not plain', () => {
	const files = readdirSync(dist).filter((file) => file.endsWith('.js') && file !== 'simulator.js');
	const made = files.flatMap((file) => codeOf(file).match(/new Intl\.Segmenter\b/g) ?? []);
	assert.equal(made.length, 1);
});
