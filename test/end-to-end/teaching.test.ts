import assert from 'node:assert/strict';
import {existsSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {Sandbox} from '../support/sandbox.ts';

const user = '1234567_infra.admin@example.com';

function flags(sandbox: Sandbox): string[] {
	const file = sandbox.write('key.txt', sandbox.keyOf(user));
	return [
		'--infrastructure-username',
		user,
		'--infrastructure-api-key',
		`@${file}`,
		'--region',
		'us-south',
		'--force',
	];
}

test('--explain names every command on standard error, redacted, and leaves the document alone', async () => {
	using sandbox = new Sandbox();
	const {stdout, stderr, exitCode} = await sandbox.run([...flags(sandbox), '--explain', '--output', 'json']);
	assert.equal(exitCode, 0, stderr);
	assert.equal((JSON.parse(stdout) as {exitStatus: number}).exitStatus, 0);
	assert.match(stderr, /^ibmcloud version: [\d.]+ s$/m);
	assert.match(
		stderr,
		/^ibmcloud ks credential set classic .*--infrastructure-api-key="\$KEY".*: [\d.]+ s$/m,
	);
	assert.ok(!stderr.includes(sandbox.keyOf(user)));
	const lines = stderr
		.trim()
		.split('\n')
		.filter((line) => line.startsWith('ibmcloud '));
	assert.equal(lines.length, sandbox.calls().length);
});

test('--explain in the guided session writes quiet lines into the transcript', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open(['--explain'], {columns: 120, rows: 50});
	await terminal.waitFor('Which infrastructure user');
	await terminal.waitFor(/^ {2}ibmcloud sl user list --column id/m);
	terminal.press('ctrl-c');
	assert.equal((await terminal.waitForExit()).exitCode, 130);
});

test('--report writes a file for its owner alone, without the key', async () => {
	using sandbox = new Sandbox();
	const {stdout, exitCode} = await sandbox.run([...flags(sandbox), '--report', 'change.md']);
	const file = path.join(sandbox.directory, 'change.md');
	assert.equal(exitCode, 0);
	assert.match(stdout, /The report is in change\.md\./);
	assert.equal(statSync(file).mode & 0o777, 0o600);
	const text = readFileSync(file, 'utf8');
	assert.ok(text.includes(user));
	assert.ok(!text.includes(sandbox.keyOf(user)));
});

test('--report replaces no file, and then nothing is started', async () => {
	using sandbox = new Sandbox();
	writeFileSync(path.join(sandbox.directory, 'change.md'), 'mine');
	const {stderr, exitCode} = await sandbox.run([...flags(sandbox), '--report', 'change.md']);
	assert.equal(exitCode, 2);
	assert.match(stderr, /change\.md already exists/);
	assert.equal(readFileSync(path.join(sandbox.directory, 'change.md'), 'utf8'), 'mine');
	assert.deepEqual(sandbox.calls(), []);
});

test('a run that could not begin leaves no report, so that the next one can write it', async () => {
	using sandbox = new Sandbox({scenario: 'logged-out'});
	const again = [...flags(sandbox), '--report', 'change.md'];
	const {exitCode, stdout, stderr} = await sandbox.run(again);
	assert.equal(exitCode, 3);
	assert.doesNotMatch(`${stdout}${stderr}`, /change\.md/);
	assert.ok(!existsSync(path.join(sandbox.directory, 'change.md')));
	assert.equal((await sandbox.run(again)).exitCode, 3, 'and not 2, for a file that is there');
});

test('a guided session that is left writes its report, too', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open(['--report', 'change.md']);
	await terminal.waitFor('Which infrastructure user');
	terminal.press('ctrl-c');
	assert.equal((await terminal.waitForExit()).exitCode, 130);
	assert.match(terminal.text(), /The report is in change\.md\./);
	assert.match(
		readFileSync(path.join(sandbox.directory, 'change.md'), 'utf8'),
		/\*\*Stopped\. Nothing was changed\.\*\*/,
	);
});
