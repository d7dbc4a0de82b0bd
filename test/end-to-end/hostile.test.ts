import assert from 'node:assert/strict';
import {chmodSync, mkdirSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {sampleUser, toKey} from '../support/session-steps.ts';
import {Sandbox} from '../support/sandbox.ts';
import {testScenarios} from '../support/scenarios.ts';
import type {TerminalSession} from '../support/terminal.ts';
import {hostileUsers, manyUsers, withMoreUsers} from '../support/users.ts';

/** What we never write ourselves: titles, clearing the screen, direction marks, a line separator, NUL. */
const foreign = /\u001B\]0;|\u001B\[2J|\u001B\[3J\u001B|\u202E|\u2066|\u2028|\u0000/u;

/** Replaces the answer to one command; the simulator answers all others. */
function answering(sandbox: Sandbox, command: string, script: string): void {
	sandbox.interceptCli(`*'${command}'*) ${script};;`);
}

async function leave(terminal: TerminalSession): Promise<void> {
	terminal.press('ctrl-c');
	assert.equal((await terminal.waitForExit()).exitCode, 130);
}

/** Asserts that the operator can go on by typing the username. */
async function goesOnByTyping(terminal: TerminalSession): Promise<void> {
	terminal.type(sampleUser);
	await terminal.waitFor(`“${sampleUser}” as typed`);
	terminal.press('enter');
	await terminal.waitFor('API key of');
}

test('names with escape sequences, newlines, bidirectional marks and NUL stay names on one line', async () => {
	using sandbox = new Sandbox({services: withMoreUsers(hostileUsers)});
	await using terminal = await sandbox.open([], {rows: 60});
	await terminal.waitFor('newline@example.com');
	assert.doesNotMatch(terminal.everything(), foreign);
	const rows = terminal.screen().filter((row) => /^[❯ ].*@example\.com/u.test(row));
	assert.ok(rows.length >= 6, terminal.text());
	for (const row of rows) {
		assert.match(row, /^(?:❯ | {2})\S/u);
	}

	terminal.type('html');
	await terminal.waitFor(/ 1 of \d/);
	terminal.press('enter');
	await terminal.waitFor('API key of html<b>&"quote"\\back');
	await leave(terminal);
});

test('100,000 users are drawn and filtered', async () => {
	using sandbox = new Sandbox({services: manyUsers(100_000)});
	await using terminal = await sandbox.open();
	await terminal.waitFor('This account has 100,000 users', {timeout: 30_000});
	await toKey(terminal);
	await leave(terminal);
});

test('endless output is ended, said in one sentence, and the session goes on', async () => {
	using sandbox = new Sandbox(testScenarios.floods);
	await using terminal = await sandbox.open();
	await terminal.waitFor('ibmcloud printed more than can be read', {timeout: 30_000});
	await goesOnByTyping(terminal);
	await leave(terminal);
});

for (const [name, script, sentence] of [
	['half a document', `printf '[{"id": 1, "usern'`, 'could not be read'],
	[
		'50 MB of another shape',
		`printf '{"a":["'; head -c 50000000 /dev/zero | tr '\\0' x; printf '"]}'; exit 0`,
		'could not be read',
	],
	['50 MB of nesting', `head -c 50000000 /dev/zero | tr '\\0' '['; exit 0`, 'could not be read'],
	[
		'millions of nothing',
		`printf '['; yes '{},' | head -n 12000000; printf '{}]'; exit 0`,
		'could not be read',
	],
	['bytes that are no UTF-8', `printf '[\\377\\376\\200]'; exit 0`, 'could not be read'],
	['a page of a portal', `printf '<html>\\033]0;owned\\007<body>'; exit 0`, 'broke off or was empty'],
	[
		'an error with escape sequences',
		`printf 'FAILED\\n\\033[2J\\033]0;owned\\007Access \\342\\200\\256denied\\n' >&2; exit 1`,
		'Try again',
	],
] as const) {
	test(`${name} in place of the users: one sentence, nothing of it acts, and the session goes on`, async () => {
		using sandbox = new Sandbox();
		answering(sandbox, 'sl user list', script);
		await using terminal = await sandbox.open();
		await terminal.waitFor(sentence, {timeout: 30_000});
		assert.doesNotMatch(terminal.everything(), foreign);
		await goesOnByTyping(terminal);
		await leave(terminal);
	});
}

test('a name of 10,000 characters, and usernames with invalid UTF-8, keep the rows aligned', async () => {
	using sandbox = new Sandbox();
	const row = (id: number, name: string, shown: string): string =>
		`{"id":${id},"username":"${name}","displayName":"${shown}","email":"a@example.com","status":"Active"}`;
	const file = sandbox.write(
		'users.json',
		`[${row(1, `1234567_${'n'.repeat(10_000)}@example.com`, 'long')},${row(2, '1234567_short@example.com', 'S'.repeat(10_000))},${row(3, '1234567_third@example.com', 'Third')}]`,
	);
	answering(sandbox, 'sl user list', `cat '${file}'; exit 0`);
	await using terminal = await sandbox.open();
	await terminal.waitFor('1234567_short@example.com');
	const rows = terminal.screen().filter((line) => /^(?:❯ | {2})1234567_/u.test(line));
	// Such a username is impossible; it is left out of the list, and counted below it.
	assert.equal(rows.length, 2, terminal.text());
	assert.match(terminal.text(), /One user is not listed/u);
	assert.ok(rows.every((line) => line.length <= 80));
	await leave(terminal);
});

for (const [command, script] of [
	['target --output', `printf '{"user":[],"account":7}'; exit 0`],
	['plugin list', `printf '"nonsense"'; exit 0`],
	['cluster ls', `printf '[null,{"name":{}}]'; exit 0`],
	['resource groups', `printf '{"\\033[2J":1}'; exit 0`],
	['credential get', `head -c 3000000 /dev/urandom; exit 1`],
	['infra-permissions', `printf '{"account":"\\033]0;owned\\007"}'; exit 0`],
] as const) {
	test(`nonsense from “${command}” neither crashes a run nor reaches the terminal`, async () => {
		using sandbox = new Sandbox();
		answering(sandbox, command, script);
		const key = sandbox.write('key', sandbox.keyOf(sampleUser));
		const {stdout, stderr, exitCode} = await sandbox.run([
			'--infrastructure-username',
			sampleUser,
			`--infrastructure-api-key=@${key}`,
			'--region=us-south',
			'--force',
		]);
		assert.doesNotMatch(stdout + stderr, foreign);
		assert.doesNotMatch(stdout + stderr, /because of an internal error|\bat .*\.js:/);
		assert.ok([0, 1, 3].includes(exitCode ?? -1), stderr);
	});
}

test('an ibmcloud that others can write, or beside which they can, is refused with words', async () => {
	for (const unsafe of ['file', 'directory'] as const) {
		using sandbox = new Sandbox();
		const directory = path.join(sandbox.directory, 'bin');
		chmodSync(unsafe === 'file' ? path.join(directory, 'ibmcloud') : directory, 0o777);
		// oxlint-disable-next-line no-await-in-loop -- one after the other
		await assertRefused(sandbox, /somebody else can change/);
	}
});

test('an ibmcloud that is found through the current directory is refused with words', async () => {
	using sandbox = new Sandbox({environment: {PATH: '.:/usr/bin:/bin'}, withoutCli: true});
	mkdirSync(path.join(sandbox.directory, 'bin'), {recursive: true});
	sandbox.write('ibmcloud', '#!/bin/sh\necho started >>started\n', 0o755);
	await assertRefused(sandbox, /it is in the\s+current\s+directory/);
});

async function assertRefused(sandbox: Sandbox, words: RegExp): Promise<void> {
	const doctor = await sandbox.run(['doctor']);
	assert.equal(doctor.exitCode, 3);
	assert.match(doctor.stdout, words);
	assert.ok(doctor.stdout.includes(sandbox.directory), doctor.stdout);
	await using terminal = await sandbox.open();
	await terminal.waitFor(words);
	await leave(terminal);
	assert.equal(sandbox.calls().length, 0);
}
