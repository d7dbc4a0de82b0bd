import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setsAndFails, setsLate} from '../../support/faults.ts';
import {completeFlags, sampleUser, toReview} from '../../support/session-steps.ts';
import {Sandbox} from '../../support/sandbox.ts';
import {credential} from '../../support/scenarios.ts';

const scope = ['--region=us-south', '--no-pair-check', '--force', '--output=json'];
const clean = {credentials: [], clusters: []};
const renewal = {...clean, credentials: [credential(sampleUser)]};

interface Document {
	readonly outcome: string;
	readonly look: readonly string[];
	readonly undo: readonly string[];
	readonly scopes: ReadonlyArray<{readonly result: {readonly kind: string}}>;
}

async function setup(sandbox: Sandbox, username = sampleUser) {
	const {stdout, stderr, exitCode} = await sandbox.run([...completeFlags(sandbox, username), ...scope]);
	const document = JSON.parse(stdout) as Document;
	return {document, kind: document.scopes[0]?.result.kind, stderr, exitCode};
}

for (const words of [
	'504 Gateway Time-out',
	'Post "https://containers.cloud.ibm.com/global/v1/credentials": EOF',
	'Post "https://containers.cloud.ibm.com/global/v1/credentials": dial tcp 192.0.2.1:443: i/o timeout',
	'context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
	'Es ist ein Fehler aufgetreten.',
]) {
	test(`a set that took effect and said “${words}” is verified`, async () => {
		using sandbox = new Sandbox({services: clean, faults: [setsAndFails(words)]});
		const {kind, exitCode} = await setup(sandbox);
		assert.equal(kind, 'verified');
		assert.equal(exitCode, 0);
	});

	test(`a renewal that said “${words}” is not known, and the command that looks is whole`, async () => {
		using sandbox = new Sandbox({services: renewal, faults: [setsAndFails(words)]});
		const {kind, exitCode, document, stderr} = await setup(sandbox);
		assert.equal(kind, 'unknown');
		assert.equal(exitCode, 1);
		assert.equal(document.outcome, 'not-known');
		assert.deepEqual(document.look, [
			'classic-credentials status --region=us-south --resource-group=default',
		]);
		assert.doesNotMatch(stderr, /\bnot set\b/u);
	});
}

test('a set that arrives three seconds after a time-out is found, and "not set" is never said', async () => {
	using sandbox = new Sandbox({services: clean, faults: [setsLate(3000)]});
	const {kind, exitCode, stderr} = await setup(sandbox);
	assert.equal(kind, 'verified');
	assert.equal(exitCode, 0);
	assert.doesNotMatch(stderr, /\bnot set\b/u);
});

test('guided: while a set that said 504 is looked for, the screen says only that it was sent', async () => {
	using sandbox = new Sandbox({services: clean, faults: [setsLate(3000)]});
	await using terminal = await sandbox.open(['--no-pair-check']);
	await toReview(terminal, {key: sandbox.keyOf(sampleUser)});
	terminal.press('enter');
	await terminal.waitFor(/default {2}sent; reading back/u);
	assert.equal((await terminal.waitForExit()).exitCode, 0);
});

test('one that does not arrive within ten seconds may still arrive', async () => {
	using sandbox = new Sandbox({services: clean, faults: [setsLate(60_000)]});
	const {kind, exitCode, stderr} = await setup(sandbox);
	assert.equal(kind, 'unknown');
	assert.equal(exitCode, 1);
	assert.match(stderr, /may still arrive/u);
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 1);
});

test('the same user again with a wrong key is never verified by infra-permissions', async () => {
	using sandbox = new Sandbox({services: renewal});
	const {kind} = await setup(sandbox);
	assert.equal(kind, 'set-not-proven');
});

test('another account in force than that of the pair is a difference: status 4', async () => {
	using sandbox = new Sandbox({
		services: clean,
		faults: [{match: 'ks infra-permissions get', replace: ['1234567', '7654321']}],
	});
	const {kind, exitCode, stderr} = await setup(sandbox);
	assert.equal(kind, 'other-account-in-force');
	assert.equal(exitCode, 4);
	assert.match(stderr, /account 7654321 is in force, not 1234567/u);
});

test('a set after which another account is in force is undone by the command that is printed', async () => {
	using sandbox = new Sandbox({
		services: clean,
		faults: [{match: 'ks infra-permissions get', replace: ['7654321', '1234567']}],
	});
	const {kind, document} = await setup(sandbox, '7654321_infra.admin@example.com');
	assert.equal(kind, 'other-account-in-force');
	const [undo = ''] = document.undo;
	const {exitCode, stderr} = await sandbox.run(undo.split(' ').slice(1));
	assert.equal(exitCode, 0, stderr);
	assert.equal(sandbox.credential('us-south'), undefined);
});
