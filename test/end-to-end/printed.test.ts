import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {test} from 'node:test';
import {completeFlags, sampleUser} from '../support/session-steps.ts';
import {Sandbox} from '../support/sandbox.ts';

function onFullDisk(sandbox: Sandbox, args: readonly string[]): {status: number | null; stderr: string} {
	return spawnSync('sh', ['-c', `${sandbox.command} "$@" >/dev/full`, 'sh', ...args], {
		env: sandbox.environment,
		encoding: 'utf8',
	});
}

const commands = [
	['--help'],
	['--version'],
	['status', '--help'],
	['status'],
	['status', '--output', 'json'],
	['doctor'],
	['doctor', '--output', 'json'],
	['doctor', '--bundle'],
	['history'],
	['history', '--output', 'json'],
	['completion', 'bash'],
	['--demo=list'],
	['--demo'],
];

for (const args of commands) {
	test(`${args.join(' ')}: what could not be printed is not status 0, and is said`, () => {
		using sandbox = new Sandbox();
		const {status, stderr} = onFullDisk(sandbox, args);
		assert.equal(status, 1);
		assert.match(stderr, /^FAILED\nNot everything could be printed \(ENOSPC\)/mu);
	});
}

test('a credential that was set stays set where the report could not be printed', () => {
	using sandbox = new Sandbox();
	const {status, stderr} = onFullDisk(sandbox, [
		...completeFlags(sandbox),
		'--region=us-south',
		'--no-pair-check',
		'--force',
	]);
	assert.equal(status, 1);
	assert.match(stderr, /What was changed is changed: see 'classic-credentials history'/u);
	assert.equal(sandbox.credential('us-south'), sampleUser);
});

test('a worse status stays what it is', () => {
	using sandbox = new Sandbox();
	const {status, stderr} = onFullDisk(sandbox, ['status', '--region=eu-de', '--expect=none']);
	assert.equal(status, 4);
	assert.match(stderr, /Not everything could be printed/u);
});
