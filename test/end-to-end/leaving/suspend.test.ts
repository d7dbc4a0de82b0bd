import assert from 'node:assert/strict';
import {test} from 'node:test';
import {assertNothingLeft} from '../../support/aftermath.ts';
import {sampleUser, toKey, toReview} from '../../support/session-steps.ts';
import {Sandbox} from '../../support/sandbox.ts';
import {untouchedTerminal, type TerminalSession} from '../../support/terminal.ts';

/** Opens a shell with job control, and starts the program by its command line. */
async function openShell(sandbox: Sandbox, args = ''): Promise<TerminalSession> {
	const terminal = await sandbox.open([], {
		// This shell leaves the terminal's modes alone: it finds what the program left.
		command: '/bin/sh',
		args: ['-i'],
		environment: {...sandbox.environment, PS1: 'shell> '},
	});
	await terminal.waitFor('shell>');
	terminal.write(`${sandbox.command} ${args}\r`);
	return terminal;
}

/** Presses Ctrl-Z, checks the terminal as the shell has it, and types `fg`. */
async function stopAndGoOn(terminal: TerminalSession): Promise<void> {
	terminal.press('ctrl-z');
	await terminal.waitFor(/Stopped[^]*shell>/u);
	assert.deepEqual(terminal.terminalState(), untouchedTerminal);
	terminal.write('clear; fg\r');
}

const steps: ReadonlyArray<
	readonly [string, (terminal: TerminalSession, key: string) => Promise<void>, string]
> = [
	['the user', async (terminal) => terminal.waitFor('1234567_infra'), 'Which infrastructure user'],
	['the key', async (terminal) => toKey(terminal), 'API key of'],
	['the review', async (terminal, key) => toReview(terminal, {key}), '❯ Apply'],
];

for (const [name, reach, shown] of steps) {
	test(`Ctrl-Z and fg at ${name}: the shell has its terminal, then everything goes on`, async () => {
		using sandbox = new Sandbox();
		await using terminal = await openShell(sandbox, '--no-pair-check');
		await reach(terminal, sandbox.keyOf(sampleUser));
		await stopAndGoOn(terminal);
		await terminal.waitFor(shown);
		terminal.press('ctrl-c');
		await terminal.waitFor(/Nothing was changed\.[^]*shell>/u);
		terminal.write('echo "status $?"\r');
		await terminal.waitFor('status 130');
		await assertNothingLeft(sandbox);
		terminal.write('exit\r');
		await terminal.waitForExit();
		assert.deepEqual(terminal.terminalState(), untouchedTerminal);
	});
}

test('Ctrl-Z and fg while applying: the change is finished and proven', async () => {
	using sandbox = new Sandbox();
	sandbox.interceptCli(`*'credential set'*) sleep 1;;`);
	await using terminal = await openShell(sandbox, '--no-pair-check');
	await toReview(terminal, {key: sandbox.keyOf(sampleUser)});
	terminal.press('enter');
	await terminal.waitFor('setting...');
	await stopAndGoOn(terminal);
	await terminal.waitFor(/(?:set|verified)[^]*shell>/u);
	terminal.write('echo "status $?"\r');
	await terminal.waitFor('status 0');
	assert.equal(sandbox.credential('us-south'), sampleUser);
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 1);
	await assertNothingLeft(sandbox);
});
