import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Canary, plantTokens, seenChildren, watchChildren} from '../../support/canary.ts';
import {chooseEntry, leave, sampleUser, toKey, toReview} from '../../support/session-steps.ts';
import {Sandbox} from '../../support/sandbox.ts';
import {matterOf} from '../../support/scenarios.ts';
import type {TerminalSession} from '../../support/terminal.ts';
import {withoutKeys} from '../../support/users.ts';

const noise = {IBMCLOUD_TRACE: 'true', BLUEMIX_TRACE: 'true', DEBUG: '*'};
const wrongKey = 'c4a9e1f07b52d8836ea1f4c90d7b3e5582f6a0c1d94e7b38a5f2069de1c7b4a0';

interface Planted {
	readonly sandbox: Sandbox;
	readonly canary: Canary;
	readonly key: string;
}

/** Makes a sandbox whose key and tokens are known and whose children are watched. */
function planted(scenario: string, key?: string): Planted {
	const sandbox = new Sandbox({...matterOf(scenario), environment: noise});
	const tokens = plantTokens(sandbox);
	watchChildren(sandbox);
	const own = key ?? sandbox.keyOf(sampleUser);
	return {sandbox, key: own, canary: new Canary([own, ...tokens])};
}

/** Asserts that no planted value left the program, except in the one documented argument. */
function assertSilent({sandbox, canary}: Planted, terminal: TerminalSession): void {
	canary.assertNotShown(terminal);
	canary.assertNotKept(sandbox, ['config.json']);
	canary.assertNotInherited(seenChildren(sandbox), (argument) =>
		argument.startsWith('--infrastructure-api-key='),
	);
	assert.deepEqual(sandbox.privateDirectories(), []);
}

test('every step, its help, the ways back and a change from the review', async () => {
	const stage = planted('standard');
	using sandbox = stage.sandbox;
	await using terminal = await sandbox.open([], {rows: 40});
	await terminal.waitFor('Which infrastructure user');
	await help(terminal);
	await toKey(terminal);
	await help(terminal);
	terminal.paste(` ${stage.key.slice(0, 32)}\u200B\r\n${stage.key.slice(32)} \n`);
	await terminal.waitFor('64 characters');
	// The blanks at the end of the paste are erased first.
	terminal.press('backspace', 'backspace', 'backspace');
	await terminal.waitFor('63 characters');
	terminal.press('ctrl-u');
	terminal.type(stage.key);
	await terminal.waitFor('64 characters');
	terminal.press('escape');
	await terminal.waitFor('Which infrastructure user');
	terminal.press('enter');
	await terminal.waitFor('API key of');
	terminal.paste(stage.key, {bracketed: false});
	await terminal.waitFor('64 characters');
	terminal.press('enter');
	await terminal.waitFor('In which region?');
	await help(terminal);
	terminal.press('space', 'down', 'space', 'enter');
	await terminal.waitFor('❯ Apply');
	await help(terminal);
	terminal.resize(50, 20);
	await terminal.waitFor('2 scopes:');
	terminal.resize(100, 40);
	await terminal.waitFor('❯ Apply');
	await chooseEntry(terminal, 'Enter the API key again');
	await terminal.waitFor('API key of');
	terminal.paste(stage.key);
	await terminal.waitFor('64 characters');
	terminal.press('enter');
	await terminal.waitFor('❯ Apply');
	terminal.press('enter');
	assert.equal((await terminal.waitForExit()).exitCode, 0);

	assertSilent(stage, terminal);
	assert.equal(stage.canary.timesInArguments(seenChildren(sandbox)), 2);
});

test('a session with all of Node’s and the CLI’s debug output switched on', async () => {
	const stage = planted('standard');
	using sandbox = stage.sandbox;
	await using terminal = await sandbox.open([], {
		environment: {...sandbox.environment, NODE_DEBUG: '*', NODE_DEBUG_NATIVE: '*'},
	});
	await toReview(terminal, {key: stage.key});
	terminal.press('enter');
	assert.equal((await terminal.waitForExit()).exitCode, 0);
	assertSilent(stage, terminal);
	assert.equal(stage.canary.timesInArguments(seenChildren(sandbox)), 1);
});

for (const scenario of [
	'leaks-key',
	'wrong-key',
	'not-authorized',
	'role-too-low',
	'set-changes-nothing',
	'session-expires-midway',
	'dies-by-signal',
	'hangs',
	'missing-permissions',
	'colored',
]) {
	test(`the scenario ${scenario}, to its end or until the operator leaves`, async () => {
		const stage = planted(scenario, scenario === 'wrong-key' ? wrongKey : undefined);
		using sandbox = stage.sandbox;
		await using terminal = await sandbox.open(['--no-pair-check']);
		await toReview(terminal, {key: stage.key});
		terminal.press('enter');
		await terminal.waitFor((seen) => /setting\.\.\.|reading back|✔|✖ /u.test(seen.text()));
		await terminal
			.waitFor(/❯ (?:Try|Enter the API key again|Finish)/u, {timeout: scenario === 'hangs' ? 500 : 1500})
			.catch(() => undefined);
		await leave(terminal);
		assertSilent(stage, terminal);
	});
}

test('a list that cannot be read, and a username that is typed instead', async () => {
	const stage = planted('half-json');
	using sandbox = stage.sandbox;
	await using terminal = await sandbox.open();
	await terminal.waitFor('❯ Try again');
	terminal.type('9999999_typed@example.com');
	await terminal.waitFor('9999999_typed');
	terminal.press('enter');
	await terminal.waitFor('API key of 9999999_typed');
	terminal.paste(stage.key);
	await terminal.waitFor('64 characters');
	await leave(terminal);
	assertSilent(stage, terminal);
});

test('a key that the CLI creates is never shown', async () => {
	using sandbox = new Sandbox({services: withoutKeys, environment: noise});
	watchChildren(sandbox);
	await using terminal = await sandbox.open();
	await toKey(terminal);
	terminal.press('down', 'enter');
	await terminal.waitFor('In which region?');
	terminal.press('enter');
	await terminal.waitFor('❯ Apply');
	terminal.press('enter');
	assert.equal((await terminal.waitForExit()).exitCode, 0);

	const argument = seenChildren(sandbox)
		.flatMap(({args}) => args)
		.find((word) => word.startsWith('--infrastructure-api-key='));
	const canary = new Canary([argument?.slice('--infrastructure-api-key='.length) ?? '']);
	canary.assertNotShown(terminal);
	canary.assertNotKept(sandbox, ['children.log']);
});

async function help(terminal: TerminalSession): Promise<void> {
	terminal.type('?');
	await terminal.waitFor('close help');
	terminal.press('escape');
	await terminal.waitFor((seen) => !seen.text().includes('close help'));
}
