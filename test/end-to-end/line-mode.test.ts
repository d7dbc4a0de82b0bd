import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {cliSays, fails} from '../support/faults.ts';
import {Sandbox, type SandboxOptions} from '../support/sandbox.ts';
import {untouchedTerminal, type TerminalSession} from '../support/terminal.ts';
import {onlyOfDirectory} from '../support/tested-program.ts';
import {manyUsers} from '../support/users.ts';

const user = '1234567_infra.admin@example.com';

/** Makes a sandbox with a terminal that can only show lines. */
function dumbSandbox(options: SandboxOptions = {}): Sandbox {
	return new Sandbox({...options, environment: {TERM: 'dumb', ...options.environment}});
}

/** Returns what was said so far, in the original lines, not as the window broke them. */
function said(terminal: TerminalSession): string {
	return terminal.everything().replaceAll('\r\n', '\n');
}

/** Waits until a text was said, and the line that asks is there. */
async function asked(terminal: TerminalSession, text: string, times = 1): Promise<void> {
	await terminal.waitFor(() => {
		const all = said(terminal);
		return all.split(text).length > times && all.slice(all.lastIndexOf(text)).endsWith(': ');
	});
}

async function answer(terminal: TerminalSession, line: string): Promise<void> {
	terminal.write(`${line}\r`);
}

async function toReview(sandbox: Sandbox, terminal: TerminalSession): Promise<void> {
	await asked(terminal, 'Which infrastructure user');
	await answer(terminal, user);
	await asked(terminal, 'What is the classic infrastructure API key');
	await answer(terminal, sandbox.keyOf(user));
	await asked(terminal, 'In which region?');
	await answer(terminal, '');
	await asked(terminal, '1. Apply');
}

/** Asserts that there is no escape sequence, no key, and a terminal as it was before. */
function assertPlain(sandbox: Sandbox, terminal: TerminalSession): void {
	const everything = terminal.everything();
	assert.ok(!everything.includes('\u001B'), 'an escape character was written');
	assert.ok(!everything.includes(sandbox.keyOf(user)), 'the key was written');
	assert.deepEqual(terminal.terminalState(), untouchedTerminal);
}

test('the whole path: a name, the key, Enter for the region, and 1 for Apply', async () => {
	using sandbox = dumbSandbox();
	await using terminal = await sandbox.open();
	await toReview(sandbox, terminal);
	await answer(terminal, '1');
	const {exitCode} = await terminal.waitForExit();

	assert.equal(exitCode, 0, said(terminal));
	assert.equal(sandbox.credential('us-south'), user);
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 1);
	assert.match(said(terminal), /OK {2}us-south \/ default {2}verified: 1234567_infra\.admin@example\.com/);
	assert.match(said(terminal), /\(Enter takes us-south\): /);
	assertPlain(sandbox, terminal);
});

test('--accessible and INK_SCREEN_READER say the same in any terminal', async () => {
	for (const [args, environment] of [
		[['--accessible'], {}],
		[[], {INK_SCREEN_READER: 'true'}],
	] as const) {
		using sandbox = new Sandbox({environment});
		// oxlint-disable-next-line no-await-in-loop
		await using terminal = await sandbox.open(args);
		// oxlint-disable-next-line no-await-in-loop
		await toReview(sandbox, terminal);
		// oxlint-disable-next-line no-await-in-loop
		await answer(terminal, 'quit');
		// oxlint-disable-next-line no-await-in-loop
		await asked(terminal, 'Quit and lose your answers?');
		// oxlint-disable-next-line no-await-in-loop
		await answer(terminal, '2');
		// oxlint-disable-next-line no-await-in-loop
		assert.equal((await terminal.waitForExit()).exitCode, 1);
		assert.match(said(terminal), /Quit\. Nothing was changed\./);
		assertPlain(sandbox, terminal);
	}
});

test('in line mode nothing of Ink and React is loaded', {skip: onlyOfDirectory}, async () => {
	assert.ok((await loadedBy('xterm-256color')).some(holdsReact), 'the check can find React at all');
	assert.deepEqual((await loadedBy('dumb')).filter(holdsReact), []);
});

