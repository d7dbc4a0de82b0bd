import assert from 'node:assert/strict';
import {setTimeout as wait} from 'node:timers/promises';
import {test} from 'node:test';
import {chooseEntry, sampleUser as user, toKey, toRegion, toReview} from '../support/guided-steps.ts';
import {Sandbox} from '../support/sandbox.ts';
import type {TerminalSession} from '../support/terminal.ts';

interface Place {
	readonly name: string;
	readonly go: (terminal: TerminalSession, sandbox: Sandbox) => Promise<void>;
	/** What stands there once, and nowhere above. */
	readonly once: readonly string[];
}

const ready = '✔ Ready';

const places: readonly Place[] = [
	{
		name: 'user',
		go: async (terminal) => terminal.waitFor('1234567_infra.admin'),
		once: [ready, 'Which infrastructure user', 'Type to filter', '1234567_infra.admin'],
	},
	{
		name: 'key',
		go: async (terminal) => toKey(terminal),
		once: [ready, '✔ User', 'API key of', '❯ Paste or type it'],
	},
	{
		name: 'region',
		go: async (terminal, sandbox) => toRegion(terminal, {key: sandbox.keyOf(user)}),
		once: [ready, '✔ User', '✔ API key', 'In which region?', 'jp-osa'],
	},
	{
		name: 'review',
		go: async (terminal, sandbox) => toReview(terminal, {key: sandbox.keyOf(user)}),
		once: [ready, '✔ Scopes', '❯ Apply'],
	},
	{
		name: 'help',
		async go(terminal) {
			await terminal.waitFor('1234567_infra.admin');
			terminal.type('?');
			await terminal.waitFor('close help');
		},
		once: ['VPN username'],
	},
	{
		name: 'commands',
		async go(terminal, sandbox) {
			await toReview(terminal, {key: sandbox.keyOf(user)});
			await chooseEntry(terminal, 'Show the commands');
			await terminal.waitFor('What will run');
		},
		once: [ready, 'What will run'],
	},
];

const sequences = [
	[
		[80, 24],
		[60, 24],
		[80, 24],
		[60, 24],
		[80, 24],
	],
	[
		[80, 24],
		[80, 12],
		[80, 24],
		[80, 12],
		[80, 24],
	],
	[
		[120, 24],
		[40, 24],
		[120, 24],
		[40, 24],
		[120, 24],
	],
] as const;

for (const {name, go, once} of places) {
	for (const [first, ...later] of sequences) {
		const sizes = [first, ...later].map(([columns, rows]) => `${columns}×${rows}`).join(', ');
		test(`resizing leaves no copy of the screen behind: ${name}, ${sizes}`, async () => {
			using sandbox = new Sandbox();
			await using terminal = await sandbox.open([], {columns: first[0], rows: first[1]});
			await go(terminal, sandbox);
			for (const [columns, rows] of later) {
				const written = terminal.everything().length;
				terminal.resize(columns, rows);
				// oxlint-disable-next-line no-await-in-loop -- one size after the other, each drawn
				await terminal.waitFor((seen) => seen.everything().length > written);
				// oxlint-disable-next-line no-await-in-loop -- also what is drawn after that
				await wait(400);
			}

			const record = terminal.scrollback().join('\n');
			for (const text of once) {
				assert.equal(record.split(text).length - 1, 1, `${text}\n${record}`);
			}
		});
	}
}
