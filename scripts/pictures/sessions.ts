import {hangs} from '../../test/support/faults.ts';
import {sampleUser} from '../../test/support/session-steps.ts';
import type {SandboxOptions} from '../../test/support/sandbox.ts';
import {testScenarios} from '../../test/support/scenarios.ts';
import type {Variant} from './variants.ts';
import {apply, markTwo, review, toKey, toReview, toScopes, toUser, type Played} from './walk.ts';

/** A session that is led to the moment of its picture. */
export interface PicturedSession {
	/** The name of its file, without the extension. */
	readonly name: string;
	readonly args: readonly string[];
	/** The state of the simulated `ibmcloud`, in a rehearsal, too. */
	readonly matter?: SandboxOptions;
	/** Whether the rows that have scrolled out are in the picture. */
	readonly scrollback?: boolean;
	readonly play: (played: Played) => Promise<void>;
}

/** Every step of a session, in order, drawn in every variant. `about` is its heading. */
export const steps: ReadonlyArray<PicturedSession & {readonly about: string}> = [
	{
		name: 'checks',
		about: 'What is missing',
		args: ['--demo=logged-out'],
		play: async ({terminal}) => terminal.waitFor('❯ '),
	},
	{name: 'user', about: 'The user', args: ['--demo'], play: toUser},
	{name: 'key', about: 'The API key', args: ['--demo'], play: async (played) => toKey(played)},
	{
		name: 'group',
		about: 'The resource group, where none is targeted',
		args: ['--demo'],
		matter: testScenarios['no-group'],
		play: async (played) => toScopes(played, 'group.question'),
	},
	{
		name: 'region',
		about: 'The region',
		args: ['--demo'],
		async play(played) {
			await toScopes(played);
			await markTwo(played, 2);
		},
	},
	{name: 'review', about: 'The review', args: ['--demo'], play: toReview},
	{
		name: 'confirmation',
		about: 'The confirmation, where an infrastructure account loses control',
		args: ['--demo=orphan-risk'],
		async play(played) {
			const {terminal} = played;
			await toReview(played);
			await apply(played);
			terminal.type('7654');
			await terminal.waitFor('❯ 7654');
		},
	},
	{
		name: 'progress',
		about: 'The progress',
		args: ['--demo'],
		matter: {faults: [hangs('ks credential set jp-tok')]},
		async play(played) {
			const {terminal} = played;
			await toScopes(played);
			await markTwo(played, 4);
			await review(played);
			await apply(played);
			await terminal.waitFor(/✔ us-south[^]*jp-tok/);
		},
	},
	{
		name: 'end',
		about: 'The end',
		args: ['--demo'],
		scrollback: true,
		async play(played) {
			await toReview(played);
			await apply(played);
			await played.terminal.waitForExit();
		},
	},
];

const usual = {columns: 80, rows: 24} as const;

/** Sessions that are pictured once, each in its own variant. */
export const singleSessions: ReadonlyArray<
	PicturedSession & {readonly variant: Omit<Variant, 'name' | 'about'>}
> = [
	{
		name: 'help',
		args: ['--demo'],
		variant: usual,
		async play(played) {
			const {terminal, texts} = played;
			await toUser(played);
			terminal.type('?');
			await terminal.waitFor(texts.text('ui.key.close'));
		},
	},
	{name: 'orphan-risk', args: ['--demo=orphan-risk'], variant: {columns: 80, rows: 30}, play: toReview},
	{
		name: 'some-failed',
		args: ['--demo=scope-fails'],
		variant: {columns: 80, rows: 40},
		async play(played) {
			await toScopes(played);
			await markTwo(played, 5);
			await review(played);
			await apply(played);
			await played.terminal.waitFor('❯ Try the failed one again');
		},
	},
	{
		name: 'wrong-key',
		args: ['--demo=wrong-key'],
		variant: usual,
		async play(played) {
			const {terminal} = played;
			await toScopes(played, 'region.question', 'not-the-right-key'.padEnd(64, '0'));
			terminal.press('enter');
			await terminal.waitFor('❯ Enter the API key again');
		},
	},
	{
		name: 'german',
		args: ['--demo'],
		matter: testScenarios['unicode-users'],
		variant: {columns: 40, rows: 36, locale: 'de'},
		async play({terminal}) {
			await terminal.waitFor('…tanaka@example.jp');
			while (!terminal.text().includes('❯ …layla')) {
				const before = terminal.text();
				terminal.press('down');
				// oxlint-disable-next-line no-await-in-loop -- one row after the other
				await terminal.waitFor((session) => session.text() !== before);
			}
		},
	},
	{
		name: 'line-mode',
		args: ['--demo', '--accessible'],
		variant: {columns: 100, rows: 24, environment: {TERM: 'dumb'}},
		scrollback: true,
		async play({terminal, sandbox}) {
			const answers: ReadonlyArray<readonly [RegExp, string]> = [
				[/^Number, .*:$/m, 'infra.admin'],
				[/^Number, .*Enter takes 1234567_infra\.admin.*:$/m, ''],
				[/^API key .*:$/m, sandbox.keyOf(sampleUser)],
				[/^Numbers .*:$/m, 'us-south'],
				[/^Number:$/m, '1'],
			];
			for (const [asked, line] of answers) {
				// oxlint-disable-next-line no-await-in-loop -- one line after the other
				await terminal.waitFor(asked);
				terminal.write(`${line}\r`);
			}

			await terminal.waitForExit();
		},
	},
	{
		name: 'status',
		args: ['status', '--demo=orphan-risk'],
		variant: {columns: 100, rows: 24},
		async play({terminal}) {
			await terminal.waitForExit();
		},
	},
];