/** Returns the files that the program loads up to its first question, by the engine's coverage. */
async function loadedBy(type: string): Promise<string[]> {
	using sandbox = new Sandbox({environment: {TERM: type}});
	const directory = path.join(sandbox.directory, 'coverage');
	await using terminal = await sandbox.open([], {
		environment: {...sandbox.environment, NODE_V8_COVERAGE: directory},
	});
	await terminal.waitFor(() => said(terminal).includes('Which infrastructure user'));
	terminal.press('ctrl-c');
	await terminal.waitForExit();
	// Each process writes its own file; a child that was ended may have written a part of it.
	const reports = readdirSync(directory).map((name) => readFileSync(path.join(directory, name), 'utf8'));
	const urls = reports
		.filter((report) => report.includes('/cli.js"'))
		.flatMap((report) => (JSON.parse(report) as {readonly result: ReadonlyArray<{url: string}>}).result)
		.map(({url}) => url);
	assert.notEqual(urls.length, 0, 'the program has said what it loaded');
	return [...new Set(urls.filter((url) => url.startsWith('file:')).map((url) => fileURLToPath(url)))];
}

function holdsReact(file: string): boolean {
	return readFileSync(file, 'utf8').includes('react.transitional.element');
}

test('back goes one step back, and another user drops the key', async () => {
	using sandbox = dumbSandbox();
	await using terminal = await sandbox.open();
	await toReview(sandbox, terminal);
	await answer(terminal, 'back');
	await asked(terminal, 'In which region?', 2);
	await answer(terminal, 'back');
	await asked(terminal, 'What is the classic infrastructure API key', 2);
	await answer(terminal, 'back');
	await asked(terminal, 'Which infrastructure user', 2);
	await answer(terminal, 'jane');
	await asked(terminal, 'One entry matches “jane”');
	await answer(terminal, '');
	await asked(terminal, 'API key of 1234567_jane.roe@example.com?');
	await answer(terminal, 'back');
	await asked(terminal, 'Which infrastructure user', 3);
	await answer(terminal, 'back');
	await asked(terminal, 'There is no step to go back to.');
	terminal.press('ctrl-d');
	assert.equal((await terminal.waitForExit()).exitCode, 130);
	assertPlain(sandbox, terminal);
});

test('? explains every step, and the step goes on', async () => {
	using sandbox = dumbSandbox();
	await using terminal = await sandbox.open();
	await asked(terminal, 'Which infrastructure user');
	await answer(terminal, '?');
	await asked(terminal, 'Infrastructure user: the user of the classic');
	await answer(terminal, user);
	await asked(terminal, 'What is the classic infrastructure API key');
	await answer(terminal, '?');
	await asked(terminal, 'API key: the classic infrastructure API key of the selected user');
	await answer(terminal, sandbox.keyOf(user));
	await asked(terminal, 'In which region?');
	await answer(terminal, 'help');
	await asked(terminal, 'Region: where the credential is used.');
	await answer(terminal, '');
	await asked(terminal, '1. Apply');
	await answer(terminal, '?');
	await asked(terminal, 'Review: everything that is about to happen.');
	await answer(terminal, '1');
	assert.equal((await terminal.waitForExit()).exitCode, 0);
	assertPlain(sandbox, terminal);
});

test('a key that is typed or pasted into a visible line is refused and never written', async () => {
	using sandbox = dumbSandbox();
	await using terminal = await sandbox.open();
	await asked(terminal, 'Which infrastructure user');
	terminal.write(`${sandbox.keyOf(user)}\r`);
	await asked(terminal, 'Infrastructure user: That looks like an API key');
	terminal.paste(sandbox.keyOf(user), {bracketed: true});
	await asked(terminal, 'Infrastructure user: That looks like an API key', 2);
	await answer(terminal, '');
	terminal.type(sandbox.keyOf(user));
	await asked(terminal, 'Infrastructure user: That looks like an API key', 3);
	await answer(terminal, '');
	await answer(terminal, user);
	await asked(terminal, 'What is the classic infrastructure API key');
	terminal.press('ctrl-c');
	await terminal.waitForExit();
	const key = sandbox.keyOf(user);
	assert.ok(!said(terminal).includes(key.slice(-24)));
	assert.ok(!said(terminal).includes(key.slice(8, 32)));
	assertPlain(sandbox, terminal);
});

