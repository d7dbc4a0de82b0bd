import assert from 'node:assert/strict';
import {test} from 'node:test';
import {cliSays, colorInJson, fails} from '../support/faults.ts';
import {chooseEntry, sampleUser as user, toKey, toReview} from '../support/session-steps.ts';
import {Sandbox} from '../support/sandbox.ts';
import {testScenarios} from '../support/scenarios.ts';
import {untouchedTerminal, type TerminalSession} from '../support/terminal.ts';

test('part of a name, the key, and Enter three times set exactly one scope and end with 0', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open();
	await terminal.waitFor('Which infrastructure user');
	terminal.type('infra.adm');
	await terminal.waitFor('1 of 9');
	terminal.press('enter');
	await terminal.waitFor('API key of');
	terminal.paste(sandbox.keyOf(user));
	await terminal.waitFor('64 characters');
	terminal.press('enter');
	await terminal.waitFor('In which region?');
	terminal.press('enter');
	await terminal.waitFor('❯ Apply');
	terminal.press('enter');
	const {exitCode} = await terminal.waitForExit();

	assert.equal(exitCode, 0);
	assert.match(
		terminal.text(),
		/us-south \/ default {2}verified: .*\s+default: linked account 1234567 → 1234567_infra\.admin@example\.com/,
	);
	assert.equal(sandbox.credential('us-south'), user);
	assert.deepEqual(terminal.terminalState(), untouchedTerminal);
});

test('one credential set, with a credential get for the review, one right before it, and one after it', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open();
	await applyTo(sandbox, terminal);
	await terminal.waitForExit();

	const order = sandbox.callsOf('ks', 'credential').map(({arguments: words}) => words[2]);
	assert.deepEqual(order, ['get', 'get', 'set', 'get']);
});

test('no command is started twice for the same answer, and every child is quiet', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open();
	await applyTo(sandbox, terminal);
	await terminal.waitForExit();

	const calls = sandbox.calls();
	const beforeSet = calls.slice(
		0,
		calls.findIndex(({arguments: words}) => words[2] === 'set'),
	);
	const lines = beforeSet.map(({arguments: words}) => words.join(' '));
	// A scope is read again right before the write: it may have changed since the review.
	const fresh = lines.findLastIndex((line) => line.startsWith('ks credential get'));
	lines.splice(fresh, 1);
	assert.equal(new Set(lines).size, lines.length, lines.join('\n'));
	for (const call of calls) {
		assert.equal(call.environment['IBMCLOUD_VERSION_CHECK'], 'false');
		assert.equal(call.environment['IBMCLOUD_COLOR'], 'false');
		assert.equal(call.standardInput, 'closed');
		assert.equal(call.environmentHoldsKey, false);
		if (call.arguments[0] === 'ks') {
			assert.ok(call.arguments.includes('-q'), call.arguments.join(' '));
		}
	}
});

test('everything in one burst reaches the review, and applies nothing unseen', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open();
	await terminal.waitFor('Which infrastructure user');
	terminal.write(`infra.adm\r${sandbox.keyOf(user)}\r\r\r\r`);
	await terminal.waitFor('❯ Apply');

	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 0);
	terminal.press('enter');
	assert.equal((await terminal.waitForExit()).exitCode, 0);
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 1);
});

test('two downs and Enter in one read choose the third user', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open();
	await terminal.waitFor('Which infrastructure user');
	terminal.write('\u001B[B\u001B[B\r');
	await terminal.waitFor('API key of 1234567_first.last@example.com');
});

test('Esc goes back one step, and another user drops the key', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open();
	await toReview(terminal, {key: sandbox.keyOf(user)});
	await chooseEntry(terminal, 'Change the infrastructure user');
	await terminal.waitFor('Which infrastructure user');
	terminal.type('jane');
	await terminal.waitFor('1 of 9');
	terminal.press('enter');
	await terminal.waitFor('API key of 1234567_jane.roe@example.com');
	terminal.press('escape');
	await terminal.waitFor('Which infrastructure user');
});

test('Ctrl-C ends with 130 and says that nothing was changed', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open();
	await terminal.waitFor('Which infrastructure user');
	terminal.press('ctrl-c');

	assert.equal((await terminal.waitForExit()).exitCode, 130);
	assert.match(terminal.text(), /Nothing was changed/);
	assert.deepEqual(terminal.terminalState(), untouchedTerminal);
});

test('a read-back that shows another user ends with 4 and says both names', async () => {
	using sandbox = new Sandbox(testScenarios['read-back-differs']);
	await using terminal = await sandbox.open();
	await applyTo(sandbox, terminal);

	assert.equal((await terminal.waitForExit()).exitCode, 4);
	const said = terminal.scrollback().join(' ').replaceAll(/\s+/g, ' ');
	assert.match(
		said,
		/1234567_infra\.admin@example\.com was set, but 7654321_somebody\.else@example\.com is in force/,
	);
});

test('a list that fails once is read again, and nothing else is lost', async () => {
	using sandbox = new Sandbox({faults: [fails('sl user list', cliSays.usersUnreachable, {nth: 1})]});
	await using terminal = await sandbox.open();
	await terminal.waitFor('Try again');
	assert.match(terminal.text(), /IBM Cloud could not be reached/);
	terminal.press('down', 'up', 'enter');
	await terminal.waitFor('1234567_infra.admin@example.com');
});

test('the CLI may speak German and print color in JSON', async () => {
	using sandbox = new Sandbox({scenario: 'german', faults: [colorInJson]});
	// The CLI's language setting would make the program speak German, too.
	await using terminal = await sandbox.open(['--locale', 'en']);
	await applyTo(sandbox, terminal);
	assert.equal((await terminal.waitForExit()).exitCode, 0);
});

test('under our sentence for a failed set stand the words of the CLI, and the key can be entered again', async () => {
	using sandbox = new Sandbox({scenario: 'wrong-key'});
	await using terminal = await sandbox.open(['--no-pair-check']);
	await toReview(terminal, {key: 'wrongdemokey'.padEnd(64, '0')});
	terminal.press('enter');
	await terminal.waitFor('Invalid API key');
	await terminal.waitFor('❯ Enter the API key again');
	terminal.press('enter');
	await terminal.waitFor('API key of');
	terminal.paste(sandbox.keyOf(user));
	await terminal.waitFor('64 characters');
	terminal.press('enter');
	await terminal.waitFor('❯ Apply');
	terminal.press('enter');
	assert.equal((await terminal.waitForExit()).exitCode, 0);
});

test('in the rehearsal of a wrong key the sample is wrong, and the one after it right', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open(['--demo=wrong-key', '--region=us-south']);
	await toKey(terminal);
	terminal.press('enter');
	await terminal.waitFor('rejected this username and key');
	await terminal.waitFor('❯ Enter the API key again');
	terminal.press('enter');
	await terminal.waitFor('Enter takes the sample key');
	terminal.press('enter');
	await terminal.waitFor('❯ Apply');
	terminal.press('enter');
	assert.equal((await terminal.waitForExit()).exitCode, 0);
});

async function applyTo(sandbox: Sandbox, terminal: TerminalSession): Promise<void> {
	await toReview(terminal, {key: sandbox.keyOf(user)});
	terminal.press('enter');
}
