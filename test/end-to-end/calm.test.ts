import assert from 'node:assert/strict';
import {setTimeout as wait} from 'node:timers/promises';
import {test} from 'node:test';
import {giveKey, sampleUser as user, toKey} from '../support/session-steps.ts';
import {Sandbox} from '../support/sandbox.ts';
import type {TerminalSession} from '../support/terminal.ts';

/** Words that are not ours: names of the operator's, of cities, and at IBM. */
const others =
	/api\.softlayer\.com \(simulated\)|Account Owner|Infra Admin|First Last|Jane Roe|Operations Robot|Functional ID|Former Colleague|Example Cluster Account|Washington DC|Dallas|Frankfurt|London|Tokyo|Osaka|Sydney|default|\S*[\d@_]\S*|[a-z]+-[a-z]+(?= )/gu;

function ownWords(terminal: TerminalSession): string[] {
	return (
		terminal
			.text()
			.replaceAll(others, ' ')
			.match(/\p{L}[\p{L}'’-]*/gu) ?? []
	);
}

/** Counts the rows from the first answer on, which are redrawn. */
function redrawnRows(terminal: TerminalSession): number {
	const rows = terminal.text().split('\n');
	return rows.length - rows.findIndex((row) => row.startsWith('✔'));
}

test('each step is low and has few words', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open(['--demo']);
	const isCalm = (words: number, rows: number): void => {
		const own = ownWords(terminal);
		assert.ok(own.length <= words, `${own.length} words: ${own.join(' ')}\n${terminal.text()}`);
		assert.ok(redrawnRows(terminal) <= rows, terminal.text());
	};

	await terminal.waitFor('1234567_infra.admin');
	isCalm(45, 16);
	await toKey(terminal);
	isCalm(40, 16);
	await giveKey(terminal, sandbox.keyOf(user));
	await terminal.waitFor('All regions');
	isCalm(45, 16);
	terminal.press('enter');
	await terminal.waitFor('❯ Apply');
	isCalm(60, 18);
});

test('a key changes little of the screen, and waiting less', async () => {
	using sandbox = new Sandbox({latency: 3000});
	await using terminal = await sandbox.open();
	const writes = async (milliseconds: number): Promise<number> => {
		const before = terminal.everything().length;
		await wait(milliseconds);
		return terminal.everything().length - before;
	};

	await terminal.waitFor('checking...');
	await wait(500);
	const waiting = await writes(2000);
	assert.ok(waiting > 100 && waiting <= 1200, `${waiting} in two seconds`);
	await terminal.waitFor('1234567_infra.admin');
	terminal.press('down');
	const arrow = await writes(300);
	assert.ok(arrow > 0 && arrow <= 350, `${arrow} for an arrow`);
	terminal.type('k');
	const letter = await writes(300);
	assert.ok(letter > 0 && letter <= 700, `${letter} for a letter`);
});
