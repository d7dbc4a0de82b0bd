import assert from 'node:assert/strict';
import {test} from 'node:test';
import {assertNothingLeft} from '../support/aftermath.ts';
import {sampleUser, toReview} from '../support/session-steps.ts';
import {Sandbox} from '../support/sandbox.ts';
import {testScenarios} from '../support/scenarios.ts';
import {eventually} from '../support/scratch.ts';
import type {TerminalSession} from '../support/terminal.ts';

async function logIn(terminal: TerminalSession): Promise<void> {
	await terminal.waitFor('Email>');
	terminal.type('grace@example.com');
	terminal.press('enter');
	await terminal.waitFor('Password>');
	terminal.type('secret');
	terminal.press('enter');
}

/** Matches the entry that Enter alone chooses. */
const firstEntry = (text: string): RegExp => new RegExp(`❯ ${text}`, 'u');

test('an expired session offers the login in place, and goes on afterwards', async () => {
	using sandbox = new Sandbox(testScenarios['expired-session']);
	await using terminal = await sandbox.open();
	await terminal.waitFor(firstEntry('Log in now: ibmcloud login'));
	terminal.press('enter');
	await logIn(terminal);
	await terminal.waitFor('Which infrastructure user');
	const login = sandbox.callsOf('login').at(-1);
	assert.equal(login?.standardInput, 'terminal');
	assert.deepEqual(login.arguments.slice(0, 5), ['login', '-g', 'default', '-r', 'us-south']);
	assert.match(sandbox.configuration(), /"Name": ?"default"/u);
});

test('the screen that asks for the login waits for what it quotes, and then stands still', async () => {
	using sandbox = new Sandbox({scenario: 'logged-out'});
	const until = (file: string): string =>
		`tries=0; until [ -e ${file} ] || [ $tries -ge 400 ]; do tries=$((tries + 1)); sleep 0.05; done`;
	sandbox.interceptCli(`
		'account show '*) ${until('account')};;
		'sl user list '*) ${until('users')}; touch "$HOME/failed"; echo 'Not logged in. (late)' >&2; exit 1;;`);
	await using terminal = await sandbox.open();
	await terminal.waitFor('Login: checking... 6 of 7 done');
	assert.doesNotMatch(terminal.text(), /Log in now/u);
	sandbox.write('account', '');
	await terminal.waitFor(firstEntry('Log in now: ibmcloud login'));
	terminal.press('down');
	await terminal.waitFor(firstEntry('Log in with single sign-on'));
	const asked = terminal.text();
	sandbox.write('users', '');
	await eventually(() => sandbox.has('home/failed'), 'the end of the list');
	terminal.press('up', 'down');
	await terminal.waitFor(firstEntry('Log in with single sign-on'));
	assert.equal(terminal.text(), asked);
	terminal.press('enter');
	await terminal.waitFor('Get One Time Code');
	assert.equal(sandbox.callsOf('login').at(-1)?.arguments[1], '--sso');
});

test('after “Check again” it says that it has looked again, and how often', async () => {
	using sandbox = new Sandbox({scenario: 'logged-out'});
	await using terminal = await sandbox.open();
	await terminal.waitFor(firstEntry('Log in now'));
	assert.doesNotMatch(terminal.text(), /Checked again/u);
	for (const said of ['Checked again; this is the result.', 'Checked again 2 times; this is the result.']) {
		terminal.press('down', 'down', 'enter');
		// oxlint-disable-next-line no-await-in-loop -- one after the other
		await terminal.waitFor(said);
		// oxlint-disable-next-line no-await-in-loop
		await terminal.waitFor(firstEntry('Log in now'));
	}
});

test('a session that is ended while a login waits for an answer takes the login with it', async () => {
	using sandbox = new Sandbox({scenario: 'logged-out'});
	await using terminal = await sandbox.open();
	await terminal.waitFor(firstEntry('Log in now: ibmcloud login'));
	terminal.press('enter');
	await terminal.waitFor('API endpoint');
	terminal.kill('SIGTERM');
	assert.equal((await terminal.waitForExit()).exitCode, 143);
	await assertNothingLeft(sandbox, terminal);
});

test('a missing plug-in is installed after a yes', async () => {
	using sandbox = new Sandbox(testScenarios['no-plugins']);
	await using terminal = await sandbox.open();
	await terminal.waitFor(firstEntry('Install it now: ibmcloud plugin install container-service'));
	assert.equal(sandbox.callsOf('plugin', 'install').length, 0);
	terminal.press('enter');
	await terminal.waitFor('What is the infrastructure username?');
	assert.equal(sandbox.callsOf('plugin', 'install').length, 1);
});

test('a session that ends while applying is mended in place: log in, then what failed is tried again', async () => {
	using sandbox = new Sandbox(testScenarios['session-expires-midway']);
	await using terminal = await sandbox.open(['--no-pair-check'], {rows: 50, columns: 120});
	await toReview(terminal, {key: sandbox.keyOf(sampleUser)});
	terminal.press('enter');
	await terminal.waitFor(firstEntry('Log in now: ibmcloud login -g default'));
	terminal.press('enter');
	await logIn(terminal);
	await terminal.waitFor(firstEntry('Try the failed one again'));
	terminal.press('enter');
	assert.equal((await terminal.waitForExit()).exitCode, 0);
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 1);
	assert.equal(sandbox.credential('us-south'), sampleUser);
	await assertNothingLeft(sandbox, terminal);
});

test('a list that meets the end of the session offers the login first', async () => {
	using sandbox = new Sandbox();
	sandbox.interceptCli(`
		'sl user list '*)
			if [ ! -e "$HOME/in" ]; then
				tries=0
				until [ -e go-on ] || [ $tries -ge 400 ]; do tries=$((tries + 1)); sleep 0.05; done
				echo FAILED >&2; echo 'The refresh token has expired.' >&2; exit 1
			fi;;
		login*) touch "$HOME/in"; exit 0;;`);
	await using terminal = await sandbox.open();
	await terminal.waitFor('Which infrastructure user');
	sandbox.write('go-on', '');
	await terminal.waitFor(firstEntry('Log in now: ibmcloud login'));
	terminal.press('enter');
	await terminal.waitFor(sampleUser);
});