test('the key is taken with spaces, line breaks and corrections, and what was removed is said', async () => {
	using sandbox = dumbSandbox();
	await using terminal = await sandbox.open();
	await asked(terminal, 'Which infrastructure user');
	await answer(terminal, user);
	await asked(terminal, 'What is the classic infrastructure API key');
	const key = sandbox.keyOf(user);
	terminal.write('wrong\u0015x\u007F');
	terminal.write(` ${key.slice(0, 30)}\r${key.slice(30)} \r`);
	await asked(terminal, 'In which region?');
	assert.match(
		said(terminal),
		/API key: taken out: 1 line break\nAPI key: taken out: 2 spaces\nOK {2}API key: 64 characters/,
	);
	terminal.press('ctrl-c');
	await terminal.waitForExit();
	assert.ok(!said(terminal).includes(key.slice(30)));
	assertPlain(sandbox, terminal);
});

test('Ctrl-C ends with 130 wherever it comes, and says that nothing was changed', async () => {
	for (const place of [
		'Which infrastructure user',
		'What is the classic infrastructure API key',
		'1. Apply',
	]) {
		using sandbox = dumbSandbox();
		// oxlint-disable-next-line no-await-in-loop
		await using terminal = await sandbox.open();
		if (place === '1. Apply') {
			// oxlint-disable-next-line no-await-in-loop
			await toReview(sandbox, terminal);
		} else if (place.startsWith('What')) {
			// oxlint-disable-next-line no-await-in-loop
			await asked(terminal, 'Which infrastructure user');
			// oxlint-disable-next-line no-await-in-loop
			await answer(terminal, user);
		}

		// oxlint-disable-next-line no-await-in-loop
		await asked(terminal, place);
		terminal.write('half a line\u0003');
		// oxlint-disable-next-line no-await-in-loop
		assert.equal((await terminal.waitForExit()).exitCode, 130);
		assert.match(said(terminal), /Stopped\. Nothing was changed\./);
		assertPlain(sandbox, terminal);
	}
});

test('SIGTERM ends with 143 and leaves the terminal as it was', async () => {
	using sandbox = dumbSandbox();
	await using terminal = await sandbox.open();
	await asked(terminal, 'Which infrastructure user');
	terminal.kill('SIGTERM');
	assert.equal((await terminal.waitForExit()).exitCode, 143);
	assertPlain(sandbox, terminal);
});

test('a list that fails is read again, and nothing else is lost', async () => {
	using sandbox = dumbSandbox({faults: [fails('sl user list', cliSays.usersUnreachable, {nth: 1})]});
	await using terminal = await sandbox.open();
	await asked(terminal, '1. Try again');
	assert.match(said(terminal), /FAILED {2}IBM Cloud could not be reached/);
	await answer(terminal, '1');
	await asked(terminal, `. ${user}, `);
	await answer(terminal, user);
	await asked(terminal, 'What is the classic infrastructure API key');
});

test('an ended login is said with its remedy and numbered actions', async () => {
	using sandbox = dumbSandbox({scenario: 'logged-out'});
	await using terminal = await sandbox.open();
	await asked(terminal, '1. Log in now: ibmcloud login');
	assert.match(said(terminal), /You are not logged in to IBM Cloud\./);
	assert.doesNotMatch(said(terminal), /What to do:\n {2}ibmcloud login/, 'an entry says it');
	await answer(terminal, 'quit');
	assert.equal((await terminal.waitForExit()).exitCode, 1);
	assertPlain(sandbox, terminal);
});

test('everything in one burst reaches the review, and applies nothing unseen', async () => {
	using sandbox = dumbSandbox();
	await using terminal = await sandbox.open();
	await asked(terminal, 'Which infrastructure user');
	terminal.write(`infra.adm\r\r${sandbox.keyOf(user)}\r\r1\r1\r1\r`);
	await asked(terminal, '1. Apply');
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 0);
	await answer(terminal, '1');
	assert.equal((await terminal.waitForExit()).exitCode, 0);
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 1);
	assertPlain(sandbox, terminal);
});

