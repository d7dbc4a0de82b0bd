import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {Canary} from '../../support/canary.ts';
import {hangs} from '../../support/faults.ts';
import {leave, sampleUser, toKey, toReview} from '../../support/session-steps.ts';
import {Sandbox} from '../../support/sandbox.ts';
import type {TerminalSession} from '../../support/terminal.ts';

/** The ways in which a key gets into the wrong field. */
const ways: ReadonlyArray<readonly [string, (terminal: TerminalSession, key: string) => void]> = [
	['pasted', (terminal, key) => terminal.paste(key)],
	['pasted without marks', (terminal, key) => terminal.paste(key, {bracketed: false})],
	['pasted with a line break', (terminal, key) => terminal.paste(`${key}\r`, {bracketed: false})],
	[
		'in two reads',
		(terminal, key) => {
			terminal.write(key.slice(0, 20));
			terminal.write(key.slice(20));
		},
	],
	['typed fast', (terminal, key) => terminal.type(key)],
];

for (const [name, enter] of ways) {
	test(`a key ${name} into the filter of a list is refused and never drawn`, async () => {
		using sandbox = new Sandbox();
		const key = sandbox.keyOf(sampleUser);
		await using terminal = await sandbox.open();
		await terminal.waitFor('Which infrastructure user');
		enter(terminal, key);
		await terminal.waitFor('looks like an API key');
		new Canary([key]).assertNotShown(terminal);
		await leave(terminal);
	});

	test(`a key ${name} into a username or a confirmation is refused and never drawn`, async () => {
		using sandbox = new Sandbox({scenario: 'orphan-risk', plugins: ['container-service']});
		const key = sandbox.keyOf(sampleUser);
		const canary = new Canary([key]);
		await using terminal = await sandbox.open(['--region', 'us-south', '--no-pair-check']);
		await terminal.waitFor('What is the infrastructure username?');
		enter(terminal, key);
		await terminal.waitFor('looks like an API key');
		canary.assertNotShown(terminal);
		terminal.press('ctrl-u');
		terminal.type(sampleUser);
		await terminal.waitFor(sampleUser);
		terminal.press('enter');
		await terminal.waitFor('API key of');
		terminal.paste(key);
		await terminal.waitFor('64 characters');
		terminal.press('enter');
		await terminal.waitFor('❯ Apply');
		terminal.press('enter');
		await terminal.waitFor(/Type \d+ to confirm/u);
		enter(terminal, key);
		// A line break at the key's end is Enter, on an empty field.
		await terminal.waitFor(/looks like an API key|That is not “Example/u);
		canary.assertNotShown(terminal);
		await leave(terminal);
	});
}

/** Milliseconds between two letters: as a script, a password manager and a person type. */
const pauses = [0, 2, 5, 12, 30, 80];

/** Types a key letter by letter, and searches for more of it than could be a name. */
async function typeLetters(terminal: TerminalSession, key: string, pause: number): Promise<void> {
	for (const letter of key) {
		terminal.write(letter);
		// oxlint-disable-next-line no-await-in-loop -- one letter after the other
		await wait(pause);
	}

	await terminal.waitFor('looks like an API key');
	for (let start = 0; start + 8 <= key.length; start++) {
		assert.ok(!terminal.everything().includes(key.slice(start, start + 8)), terminal.text());
	}
}

for (const pause of pauses) {
	test(`of a key typed letter by letter, ${pause} ms each, no field shows more than seven`, async () => {
		using sandbox = new Sandbox();
		const key = sandbox.keyOf(sampleUser);
		await using terminal = await sandbox.open();
		await terminal.waitFor('Which infrastructure user');
		await typeLetters(terminal, key, pause);
		terminal.press('enter');
		terminal.press('ctrl-u');
		terminal.type('infra.admin');
		await terminal.waitFor(/ 1 of \d+/);
		await leave(terminal);
	});
}

test('nor does a username, a list of regions, or a line of line mode', async () => {
	using sandbox = new Sandbox({plugins: ['container-service']});
	const key = sandbox.keyOf(sampleUser);
	await using terminal = await sandbox.open(['--no-pair-check']);
	await terminal.waitFor('What is the infrastructure username?');
	await typeLetters(terminal, key, 5);
	terminal.press('ctrl-u');
	terminal.type(sampleUser);
	await terminal.waitFor(sampleUser);
	terminal.press('enter');
	await terminal.waitFor('API key of');
	terminal.paste(key);
	await terminal.waitFor('64 characters');
	terminal.press('enter');
	await terminal.waitFor('In which region?');
	await typeLetters(terminal, key, 5);
	await leave(terminal);

	await using line = await sandbox.open(['--accessible', '--no-pair-check']);
	await line.waitFor('What is the infrastructure username?');
	await line.waitFor(/: ?$/);
	await typeLetters(line, key, 5);
	await leave(line);
});

test('a key on a list without a filter, on the review and while applying is dropped', async () => {
	using sandbox = new Sandbox({faults: [hangs()]});
	const key = sandbox.keyOf(sampleUser);
	await using terminal = await sandbox.open(['--no-pair-check']);
	await toReview(terminal, {key});
	terminal.paste(key);
	terminal.type(key);
	terminal.press('enter');
	await terminal.waitFor('setting...');
	terminal.paste(key);
	terminal.type(key);
	await leave(terminal);
	new Canary([key]).assertNotShown(terminal);
});

test('echo is off at the first word that is written, and a key typed ahead is not drawn', async () => {
	using sandbox = new Sandbox({latency: 300});
	const key = sandbox.keyOf(sampleUser);
	await using terminal = await sandbox.open();
	await terminal.waitFor((seen) => seen.everything() !== '');
	assert.partialDeepStrictEqual(terminal.terminalState(), {isEchoing: false, isCooked: false});
	terminal.write(`${key}\r`);
	await terminal.waitFor('Which infrastructure user');
	await terminal.waitFor(/looks like an API key|1234567_infra\.admin/u);
	new Canary([key]).assertNotShown(terminal);
	await leave(terminal);
});

test('the key never leaves the secret field, whatever its width', async () => {
	using sandbox = new Sandbox();
	const key = sandbox.keyOf(sampleUser);
	await using terminal = await sandbox.open();
	await toKey(terminal);
	terminal.resize(40, 14);
	await terminal.waitFor('never shown');
	terminal.paste(key);
	await terminal.waitFor('64 characters');
	terminal.resize(80, 24);
	terminal.resize(40, 12);
	await terminal.waitFor('64 characters');
	new Canary([key]).assertNotShown(terminal);
	await leave(terminal);
});
