import assert from 'node:assert/strict';
import {realpathSync} from 'node:fs';
import {tmpdir} from 'node:os';
import test, {suite} from 'node:test';
import {openStandIn, standIn} from './open-stand-in.ts';
import {openTerminal, untouchedTerminal} from './terminal.ts';

suite('how a program starts', () => {
	test('environment and directory are exactly those that were given', async () => {
		const environment = {TERM: 'dumb', ONLY: 'this'};
		const directory = realpathSync(tmpdir());
		await using terminal = await openStandIn('environment', {environment, directory, columns: 200});
		await terminal.waitForExit();
		assert.deepEqual(JSON.parse(terminal.text()), {environment, directory});
	});

	test('a program that does not exist is an error with a reason', async () => {
		await assert.rejects(openTerminal({command: '/does/not/exist'}), /did not start: .*ENOENT/);
	});
});

suite('how a program ends', () => {
	test('an exit code is reported', async () => {
		await using terminal = await openStandIn('keys');
		await terminal.waitFor('ready');
		terminal.type('q');
		assert.deepEqual(await terminal.waitForExit(), {exitCode: 7, signal: undefined});
	});

	test('a signal is told from the exit code that resembles it', async () => {
		await using handled = await openStandIn('wait');
		await using unhandled = await openStandIn('wait');
		await Promise.all([handled.waitFor('waiting'), unhandled.waitFor('waiting')]);
		handled.kill('SIGTERM');
		unhandled.kill('SIGINT');
		assert.deepEqual(await handled.waitForExit(), {exitCode: 143, signal: undefined});
		assert.deepEqual(await unhandled.waitForExit(), {exitCode: undefined, signal: 'SIGINT'});
	});

	test('Ctrl-C reaches a program that left the terminal cooked', async () => {
		await using terminal = await openStandIn('wait');
		await terminal.waitFor('waiting');
		terminal.press('ctrl-c');
		assert.equal((await terminal.waitForExit()).signal, 'SIGINT');
	});

	test('a closed window ends the program', async () => {
		await using terminal = await openStandIn('wait');
		await terminal.waitFor('waiting');
		terminal.hangUp();
		assert.deepEqual(await terminal.waitForExit(), {exitCode: undefined, signal: 'SIGHUP'});
	});

	test('close ends a program that would go on for ever', async () => {
		const terminal = await openStandIn('wait');
		const {pid} = terminal;
		await terminal.close();
		assert.throws(() => process.kill(pid, 0), {code: 'ESRCH'});
	});
});

suite('how a program leaves the terminal', () => {
	test('as it found it', async () => {
		await using terminal = await openStandIn('keys');
		await terminal.waitFor('ready');
		assert.deepEqual(terminal.terminalState(), {
			isCooked: false,
			isEchoing: false,
			isSignalling: false,
			isCursorVisible: false,
			isBracketedPaste: true,
			isAlternateScreen: false,
		});
		terminal.type('q');
		await terminal.waitForExit();
		assert.deepEqual(terminal.terminalState(), untouchedTerminal);
	});

	test('or in a mess', async () => {
		await using terminal = await openStandIn('keys');
		await terminal.waitFor('ready');
		terminal.type('x');
		assert.equal((await terminal.waitForExit()).signal, 'SIGKILL');
		assert.partialDeepStrictEqual(terminal.terminalState(), {
			isCooked: false,
			isEchoing: false,
			isCursorVisible: false,
			isBracketedPaste: true,
		});
	});
});

test('a shell stops the program in front and brings it back', async () => {
	await using terminal = await openTerminal({
		command: 'bash',
		args: ['--norc', '--noprofile', '-i'],
		environment: {PS1: '$ ', PATH: process.env['PATH'] ?? '', TERM: 'xterm-256color'},
	});
	await terminal.waitFor(/^\$$/m);
	terminal.write(`"${process.execPath}" "${standIn}" wait\r`);
	await terminal.waitFor(/^waiting/m);
	const {foregroundPid} = terminal;
	assert.notEqual(foregroundPid, terminal.pid);
	terminal.press('ctrl-z');
	await terminal.waitFor(/Stopped[^]*\n\$$/);
	assert.equal(terminal.foregroundPid, terminal.pid);
	terminal.write('fg\r');
	await terminal.waitFor('going on');
	assert.equal(terminal.foregroundPid, foregroundPid);
	terminal.press('ctrl-c');
	await terminal.waitFor(/\n\$$/);
	assert.equal(terminal.foregroundPid, terminal.pid);
});