test('what is typed before the first question answers it', async () => {
	using sandbox = dumbSandbox({latency: 300});
	await using terminal = await sandbox.open();
	await terminal.waitFor('Checking ibmcloud');
	terminal.write(`${user}\r${sandbox.keyOf(user)}\r`);
	await asked(terminal, 'In which region?');
	terminal.press('ctrl-c');
	await terminal.waitForExit();
	assertPlain(sandbox, terminal);
});

test('a command that takes long is said to go on', async () => {
	using sandbox = dumbSandbox({latency: 3000});
	await using terminal = await sandbox.open();
	await terminal.waitFor('Still checking: ');
	assert.match(said(terminal), /Still checking: .* \(2 s\)\n/);
	terminal.press('ctrl-c');
	await terminal.waitForExit();
	assertPlain(sandbox, terminal);
});

test('under a failed set stand the words of the CLI, and the key can be entered again', async () => {
	using sandbox = dumbSandbox({scenario: 'wrong-key'});
	await using terminal = await sandbox.open([
		'--no-pair-check',
		'--infrastructure-username',
		user,
		'--region',
		'us-south',
	]);
	await asked(terminal, 'What is the classic infrastructure API key');
	await answer(terminal, 'wrongdemokey'.padEnd(64, '0'));
	await asked(terminal, '1. Apply');
	await answer(terminal, '1');
	await asked(terminal, '1. Enter the API key again');
	assert.match(said(terminal), /Invalid API key/);
	await answer(terminal, '1');
	await asked(terminal, 'What is the classic infrastructure API key', 2);
	await answer(terminal, sandbox.keyOf(user));
	await asked(terminal, '1. Apply', 2);
	await answer(terminal, '1');
	assert.equal((await terminal.waitForExit()).exitCode, 0);
	assertPlain(sandbox, terminal);
});

test('the typed confirmation is asked in words, and only the exact name goes on', async () => {
	using sandbox = dumbSandbox({scenario: 'orphan-risk'});
	await using terminal = await sandbox.open(['--region', 'us-south']);
	await asked(terminal, 'Which infrastructure user');
	await answer(terminal, user);
	await asked(terminal, 'What is the classic infrastructure API key');
	await answer(terminal, sandbox.keyOf(user));
	await asked(terminal, '1. Apply');
	await answer(terminal, '1');
	await asked(terminal, 'Type 7654321 to confirm');
	await answer(terminal, 'something else');
	await asked(terminal, 'Confirmation: That is not');
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 0);
	const [, name = ''] = /Type (\d+) to confirm/u.exec(said(terminal)) ?? [];
	await answer(terminal, name);
	await terminal.waitForExit();
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 1);
	assertPlain(sandbox, terminal);
});

test('Ctrl-C while applying finishes what has begun, and says so', async () => {
	using sandbox = dumbSandbox({latency: 600});
	await using terminal = await sandbox.open();
	await toReview(sandbox, terminal);
	await answer(terminal, '1');
	await terminal.waitFor(() => said(terminal).includes('us-south / default  setting...'));
	terminal.press('ctrl-c');
	await terminal.waitFor(() => said(terminal).includes('NOTE  Finishing what has begun'));
	assert.equal((await terminal.waitForExit()).exitCode, 130);
	assert.equal(sandbox.credential('us-south'), user);
	assert.match(said(terminal), /Stopped\. 1 of 1 set/);
	assertPlain(sandbox, terminal);
});

test('of many users a part is said, and a part of a name narrows', async () => {
	using sandbox = dumbSandbox({services: manyUsers(5000)});
	await using terminal = await sandbox.open();
	await asked(terminal, 'entries; these are the first 20:');
	await answer(terminal, 'more');
	await asked(terminal, 'these are the first 40:');
	await answer(terminal, 'infra.admin');
	await asked(terminal, '“infra.admin”:');
	terminal.press('ctrl-c');
	assert.equal((await terminal.waitForExit()).exitCode, 130);
	assertPlain(sandbox, terminal);
});
