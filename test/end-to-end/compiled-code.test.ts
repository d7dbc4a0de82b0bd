import assert from 'node:assert/strict';
import {chmodSync, mkdirSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {Sandbox} from '../support/sandbox.ts';
import {testedProgram} from '../support/tested-program.ts';

const skip = testedProgram.form === 'executable' ? 'an executable is compiled already' : false;

const withoutOwnCache = {NODE_COMPILE_CACHE: undefined};

test(
	'compiled code is kept below the cache directory of the operator, who alone can read and change it',
	{skip},
	async () => {
		using sandbox = new Sandbox({environment: withoutOwnCache});
		const first = await sandbox.run(['--version']);
		const directory = path.join(sandbox.home, '.cache/classic-credentials/compiled');

		assert.equal(first.exitCode, 0);
		assert.equal(statSync(directory).mode & 0o777, 0o700);
		assert.equal(readdirSync(directory).length, 1);
		assert.deepEqual(await sandbox.run(['--version']), first);
	},
);

test(
	'XDG_CACHE_HOME moves it; a relative one does not count, as the specification has it',
	{skip},
	async () => {
		using sandbox = new Sandbox({environment: withoutOwnCache});
		const place = path.join(sandbox.directory, 'elsewhere');
		await sandbox.run(['--version'], {environment: {XDG_CACHE_HOME: place}});
		assert.deepEqual(readdirSync(place), ['classic-credentials']);

		await sandbox.run(['--version'], {environment: {XDG_CACHE_HOME: 'relative'}});
		assert.deepEqual(readdirSync(path.join(sandbox.home, '.cache')), ['classic-credentials']);
		assert.ok(!readdirSync(sandbox.directory).includes('relative'));
	},
);

test('a directory that others can write is not used: code would be run from it', {skip}, async () => {
	using sandbox = new Sandbox({environment: withoutOwnCache});
	const directory = path.join(sandbox.home, '.cache/classic-credentials/compiled');
	mkdirSync(directory, {recursive: true});
	chmodSync(directory, 0o777);
	const {exitCode} = await sandbox.run(['--version']);

	assert.equal(exitCode, 0);
	assert.deepEqual(readdirSync(directory), []);
});

test('nor is one below a directory that others can write', {skip}, async () => {
	using sandbox = new Sandbox({environment: withoutOwnCache});
	const cache = path.join(sandbox.home, '.cache');
	mkdirSync(cache);
	chmodSync(cache, 0o777);
	const {exitCode} = await sandbox.run(['--version']);

	assert.equal(exitCode, 0);
	assert.deepEqual(readdirSync(path.join(cache, 'classic-credentials/compiled')), []);
});

test('where nothing can be kept, the program runs all the same', {skip}, async () => {
	using sandbox = new Sandbox({environment: withoutOwnCache});
	const file = sandbox.write('a-file', '');
	const {stdout, stderr, exitCode} = await sandbox.run(['--version'], {environment: {XDG_CACHE_HOME: file}});

	assert.equal(exitCode, 0);
	assert.equal(stderr, '');
	assert.match(stdout, /^classic-credentials \d/);
});
