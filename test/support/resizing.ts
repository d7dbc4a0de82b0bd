import assert from 'node:assert/strict';
import {setTimeout as wait} from 'node:timers/promises';
import {test} from 'node:test';
import {chooseEntry, sampleUser as user, toKey, toRegion, toReview} from './session-steps.ts';
import {Sandbox} from './sandbox.ts';
import type {TerminalSession} from './terminal.ts';

export interface Place {
	readonly name: string;
	readonly go: (terminal: TerminalSession, sandbox: Sandbox) => Promise<void>;
	/** Texts that stand there once, and nowhere above. */
	readonly once: readonly string[];
}

const ready = '✔ Ready';

type Sequence = readonly [
	first: readonly [number, number],
	...later: ReadonlyArray<readonly [number, number]>,
];

/** Each step, and what lies over it. */
export const places: readonly Place[] = [
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
			await terminal.waitFor('❯ Back to the review');
		},
		once: [ready, 'What will run'],
	},
];

/** Columns and rows, one size after the other. */
export const sequences = [
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
] as const satisfies readonly Sequence[];

/** Registers a test that a place, resized through a sequence, leaves no copy of itself. */
export function testResizing({name, go, once}: Place, [first, ...later]: Sequence): void {
	const sizes = [first, ...later].map(([columns, rows]) => `${columns}×${rows}`).join(', ');
	test(`resizing leaves no copy of the screen behind: ${name}, ${sizes}`, async () => {
		using sandbox = new Sandbox();
		await using terminal = await sandbox.open([], {columns: first[0], rows: first[1]});
		await go(terminal, sandbox);
		for (const [columns, rows] of later) {
			const written = terminal.everything().length;
			terminal.resize(columns, rows);
			// oxlint-disable-next-line no-await-in-loop -- one size after the other
			await drawnAfter(terminal, written);
		}

		await showsOnce(terminal, once);
	});
}

/** Waits until all of these texts are there, and asserts that each is so once. */
export async function showsOnce(terminal: TerminalSession, texts: readonly string[]): Promise<void> {
	const count = (text: string): number => terminal.scrollback().join('\n').split(text).length - 1;
	await terminal.waitFor(() => texts.every((text) => count(text) > 0));
	for (const text of texts) {
		assert.equal(count(text), 1, `${text}\n${terminal.scrollback().join('\n')}`);
	}
}

/** Waits for output beyond this length, and then for a pause: the frame is drawn to its end. */
async function drawnAfter(terminal: TerminalSession, written: number): Promise<void> {
	await terminal.waitFor((seen) => seen.everything().length > written);
	let before;
	do {
		before = terminal.everything().length;
		// oxlint-disable-next-line no-await-in-loop -- until nothing more comes
		await wait(300);
	} while (terminal.everything().length > before);
}
