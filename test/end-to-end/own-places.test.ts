import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {chmodSync, chownSync, existsSync, mkdirSync, readdirSync, renameSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {completeFlags, sampleUser} from '../support/session-steps.ts';
import {Sandbox, type Ended} from '../support/sandbox.ts';

const state = '.local/state/classic-credentials';
const needsRoot = {skip: process.getuid?.() !== 0 && 'needs root'};

async function setup(sandbox: Sandbox, environment: Readonly<Record<string, string>> = {}): Promise<Ended> {
	return sandbox.run([...completeFlags(sandbox), '--region=us-south', '--no-pair-check', '--force'], {
		environment,
	});
}

function assertRefused({exitCode, stderr}: Ended, sandbox: Sandbox, hop: string): void {
	assert.equal(exitCode, 3, stderr);
	assert.match(stderr, /^FAILED/u);
	assert.ok(stderr.includes(` ${hop}\n`), stderr);
	assert.deepEqual(sandbox.calls(), []);
	assert.equal(sandbox.credential('us-south'), undefined);
}

interface Spoiled {
	readonly what: string;
	/** Spoils the place; returns the hop that must be named. */
	readonly spoil: (sandbox: Sandbox, directory: string) => string;
	readonly options?: {readonly skip: string | false};
}

const journals: readonly Spoiled[] = [
	{
		what: 'a pipe in the place of the journal',
		spoil(_, directory) {
			execFileSync('mkfifo', [path.join(directory, 'journal.jsonl')]);
			return path.join(directory, 'journal.jsonl');
		},
	},
	{
		what: 'a link in the place of the journal',
		spoil(sandbox, directory) {
			symlinkSync(sandbox.write('elsewhere', ''), path.join(directory, 'journal.jsonl'));
			return path.join(directory, 'journal.jsonl');
		},
	},
	{
		what: 'a pipe in the place of a run that is open',
		spoil(_, directory) {
			mkdirSync(path.join(directory, 'open'), {mode: 0o700});
			execFileSync('mkfifo', [path.join(directory, 'open', 'run.jsonl')]);
			return path.join(directory, 'open', 'run.jsonl');
		},
	},
	{
		what: 'a link in the place of its directory',
		spoil(sandbox, directory) {
			renameSync(directory, path.join(sandbox.home, 'elsewhere'));
			symlinkSync(path.join(sandbox.home, 'elsewhere'), directory);
			return directory;
		},
	},
	{
		what: 'a journal in a directory that others can write',
		spoil(_, directory) {
			chmodSync(directory, 0o777);
			return directory;
		},
	},
	{
		what: 'a journal below a directory that others can write',
		spoil(_, directory) {
			chmodSync(path.dirname(directory), 0o777);
			return path.dirname(directory);
		},
	},
	{
		what: 'a journal in a directory of somebody else',
		spoil(_, directory) {
			chownSync(directory, 12_345, 12_345);
			return directory;
		},
		options: needsRoot,
	},
];

for (const {what, spoil, options = {}} of journals) {
	test(`${what}: refused, the hop named, no child started`, options, async () => {
		using sandbox = new Sandbox();
		const directory = path.join(sandbox.home, state);
		mkdirSync(directory, {recursive: true, mode: 0o700});
		const hop = spoil(sandbox, directory);
		assertRefused(await setup(sandbox), sandbox, hop);
	});
}

test('the same in a terminal', async () => {
	using sandbox = new Sandbox();
	const directory = path.join(sandbox.home, state);
	mkdirSync(directory, {recursive: true, mode: 0o700});
	execFileSync('mkfifo', [path.join(directory, 'journal.jsonl')]);
	await using terminal = await sandbox.open();
	assert.equal((await terminal.waitForExit({timeout: 5000})).exitCode, 3);
	assert.match(terminal.text(), /Somebody else can change the files this program keeps for you/u);
	assert.match(terminal.text(), /prw-/u);
});

test('history reads nothing there either, and says so in its document, too', async () => {
	using sandbox = new Sandbox();
	const directory = path.join(sandbox.home, state);
	mkdirSync(directory, {recursive: true, mode: 0o700});
	execFileSync('mkfifo', [path.join(directory, 'journal.jsonl')]);
	const {exitCode, stdout} = await sandbox.run(['history', '--output', 'json']);
	assert.equal(exitCode, 3);
	assert.equal((JSON.parse(stdout) as {error: {kind: string}}).error.kind, 'place-unsafe');
});

for (const [what, spoil] of Object.entries({
	'that others can write': (place: string) => {
		chmodSync(place, 0o777);
	},
	'of somebody else': (place: string) => {
		chownSync(place, 12_345, 12_345);
	},
})) {
	for (const command of ['setup', 'status', 'doctor']) {
		test(
			`${command} with a cache directory ${what}: refused, the hop named, no child started`,
			needsRoot,
			async () => {
				using sandbox = new Sandbox();
				const cache = path.join(sandbox.home, '.cache');
				mkdirSync(cache, {mode: 0o700});
				spoil(cache);
				assertRefused(
					command === 'setup' ? await setup(sandbox) : await sandbox.run([command]),
					sandbox,
					cache,
				);
			},
		);
	}
}

test('an ibmcloud that is reached over a link in a directory that others can write is not started', async () => {
	using sandbox = new Sandbox();
	const binaries = path.join(sandbox.directory, 'bin');
	const open = path.join(sandbox.directory, 'open');
	mkdirSync(open);
	chmodSync(open, 0o777);
	renameSync(path.join(binaries, 'ibmcloud'), path.join(sandbox.directory, 'ibmcloud'));
	symlinkSync(path.join(sandbox.directory, 'ibmcloud'), path.join(open, 'ibmcloud'));
	symlinkSync(path.join(open, 'ibmcloud'), path.join(binaries, 'ibmcloud'));
	assertRefused(await setup(sandbox), sandbox, open);
});

test('XDG directories that are not absolute count as not set', async () => {
	using sandbox = new Sandbox();
	const {exitCode} = await setup(sandbox, {XDG_STATE_HOME: 'state', XDG_CACHE_HOME: './cache'});
	assert.equal(exitCode, 0);
	assert.equal(sandbox.credential('us-south'), sampleUser);
	assert.ok(!existsSync(path.join(sandbox.directory, 'cache')));
	assert.equal(readdirSync(path.join(sandbox.home, state, 'closed')).length, 1);
});
