import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {test} from 'node:test';
import {assertNothingLeft} from '../support/aftermath.ts';
import {cliSays, fails, hangs} from '../support/faults.ts';
import {completeFlags, sampleUser, toRegion, toReview} from '../support/session-steps.ts';
import {Sandbox} from '../support/sandbox.ts';
import {testScenarios} from '../support/scenarios.ts';

const scope = ['--region=us-south', '--force', '--no-pair-check'];

interface Document {
	readonly outcome: string;
	readonly scopes: ReadonlyArray<{readonly region: string; readonly result: {readonly kind: string}}>;
}

async function setup(sandbox: Sandbox, more: readonly string[] = scope) {
	const ended = await sandbox.run([...completeFlags(sandbox), ...more, '--output=json']);
	return {...ended, document: JSON.parse(ended.stdout) as Document};
}

for (const [scenario, result, status] of [
	['dies-by-signal', 'unknown', 1],
	['set-changes-nothing', 'differs', 4],
	['session-expires-midway', 'failed', 3],
	['role-too-low', 'failed', 3],
] as const) {
	test(`${scenario}: one set, what is in force is read, and the word is “${result}”`, async () => {
		using sandbox = new Sandbox(testScenarios[scenario]);
		const {exitCode, document} = await setup(sandbox);
		assert.equal(document.scopes[0]?.result.kind, result);
		assert.equal(exitCode, status);
		const [set, ...again] = sandbox.callsOf('ks', 'credential', 'set');
		assert.ok(set !== undefined && again.length === 0);
		const readAfter = sandbox
			.callsOf('ks', 'credential', 'get')
			.filter(({startedAt}) => startedAt > set.startedAt);
		assert.ok(readAfter.length > 0);
		assert.ok(readAfter.every((call) => call.arguments.includes('--region=us-south')));
		await assertNothingLeft(sandbox);
	});
}

test('a set that failed but did take effect is found by reading back, never by setting again', async () => {
	using sandbox = new Sandbox({faults: [{match: 'ks credential set', afterEffect: true, signal: 'SIGKILL'}]});
	const {exitCode, document} = await setup(sandbox);
	assert.match(document.scopes[0]?.result.kind ?? '', /verified|set-not-proven/u);
	assert.equal(exitCode, 0);
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 1);
});

test('429: a read is repeated after a pause, and the run ends well', async () => {
	using sandbox = new Sandbox({faults: [fails('ks credential get', cliSays.tooManyRequests, {nth: 1})]});
	const {exitCode, document} = await setup(sandbox);
	const [refused, repeated] = sandbox.callsOf('ks', 'credential', 'get');
	assert.equal(refused?.exitCode, 1);
	assert.deepEqual(repeated?.arguments, refused.arguments);
	assert.ok(repeated.startedAt - refused.startedAt >= 1000);
	assert.equal(exitCode, 0);
	assert.match(document.scopes[0]?.result.kind ?? '', /verified|set-not-proven/u);
});

test('429 for the change itself: it is not repeated, and the CLI’s words are said', async () => {
	using sandbox = new Sandbox({faults: [fails('ks credential set', cliSays.tooManyRequests)]});
	const {exitCode, stderr, document} = await setup(sandbox);
	assert.equal(exitCode, 1);
	// A service that asks for patience may have carried it out: only a read could tell that it is not set.
	assert.equal(document.scopes[0]?.result.kind, 'unknown');
	assert.match(stderr, /Too many requests/u);
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 1);
});

test('a session that expires between two reads is said, with the login, in a guided session', async () => {
	using sandbox = new Sandbox({faults: [{match: 'sl user list', nth: 1, change: {session: 'ended'}}]});
	// The list is the first of the two reads, however busy the machine is.
	sandbox.interceptCli(`
		'sl user list '*) ${sandbox.simulatorCall.replace(/^exec /u, '')}; touch "$HOME/listed"; exit 0;;
		'ks '*) tries=0; until [ -e "$HOME/listed" ] || [ $tries -ge 400 ]; do tries=$((tries + 1)); sleep 0.05; done;;`);
	await using terminal = await sandbox.open(['--no-pair-check']);
	await toRegion(terminal, {key: sandbox.keyOf(sampleUser)});
	terminal.press('enter');
	await terminal.waitFor('❯ Log in now: ibmcloud login');
	assert.match(terminal.text(), /Your IBM Cloud session has expired\./u);
	terminal.press('ctrl-c');
	assert.equal((await terminal.waitForExit()).exitCode, 130);
});

