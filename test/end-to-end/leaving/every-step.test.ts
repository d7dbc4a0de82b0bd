import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {assertNothingLeft, assertNothingLeftSoon, leavingStatuses} from '../../support/aftermath.ts';
import {deaf, hangs} from '../../support/faults.ts';
import {sampleUser, toKey, toRegion, toReview} from '../../support/session-steps.ts';
import {Sandbox, type SandboxOptions} from '../../support/sandbox.ts';
import {eventually} from '../../support/scratch.ts';
import type {TerminalSession} from '../../support/terminal.ts';

type Way = keyof typeof leavingStatuses;

interface Step {
	readonly name: string;
	readonly options?: SandboxOptions;
	readonly args?: readonly string[];
	/** Leaves out ways that would only take long a second time. */
	readonly ways?: readonly Way[];
	readonly reach: (terminal: TerminalSession, key: string) => Promise<void>;
}

const steps: readonly Step[] = [
	{
		name: 'the checks',
		options: {faults: [hangs('target')]},
		reach: async (terminal) => terminal.waitFor('checking...'),
	},
	{name: 'the user', reach: async (terminal) => terminal.waitFor('1234567_infra')},
	{
		name: 'a list that is being read by a child that ignores SIGTERM',
		options: {faults: deaf('sl user list')},
		ways: ['ctrl-c'],
		reach: async (terminal) => terminal.waitFor('Which infrastructure user'),
	},
	{name: 'the key', reach: async (terminal) => toKey(terminal)},
	{
		name: 'the key, pasted',
		async reach(terminal, key) {
			await toKey(terminal);
			terminal.paste(key);
			await terminal.waitFor('64 characters');
		},
	},
	{name: 'the region', reach: async (terminal, key) => toRegion(terminal, {key})},
	{
		name: 'the review, with a private copy',
		args: ['-g', 'infra'],
		reach: async (terminal, key) => toReview(terminal, {key}),
	},
	{
		name: 'the typed confirmation',
		options: {scenario: 'orphan-risk'},
		async reach(terminal, key) {
			await toReview(terminal, {key});
			terminal.press('enter');
			await terminal.waitFor(/Type \d+ to confirm/u);
		},
	},
];

for (const {name, options = {}, args = [], reach, ways = Object.keys(leavingStatuses) as Way[]} of steps) {
	// SIGQUIT is handled like SIGTERM: two steps are enough.
	for (const how of ways.filter((way) => way !== 'SIGQUIT' || /user|private/u.test(name))) {
		const status = leavingStatuses[how];
		test(`${how} at ${name}: ${status}, one true sentence, nothing left`, async () => {
			using sandbox = new Sandbox(options);
			await using terminal = await sandbox.open(['--no-pair-check', ...args]);
			await reach(terminal, sandbox.keyOf(sampleUser));
			if (how === 'ctrl-c') {
				terminal.press('ctrl-c');
			} else {
				terminal.kill(how);
			}

			assert.equal((await terminal.waitForExit()).exitCode, status);
			assert.match(terminal.text(), /Stopped\. Nothing was changed\.\s*$/);
			assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 0);
			await assertNothingLeft(sandbox, terminal);
		});
	}
}

for (const {name, options = {}, args = [], reach} of steps.filter(({name: step}) =>
	/user|child|review/.test(step),
)) {
	test(`the window is closed at ${name}: 129, nothing left`, async () => {
		using sandbox = new Sandbox(options);
		await using terminal = await sandbox.open(['--no-pair-check', ...args]);
		await reach(terminal, sandbox.keyOf(sampleUser));
		terminal.hangUp();
		assert.equal((await terminal.waitForExit()).exitCode, 129);
		await assertNothingLeft(sandbox);
	});

	test(`whoever started it is gone at ${name}: it ends, nothing left`, async () => {
		using sandbox = new Sandbox(options);
		await using terminal = await sandbox.open(['--no-pair-check', ...args]);
		await reach(terminal, sandbox.keyOf(sampleUser));
		const program = terminal.pid;
		process.kill(parentOf(program), 'SIGKILL');
		await assertNothingLeftSoon(sandbox, program);
	});
}

test('Ctrl-C while the key is read from a pipe that nobody writes to', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open([], {
		command: '/bin/sh',
		args: ['-c', `mkfifo key && exec ${sandbox.command} --infrastructure-api-key @key`],
	});
	await new Promise((resolve) => {
		setTimeout(resolve, 800);
	});
	terminal.press('ctrl-c');
	assert.equal((await terminal.waitForExit()).exitCode, 130);
	await assertNothingLeft(sandbox, terminal);
});

for (const [signal, status] of [
	['SIGINT', 130],
	['SIGQUIT', 131],
	['SIGTERM', 143],
	['SIGHUP', 129],
] as const) {
	test(`${signal} in the middle of status: ${status}, private copies and children are gone`, async () => {
		using sandbox = new Sandbox({faults: deaf('ks credential get')});
		await using terminal = await sandbox.open(['status', '--all']);
		await eventually(() => sandbox.privateDirectories().length > 0, 'a private copy');
		await sandbox.untilCalled('ks', 'credential', 'get');
		terminal.kill(signal);
		assert.equal((await terminal.waitForExit()).exitCode, status);
		assert.match(terminal.text(), /Stopped\. Nothing was changed\./);
		await assertNothingLeft(sandbox, terminal);
	});
}

function parentOf(pid: number): number {
	return Number(/^PPid:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
