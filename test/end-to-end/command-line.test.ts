import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {test} from 'node:test';
import {halfAnswer} from '../support/faults.ts';
import {chooseEntry, sampleUser, toReview} from '../support/guided-steps.ts';
import {Sandbox} from '../support/sandbox.ts';
import {testedProgram} from '../support/tested-program.ts';

test('help that nobody reads any more is no crash', async () => {
	using sandbox = new Sandbox();
	const child = spawn(testedProgram.command, [...testedProgram.leading, '--help'], {
		env: sandbox.environment,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	child.stdout.destroy();
	let said = '';
	child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
		said += chunk;
	});
	const [exitCode] = (await once(child, 'close')) as [number | null];
	assert.equal(said, '');
	assert.equal(exitCode, 0);
});

for (const command of ['status', 'doctor', 'history']) {
	test(`${command} takes no argument that belongs to no option, and then asks the CLI nothing`, async () => {
		using sandbox = new Sandbox();
		const {stderr, exitCode} = await sandbox.run([command, 'us-south']);
		assert.equal(exitCode, 2);
		assert.match(stderr, /belongs to no option/);
		assert.deepEqual(sandbox.calls(), []);
	});
}

test('status of a resource group that does not exist is a usage error that names it', async () => {
	using sandbox = new Sandbox();
	const {stderr, exitCode} = await sandbox.run(['status', '-g', 'nowhere']);
	assert.equal(exitCode, 2);
	assert.match(stderr, /resource group named “nowhere”/);
});

test('status says once, in the CLI’s own words, why scopes could not be read', async () => {
	using sandbox = new Sandbox({faults: [halfAnswer('ks credential get')]});
	const {stdout, stderr} = await sandbox.run(['status', '--region', 'us-south', '--region', 'eu-de']);
	assert.match(stdout, /not read: /);
	assert.equal(stderr.match(/ibmcloud’s answer could not be read/gu)?.length, 1, stderr);
	assert.match(stderr, /"apiUser": "/);
});

test('completion for what is no shell names the shells', async () => {
	using sandbox = new Sandbox();
	const {stdout, stderr, exitCode} = await sandbox.run(['completion', 'constructor']);
	assert.equal(exitCode, 2);
	assert.equal(stdout, '');
	assert.match(stderr, /bash/);
});

test('the rehearsal that is offered where the CLI is missing has no API, whatever was asked for', async () => {
	using sandbox = new Sandbox({withoutCli: true});
	await using terminal = await sandbox.open(['--via', 'api'], {columns: 120, rows: 50});
	await terminal.waitFor('Rehearse with a simulated ibmcloud');
	terminal.press('down', 'enter');
	await toReview(terminal, {key: sandbox.keyOf(sampleUser)});
	await chooseEntry(terminal, 'Show the commands');
	await terminal.waitFor('ibmcloud ks credential set classic');
	assert.doesNotMatch(terminal.text(), /POST https/);
});