test(
	'a journal that cannot be written starts nothing, with words',
	{skip: isRoot() && !canMount()},
	async () => {
		using sandbox = new Sandbox();
		const state = path.join(sandbox.home, '.local/state/classic-credentials');
		const {exitCode, stderr, document} = await withFullDisk(state, async () => setup(sandbox));
		assert.equal(exitCode, 1);
		assert.equal(document.scopes[0]?.result.kind, 'failed');
		assert.match(stderr, /journal could not be written/u);
		assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 0);
	},
);

test(
	'private copies that cannot be written refuse the scope, with words',
	{skip: isRoot() && !canMount()},
	async () => {
		using sandbox = new Sandbox();
		const copies = path.join(sandbox.home, '.cache/classic-credentials/private');
		const {exitCode, stderr, document} = await withFullDisk(copies, async () =>
			setup(sandbox, ['-g', 'infra', ...scope]),
		);
		assert.match(stderr, /private copy of the CLI configuration could not be used/u);
		assert.equal(exitCode, 3);
		assert.deepEqual(
			document.scopes.map(({result}) => result.kind),
			['failed'],
		);
		assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 0);
		assert.ok(!sandbox.privateDirectories().some((name) => name.startsWith('copy')));
	},
);

test('a reader of the output that goes away does not stop a change in the middle', async () => {
	using sandbox = new Sandbox({latency: 50});
	const args = [...completeFlags(sandbox), ...scope].map((word) => `'${word}'`).join(' ');
	execFileSync('/bin/sh', ['-c', `${sandbox.command} ${args} | true`], {
		env: sandbox.environment,
		stdio: 'pipe',
	});
	assert.equal(sandbox.credential('us-south'), sampleUser);
	assert.doesNotMatch((await sandbox.run(['history'])).stdout, /no end known/u);
});

test('a set that hangs can be left, and is said to be unknown', async () => {
	using sandbox = new Sandbox({faults: [{...hangs(), afterEffect: true}]});
	await using terminal = await sandbox.open(['--no-pair-check']);
	await toReview(terminal, {key: sandbox.keyOf(sampleUser)});
	terminal.press('enter');
	await terminal.waitFor('setting...');
	terminal.press('ctrl-c');
	await terminal.waitFor('Finishing what has begun');
	terminal.press('ctrl-c');
	assert.equal((await terminal.waitForExit()).exitCode, 130);
	assert.match(terminal.text(), /1 is unknown/u);
	await assertNothingLeft(sandbox, terminal);
});

test(
	'a report that cannot be written is said, and is not status 0',
	{skip: isRoot() && !canMount()},
	async () => {
		using sandbox = new Sandbox();
		const disk = path.join(sandbox.directory, 'disk');
		const report = path.join(disk, 'report.md');
		// Without the right to mount, the report cannot even be begun, and nothing starts.
		const {exitCode, stderr} = await withFullDisk(disk, async () =>
			setup(sandbox, [...scope, '--report', report]),
		);
		assert.equal(exitCode, isRoot() ? 1 : 2);
		assert.match(stderr, /report\.md (?:could not be written|cannot be written)/u);
		assert.equal(sandbox.credential('us-south'), isRoot() ? sampleUser : undefined);
	},
);

function isRoot(): boolean {
	return process.getuid?.() === 0;
}

function canMount(): boolean {
	const directory = mkdtempSync(path.join(tmpdir(), 'classic-credentials-disk-'));
	try {
		mountFullDisk(directory);
		execFileSync('umount', [directory], {stdio: 'pipe'});
		return true;
	} catch {
		return false;
	} finally {
		rmSync(directory, {recursive: true});
	}
}

/** Runs something while a directory is unwritable: a full disk for root, whom no mode stops, else a mode. */
async function withFullDisk<Value>(directory: string, run: () => Promise<Value>): Promise<Value> {
	mkdirSync(directory, {recursive: true, mode: 0o700});
	if (!isRoot()) {
		chmodSync(directory, 0o500);
		return run().finally(() => chmodSync(directory, 0o700));
	}

	mountFullDisk(directory);
	return run().finally(() => execFileSync('umount', [directory], {stdio: 'pipe'}));
}

function mountFullDisk(directory: string): void {
	execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4k,mode=700', 'tmpfs', directory], {stdio: 'pipe'});
	writeFileSync(path.join(directory, 'full'), 'x'.repeat(4096));
}
