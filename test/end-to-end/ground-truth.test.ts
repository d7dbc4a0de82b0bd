import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {hangs} from '../support/faults.ts';
import {completeFlags, sampleUser, toKey, toRegion, toReview} from '../support/session-steps.ts';
import {Sandbox} from '../support/sandbox.ts';

test('the operator’s configuration is byte-identical after a run into another group', async () => {
	using sandbox = new Sandbox();
	const before = sandbox.configuration();
	const {exitCode} = await sandbox.run([
		...completeFlags(sandbox),
		'--region',
		'us-south',
		'--region',
		'eu-de',
		'-g',
		'infra',
		'-g',
		'default',
		'--force',
	]);

	assert.equal(exitCode, 0);
	assert.equal(sandbox.configuration(), before);
	assert.deepEqual(sandbox.privateDirectories(), []);
});

test('the same with IBMCLOUD_CONFIG_HOME exported', async () => {
	using sandbox = new Sandbox({configurationHome: true});
	const before = sandbox.configuration();
	const {exitCode, stderr} = await sandbox.run([
		...completeFlags(sandbox),
		'--region',
		'us-south',
		'-g',
		'infra',
		'--force',
	]);

	assert.equal(exitCode, 0, stderr);
	assert.equal(sandbox.credential('us-south', 'infra'), sampleUser);
	assert.equal(sandbox.configuration(), before);
	for (const call of sandbox.callsOf('ks', 'credential', 'set')) {
		assert.equal(call.environment['IBMCLOUD_CONFIG_HOME'], undefined);
	}
});

for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT'] as const) {
	test(`no private copy is left after ${signal} in the middle`, async () => {
		using sandbox = new Sandbox({faults: [hangs()]});
		const before = sandbox.configuration();
		await using terminal = await sandbox.open(['-g', 'infra', '--no-pair-check']);
		await toReview(terminal, {key: sandbox.keyOf(sampleUser)});
		terminal.press('enter');
		await terminal.waitFor('setting...');
		assert.equal(sandbox.privateDirectories().length, 1);
		terminal.kill(signal);
		await terminal.waitFor('Finishing what has begun');
		// A closed window hangs up more than once: only another signal makes the program leave at once.
		terminal.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
		const {exitCode} = await terminal.waitForExit();

		assert.equal(exitCode, {SIGTERM: 143, SIGHUP: 129, SIGINT: 130}[signal]);
		assert.deepEqual(sandbox.privateDirectories(), []);
		assert.equal(sandbox.configuration(), before);
	});
}

test('a target that changes between review and apply stops the run, naming old and new', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open();
	await toReview(terminal, {key: sandbox.keyOf(sampleUser)});
	sandbox.cli(['target', '-g', 'infra']);
	terminal.press('enter');
	const {exitCode} = await terminal.waitForExit();

	assert.equal(exitCode, 4);
	assert.match(terminal.text().replaceAll(/\s+/g, ' '), /target changed from default to infra/);
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 0);
});

test('a target that changes while the credential is being set is never called done', async () => {
	using sandbox = new Sandbox({
		faults: [{match: 'ks credential set', nth: 1, change: {target: {group: 'infra'}}}],
	});
	const {exitCode, stderr} = await sandbox.run([
		...completeFlags(sandbox),
		'--region',
		'us-south',
		'--force',
	]);

	assert.equal(exitCode, 4);
	assert.match(stderr, /group unknown/);
});

test('a CLI that does not read the copy is refused, with the commands to run by hand', async () => {
	using sandbox = new Sandbox();
	sandbox.interceptCli(`*'target -g'*) exit 0;; *'target --output json'*) unset IBMCLOUD_HOME;;`);
	const {exitCode, stderr} = await sandbox.run([
		...completeFlags(sandbox),
		'--region',
		'us-south',
		'-g',
		'infra',
		'--force',
	]);

	assert.equal(exitCode, 3, stderr);
	assert.match(stderr, /ibmcloud target -g infra/);
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 0);
});

test('replacing the credential of another account asks for the account’s name', async () => {
	using sandbox = new Sandbox({scenario: 'orphan-risk'});
	await using terminal = await sandbox.open(['--no-pair-check']);
	await toRegion(terminal, {key: sandbox.keyOf(sampleUser)});
	terminal.press('enter');
	await terminal.waitFor(/❯ (Apply|Show the rest)/);
	while (!terminal.text().includes('❯ Apply')) {
		const before = terminal.text();
		terminal.press('enter');
		await terminal.waitFor(
			() => terminal.text() !== before && /❯ (Apply|Show the rest)/.test(terminal.text()),
		);
	}

	assert.match(terminal.everything(), /prod-dal/);
	terminal.press('enter');
	await terminal.waitFor(/Type \d+ to confirm/u);
	terminal.type('7654');
	terminal.press('enter');
	await terminal.waitFor('That is not');
	terminal.type('321');
	terminal.press('enter');
	assert.equal((await terminal.waitForExit()).exitCode, 0);
	assert.equal(sandbox.credential('us-south'), sampleUser);
});

test('the users of another account are listed through a private copy', async () => {
	using sandbox = new Sandbox({scenario: 'two-accounts'});
	const before = sandbox.configuration();
	await using terminal = await sandbox.open();
	await terminal.waitFor('List the users of another account');
	terminal.press('end', 'enter');
	await terminal.waitFor('Old Infrastructure Account');
	terminal.type('old');
	terminal.press('enter');
	await terminal.waitFor('7654321_cluster.robot@example.com');
	assert.match(terminal.text(), /User list +Old Infrastructure Account/);
	assert.equal(sandbox.configuration(), before);
});

test('after a login with an API key it is said why no other account can be listed', async () => {
	using sandbox = new Sandbox({login: {grantType: 'apikey'}});
	await using terminal = await sandbox.open();
	await terminal.waitFor('Which infrastructure user');
	assert.match(terminal.text().replaceAll(/\s+/g, ' '), /login with an API key/);
	assert.doesNotMatch(terminal.text(), /List the users of another account/);
});

test('a user without a key gets one, which goes straight into the session and is never drawn', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open(['--no-pair-check']);
	await toKey(terminal, 'first.last');
	await terminal.waitFor('Create the API key of');
	terminal.press('down', 'enter');
	await terminal.waitFor('In which region?');
	assert.equal(sandbox.callsOf('sl', 'user', 'apikey').length, 1);
	assert.ok(!terminal.everything().includes(sandbox.keyOf('1234567_first.last@example.com')));
});

test('a set that died is reported to an unset, which cannot finish it', async () => {
	using sandbox = new Sandbox();
	const state = path.join(sandbox.home, '.local/state/classic-credentials');
	mkdirSync(state, {recursive: true});
	const begun = {
		version: 1,
		run: 'died',
		// No process can have this id.
		pid: 999_999_999,
		time: '2026-11-01T12:00:00.000Z',
		event: 'begin',
		change: 'set',
		account: null,
		group: {id: 'group', name: 'default'},
		region: 'us-south',
		after: sampleUser,
		writer: 'cli',
	};
	writeFileSync(path.join(state, 'journal.jsonl'), `${JSON.stringify(begun)}\n`);
	await using terminal = await sandbox.open(['unset']);
	await terminal.waitFor('In which region?');
	assert.match(terminal.everything(), /classic-credentials history/);
});
