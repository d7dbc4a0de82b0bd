import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {assertNothingLeft, assertNothingLeftSoon, leavingStatuses} from '../../support/aftermath.ts';
import {hangs} from '../../support/faults.ts';
import {completeFlags, giveKey, sampleUser, toKey, toReview} from '../../support/session-steps.ts';
import {killWhileSetting} from '../../support/kill-while-setting.ts';
import {Sandbox} from '../../support/sandbox.ts';
import {eventually, isRunning} from '../../support/scratch.ts';
import type {TerminalSession} from '../../support/terminal.ts';

/** Lets `credential set` take so long that one can leave meanwhile. */
const slowSet = `*'credential set'*) touch begun; sleep 1;;`;

function leave(terminal: TerminalSession, how: string): void {
	if (how === 'ctrl-c') {
		terminal.press('ctrl-c');
	} else {
		terminal.kill(how as NodeJS.Signals);
	}
}

async function apply(sandbox: Sandbox, terminal: TerminalSession): Promise<void> {
	await toReview(terminal, {key: sandbox.keyOf(sampleUser)});
	terminal.press('enter');
	await terminal.waitFor('setting...');
}

/** A session in which the change has begun, and takes a while. */
async function openedWhileSetting(sandbox: Sandbox): Promise<TerminalSession> {
	sandbox.interceptCli(slowSet);
	const terminal = await sandbox.open(['--no-pair-check']);
	await apply(sandbox, terminal);
	// A child between fork and its own session still gets the hang-up; that is a set that failed, and recorded as one.
	await eventually(() => sandbox.has('begun'), 'the beginning of the change');
	return terminal;
}

for (const [how, status] of Object.entries(leavingStatuses)) {
	test(`${how} while setting: it is finished, read back and said; nothing new begins`, async () => {
		using sandbox = new Sandbox();
		sandbox.interceptCli(slowSet);
		await using terminal = await sandbox.open(
			['--no-pair-check', '--concurrency=1', '--region=us-south', '--region=eu-gb'],
			{rows: 50},
		);
		await toKey(terminal);
		await giveKey(terminal, sandbox.keyOf(sampleUser));
		await terminal.waitFor('❯ Apply');
		terminal.press('enter');
		await eventually(() => sandbox.has('begun'), 'the beginning of the first change');
		leave(terminal, how);
		await terminal.waitFor('Finishing what has begun');

		assert.equal((await terminal.waitForExit()).exitCode, status);
		const said = terminal.text().replaceAll(/\s+/gu, ' ');
		assert.equal(sandbox.credential('us-south'), sampleUser);
		assert.equal(sandbox.credential('eu-gb'), undefined);
		assert.match(said, /us-south \/ default (?:verified|set to)/u);
		assert.match(said, /eu-gb \/ default not started/u);
		assert.match(said, /Stopped\. 1 of 2 set; no other credential was changed\./u);
		assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 1);
		await assertNothingLeft(sandbox, terminal);
	});

	test(`${how} twice while setting: it ends at once and says that this scope is unknown`, async () => {
		using sandbox = new Sandbox({faults: [hangs()]});
		await using terminal = await sandbox.open(['--no-pair-check', '-g', 'infra']);
		await apply(sandbox, terminal);
		leave(terminal, how);
		await terminal.waitFor('Finishing what has begun');
		leave(terminal, how === 'SIGHUP' ? 'SIGTERM' : how);

		assert.equal((await terminal.waitForExit({timeout: 5000})).exitCode, status);
		const said = terminal.text().replaceAll(/\s+/gu, ' ');
		assert.match(said, /Stopped\. 0 of 1 set, 1 is unknown/u);
		assert.match(said, /not known: it was not finished/u);
		await assertNothingLeft(sandbox, terminal);
	});
}

test('the window is closed while setting: it is finished and recorded', async () => {
	using sandbox = new Sandbox();
	await using terminal = await openedWhileSetting(sandbox);
	const program = terminal.pid;
	terminal.hangUp();
	await assertNothingLeftSoon(sandbox, program);

	assert.equal(sandbox.credential('us-south'), sampleUser);
	const {stdout} = await sandbox.run(['history']);
	assert.match(stdout, /verified|set-not-proven|username read back/u);
	assert.doesNotMatch(stdout, /no end known/u);
});

test('whoever started it is gone while setting: it is finished and recorded', async () => {
	using sandbox = new Sandbox();
	await using terminal = await openedWhileSetting(sandbox);
	const program = terminal.pid;
	process.kill(
		Number(/^PPid:\s+(\d+)/mu.exec(readFileSync(`/proc/${program}/status`, 'utf8'))?.[1]),
		'SIGKILL',
	);
	await assertNothingLeftSoon(sandbox, program);
	assert.equal(sandbox.credential('us-south'), sampleUser);
	assert.doesNotMatch((await sandbox.run(['history'])).stdout, /no end known/u);
});

test('SIGTERM while setting without a terminal: finished, read back, 143, one document', async () => {
	using sandbox = new Sandbox();
	sandbox.interceptCli(slowSet);
	let program = 0;
	const running = sandbox.run(
		[...completeFlags(sandbox), '--region=us-south', '--no-pair-check', '--force', '--output=json'],
		{onStart: (pid) => (program = pid)},
	);
	await eventually(() => sandbox.has('begun'), 'the beginning of the change');
	process.kill(program, 'SIGTERM');
	const {stdout, exitCode} = await running;
	const document = JSON.parse(stdout) as {outcome: string; scopes: Array<{result: {kind: string}}>};

	assert.equal(exitCode, 143);
	assert.equal(document.outcome, 'interrupted');
	assert.match(document.scopes[0]?.result.kind ?? '', /verified|set-not-proven/u);
	await assertNothingLeft(sandbox);
});

test('the whole tree of a child ends with the session, also what ignores SIGTERM', async () => {
	using sandbox = new Sandbox();
	const pids = path.join(sandbox.directory, 'pids');
	sandbox.interceptCli(
		`*'sl user list'*) trap '' TERM; sh -c 'trap "" TERM; echo $$ >>${pids}; while :; do sleep 60; done' & echo $$ >>${pids}; wait;;`,
	);
	await using terminal = await sandbox.open();
	await terminal.waitFor('Which infrastructure user');
	const seen = (): number[] => readFileSync(pids, 'utf8').trim().split('\n').map(Number);
	await eventually(() => sandbox.has('pids') && seen().length === 2, 'both processes');
	terminal.press('ctrl-c');
	await terminal.waitForExit();
	assert.deepEqual(
		seen().filter((pid) => isRunning(pid)),
		[],
	);
});

test('SIGKILL: what it left behind is removed at the next start, and the run that died is reported', async () => {
	using sandbox = new Sandbox({faults: [hangs()]});
	await using terminal = await sandbox.open(['--no-pair-check', '-g', 'infra']);
	await toReview(terminal, {key: sandbox.keyOf(sampleUser)});
	await killWhileSetting(sandbox, terminal);
	assert.equal(sandbox.privateDirectories().length, 1);

	const {stdout} = await sandbox.run(['history']);
	assert.match(stdout, /no end known/u);
	await sandbox.run(['doctor']);
	assert.deepEqual(sandbox.privateDirectories(), []);
});
