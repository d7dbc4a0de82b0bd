import {loadTexts} from '../../source/text/load-texts.ts';
import {giveKey, sampleUser as user, toKey, toRegion, toReview} from '../../test/support/guided-steps.ts';
import type {Sandbox, SandboxOptions} from '../../test/support/sandbox.ts';
import {endlessScenarios, testScenarios} from '../../test/support/scenarios.ts';
import type {TerminalSession} from '../../test/support/terminal.ts';

/** One picture: a session that is led to a moment that is worth looking at. */
export interface Scene {
	/** The name of its file, without the ending. */
	readonly name: string;
	/** What stands in the frame of the window. */
	readonly title: string;
	readonly args: readonly string[];
	readonly columns?: number;
	readonly rows?: number;
	/** Whether the rows that have scrolled out belong to it. */
	readonly scrollback?: boolean;
	/** Changes to the environment; `undefined` removes a variable. */
	readonly environment?: Readonly<Record<string, string | undefined>>;
	/** What is the matter with the simulated `ibmcloud`, in a rehearsal, too. */
	readonly matter?: SandboxOptions;
	readonly play: (terminal: TerminalSession, sandbox: Sandbox) => Promise<void>;
}

const wrongKey = 'not-the-right-key'.padEnd(64, '0');

/** Every picture of the documentation. */
export const scenes: readonly Scene[] = [
	{
		name: 'checks',
		title: 'classic-credentials --demo=logged-out',
		args: ['--demo=logged-out'],
		async play(terminal) {
			await terminal.waitFor('❯ Log in now');
		},
	},
	{
		name: 'user',
		title: 'classic-credentials --demo',
		args: ['--demo'],
		rows: 28,
		async play(terminal) {
			await terminal.waitFor('1234567_infra.admin@example.com');
			terminal.press('down');
			await terminal.waitFor('❯ 1234567_infra.admin');
		},
	},
	{
		name: 'user-filter',
		title: 'classic-credentials --demo',
		args: ['--demo'],
		matter: testScenarios['many-users'],
		async play(terminal) {
			await terminal.waitFor('5,000');
			terminal.type('kenji');
			await terminal.waitFor(/\d of 5,000/);
			await terminal.waitFor(/❯ .*Kenji/);
		},
	},
	{
		name: 'help',
		title: 'classic-credentials --demo',
		args: ['--demo'],
		async play(terminal) {
			await terminal.waitFor('Which infrastructure user');
			terminal.type('?');
			await terminal.waitFor('close help');
		},
	},
	{
		name: 'key',
		title: 'classic-credentials',
		args: [],
		// The name of the host is shown; nothing is sent, since the key is never answered.
		environment: {ENV_SL_API_ENDPOINT: undefined},
		async play(terminal, sandbox) {
			await toKey(terminal);
			terminal.paste(sandbox.keyOf(user));
			await terminal.waitFor('64 characters');
		},
	},
	{
		name: 'region',
		title: 'classic-credentials --demo',
		args: ['--demo'],
		async play(terminal, sandbox) {
			await toRegion(terminal, {key: sandbox.keyOf(user)});
			terminal.press('space');
			await terminal.waitFor('1 marked');
			terminal.press('down', 'down');
			await terminal.waitFor('❯ ◯ eu-de');
			terminal.press('space');
			await terminal.waitFor('2 marked');
		},
	},
	{
		name: 'review',
		title: 'classic-credentials --demo',
		args: ['--demo'],
		async play(terminal, sandbox) {
			await toReview(terminal, {key: sandbox.keyOf(user)});
		},
	},
	{
		name: 'apply',
		title: 'classic-credentials --demo',
		args: ['--demo', '--region', 'us-south'],
		matter: endlessScenarios.hangs,
		rows: 30,
		async play(terminal, sandbox) {
			await toKey(terminal);
			await giveKey(terminal, sandbox.keyOf(user));
			await choose(terminal, 'Apply');
			await terminal.waitFor('setting...');
		},
	},
	{
		name: 'end',
		title: 'classic-credentials --demo',
		args: ['--demo'],
		scrollback: true,
		async play(terminal, sandbox) {
			await toReview(terminal, {key: sandbox.keyOf(user)});
			await choose(terminal, 'Apply');
			await terminal.waitForExit();
		},
	},
	{
		name: 'some-failed',
		title: 'classic-credentials --demo=scope-fails',
		args: ['--demo=scope-fails', '--region', 'us-south', '--region', 'jp-osa'],
		rows: 40,
		async play(terminal, sandbox) {
			await toKey(terminal);
			await giveKey(terminal, sandbox.keyOf(user));
			await choose(terminal, 'Apply');
			await terminal.waitFor('❯ Try the failed one again');
		},
	},
	{
		name: 'wrong-key',
		title: 'classic-credentials --demo=wrong-key',
		args: ['--demo=wrong-key'],
		async play(terminal) {
			await toRegion(terminal, {key: wrongKey});
			terminal.press('enter');
			await terminal.waitFor('rejected');
			await terminal.waitFor('❯ ');
		},
	},
	{
		name: 'orphan-risk',
		title: 'classic-credentials --demo=orphan-risk',
		args: ['--demo=orphan-risk'],
		rows: 30,
		async play(terminal, sandbox) {
			await toReview(terminal, {key: sandbox.keyOf(user)});
		},
	},
	{
		name: 'confirmation',
		title: 'classic-credentials --demo=orphan-risk',
		args: ['--demo=orphan-risk'],
		rows: 30,
		async play(terminal, sandbox) {
			await toReview(terminal, {key: sandbox.keyOf(user)});
			await choose(terminal, 'Apply');
			await terminal.waitFor('to confirm');
			terminal.type('7654');
			await terminal.waitFor('❯ 7654');
		},
	},
	{
		name: 'german',
		title: 'classic-credentials --locale de',
		args: ['--demo', '--locale', 'de'],
		matter: testScenarios['unicode-users'],
		columns: 40,
		rows: 28,
		async play(terminal) {
			const texts = await loadTexts('de');
			await terminal.waitFor(texts.text('ui.filter'));
			await terminal.waitFor('…tanaka@example.jp');
			while (!terminal.text().includes('❯ …tanaka')) {
				const before = terminal.text();
				terminal.press('down');
				// oxlint-disable-next-line no-await-in-loop -- one row after the other
				await terminal.waitFor((session) => session.text() !== before);
			}
		},
	},
	{
		name: 'german-review',
		title: 'classic-credentials --locale de',
		args: ['--demo', '--locale', 'de'],
		columns: 40,
		rows: 40,
		async play(terminal, sandbox) {
			const texts = await loadTexts('de');
			await terminal.waitFor(texts.text('ui.filter'));
			terminal.write('tanaka');
			await terminal.waitFor('1 von 9');
			terminal.press('enter');
			await terminal.waitFor(texts.text('ui.key.continue'));
			terminal.paste(sandbox.keyOf('1234567_tanaka@example.jp'));
			await terminal.waitFor('64 Zeichen');
			terminal.press('enter');
			await terminal.waitFor(texts.text('region.question'));
			terminal.press('enter');
			await terminal.waitFor(`❯ ${texts.text('action.apply')}`);
		},
	},
	{
		name: 'line-mode',
		title: 'TERM=dumb classic-credentials --accessible',
		args: ['--demo', '--accessible'],
		columns: 100,
		environment: {TERM: 'dumb'},
		scrollback: true,
		async play(terminal, sandbox) {
			await terminal.waitFor(/Number, or part of a name.*:/);
			terminal.write('infra.admin\r');
			await terminal.waitFor('Enter takes 1234567_infra.admin');
			terminal.write('\r');
			await terminal.waitFor(/nothing of it is shown/);
			terminal.write(`${sandbox.keyOf(user)}\r`);
			await terminal.waitFor(/Numbers or names.*:/s);
			terminal.write('us-south\r');
			await terminal.waitFor(/Number:/);
			terminal.write('1\r');
			await terminal.waitForExit();
		},
	},
	{
		name: 'status',
		title: 'classic-credentials status --demo=orphan-risk',
		args: ['status', '--demo=orphan-risk'],
		columns: 100,
		async play(terminal) {
			await terminal.waitForExit();
		},
	},
];

/** Shows a review that does not fit to its end, and takes the entry. */
async function choose(terminal: TerminalSession, entry: string): Promise<void> {
	await terminal.waitFor(/❯ (?:Show the rest|Apply)/);
	while (!terminal.text().includes(`❯ ${entry}`)) {
		const before = terminal.text();
		terminal.press('enter');
		// oxlint-disable-next-line no-await-in-loop
		await terminal.waitFor((session) => session.text() !== before);
		// oxlint-disable-next-line no-await-in-loop
		await terminal.waitFor(/❯ (?:Show the rest|Apply)/);
	}

	terminal.press('enter');
}
