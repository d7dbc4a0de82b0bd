import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {completeFlags, sampleUser} from '../support/session-steps.ts';
import {Sandbox} from '../support/sandbox.ts';

const former = {
	version: 1,
	run: '1-1767225600000',
	// In a container everything is process 1: there, this one always lives.
	pid: 1,
	time: '2026-01-01T00:00:00.000Z',
	change: 'set',
	account: {id: 'account', name: 'Example'},
	group: {id: 'group', name: 'default'},
	region: 'eu-gb',
	after: sampleUser,
	writer: 'cli',
};

function writeFormer(sandbox: Sandbox, lines: ReadonlyArray<Record<string, unknown>>): void {
	const state = path.join(sandbox.home, '.local/state/classic-credentials');
	mkdirSync(state, {recursive: true, mode: 0o700});
	writeFileSync(
		path.join(state, 'journal.jsonl'),
		lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
		{mode: 0o600},
	);
}

test('history says who changed what in which account, in a window of 80 columns', async () => {
	using sandbox = new Sandbox();
	await sandbox.run([...completeFlags(sandbox), '--region=us-south', '--no-pair-check', '--force']);
	const {stdout} = await sandbox.run(['history']);
	assert.match(
		stdout,
		/^\d{4}-\d\d-\d\d \d\d:\d\d UTC {2}first\.last@example\.com {2}Example Cluster Account \(1234567\)$/mu,
	);
	assert.match(stdout, /^ {2}us-south \/ default$/mu);
	assert.match(
		stdout,
		/^ {4}default: linked account 1234567\n {4}→ 1234567_infra\.admin@example\.com, key [\da-f]{8}$/mu,
	);
	assert.match(stdout, /^ {4}verified: account in force$/mu);
	assert.match(stdout, /^ {4}classic-credentials unset --region=us-south --resource-group=default$/mu);
	assert.ok(stdout.split('\n').every((line) => line.length < 80));

	const {entries} = JSON.parse((await sandbox.run(['history', '--output', 'json'])).stdout) as {
		entries: ReadonlyArray<Record<string, unknown>>;
	};
	assert.partialDeepStrictEqual(entries.at(-1), {
		operator: 'first.last@example.com',
		account: {name: 'Example Cluster Account', number: '1234567'},
		event: 'end',
		left: 'known',
	});
});

test('old journals are read as they are, before what is newer', async () => {
	using sandbox = new Sandbox();
	writeFormer(sandbox, [
		{...former, event: 'begin'},
		{...former, event: 'end', result: 'verified'},
		{...former, run: 'other', event: 'begin'},
		{...former, run: 'other', event: 'end', result: 'failed', left: 'untouched', error: 'not-logged-in'},
	]);
	await sandbox.run([...completeFlags(sandbox), '--region=us-south', '--no-pair-check', '--force']);
	const {stdout} = await sandbox.run(['history']);
	assert.doesNotMatch(stdout, /\d{4}-\d\d-\d\dT|not-logged-in/);
	assert.match(stdout, /^ {4}not set: You are not logged in to IBM Cloud\.$/m);
	assert.match(stdout, /eu-gb \/ default\n.*\n {4}verified\n[^]*us-south \/ default\n/u);
});

test('a run of an old journal that died is reported, whatever later ends say and whoever has its process id now', async () => {
	using sandbox = new Sandbox();
	writeFormer(sandbox, [
		{...former, event: 'begin'},
		{...former, run: 'later', event: 'begin'},
		{...former, run: 'later', event: 'end', result: 'verified'},
		{...former, run: 'last', event: 'end', result: 'not-started'},
	]);
	const {stderr} = await sandbox.run([...completeFlags(sandbox), '--region=us-south', '--dry-run']);
	assert.match(stderr, /did not finish: eu-gb \/ default/u);
});

test('a run that is over is written for a change ticket, the newest or one before it, and never over a file', async () => {
	using sandbox = new Sandbox();
	const flags = [...completeFlags(sandbox), '--region=eu-de', '--no-pair-check', '--force'];
	await sandbox.run(flags);
	await sandbox.run(['unset', '--region=eu-de', '--force']);
	const [newest, before] = [path.join(sandbox.home, 'newest.md'), path.join(sandbox.home, 'before.md')];
	assert.equal((await sandbox.run(['history', '--report', newest])).exitCode, 0);
	assert.equal((await sandbox.run(['history', '--report', before, '--run', '2'])).exitCode, 0);
	const mistake = readFileSync(before, 'utf8');
	assert.match(mistake, /\| Who \| first\.last@example\.com \|/);
	assert.match(
		mistake,
		/\| eu-de \| default \| 1234567_jane\.roe@example\.com \| 1234567_infra\.admin@example\.com \|/,
	);
	assert.doesNotMatch(mistake, /To undo/, 'a later run has changed it');
	const repair = readFileSync(newest, 'utf8');
	assert.match(repair, /^# Change: remove/);
	assert.match(repair, /--infrastructure-username=1234567_infra\.admin@example\.com --region=eu-de/);
	assert.equal((await sandbox.run(['history', '--report', newest])).exitCode, 2);
	assert.equal((await sandbox.run(['history', '--report', `${newest}.3`, '--run', '3'])).exitCode, 2);
});

test('history --report mixes nothing with a document, is quiet with -q, and --run alone is refused', async () => {
	using sandbox = new Sandbox();
	await sandbox.run([...completeFlags(sandbox), '--region=eu-de', '--no-pair-check', '--force']);
	const [first, second] = [path.join(sandbox.home, 'first.md'), path.join(sandbox.home, 'second.md')];
	const json = await sandbox.run(['history', '--report', first, '--output', 'json']);
	assert.equal((JSON.parse(json.stdout) as {exitStatus: number}).exitStatus, 0);
	assert.match(json.stderr, /first\.md/);
	const again = await sandbox.run(['history', '--report', first, '--output', 'json']);
	assert.deepEqual([(JSON.parse(again.stdout) as {exitStatus: number}).exitStatus, again.exitCode], [2, 2]);
	const quiet = await sandbox.run(['history', '--report', second, '-q']);
	assert.deepEqual([quiet.stdout, quiet.stderr, quiet.exitCode], ['', '', 0]);
	const alone = await sandbox.run(['history', '--run', '1']);
	assert.deepEqual([alone.stdout, alone.exitCode], ['', 2]);
	assert.match(alone.stderr, /add '--report FILE'/);
});
