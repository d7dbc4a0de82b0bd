import {loadTexts} from '../../source/text/load-texts.ts';
import type {TerminalSession} from '../../test/support/terminal.ts';
import type {Scene} from './scenes.ts';

/** How each step is looked at: in three windows, in another language, and without colors. */
const variants: ReadonlyArray<
	Pick<Scene, 'columns' | 'rows' | 'environment'> & {name: string; locale: string}
> = [
	{name: '80x24', locale: 'en', columns: 80, rows: 24},
	{name: '40x15', locale: 'en', columns: 40, rows: 15},
	{name: '120x40', locale: 'en', columns: 120, rows: 40},
	{name: 'german', locale: 'de', columns: 80, rows: 24},
	{name: 'no-color', locale: 'en', columns: 80, rows: 24, environment: {NO_COLOR: '1'}},
];

/** The steps in their order; each goes on from the one before. */
const steps = ['checks', 'user', 'key', 'region', 'review', 'end'] as const;

type Step = (typeof steps)[number];

/** Every step of a session, in every variant: the same words in all of them, so that they can be laid side by side. */
export const everyStep: readonly Scene[] = variants.flatMap(({name, locale, ...window}) =>
	steps.map((step): Scene => {
		const demo = step === 'checks' ? '--demo=logged-out' : '--demo';
		return {
			...window,
			name: `steps/${step}-${name}`,
			title: `classic-credentials ${demo}`,
			args: [demo, '--locale', locale],
			scrollback: step === 'end',
			play: async (terminal) => go(step, terminal, locale),
		};
	}),
);

/** Answers until a step is on the screen. */
async function go(step: Step, terminal: TerminalSession, locale: string): Promise<void> {
	const texts = await loadTexts(locale);
	if (step === 'checks') {
		return terminal.waitFor('❯ ');
	}

	const moves: ReadonlyArray<() => Promise<void>> = [
		async () => {
			await terminal.waitFor(/❯ IBM/);
			terminal.press('down');
			await terminal.waitFor(/❯ \S*infra\.admin/);
		},
		async () => {
			terminal.press('enter');
			await terminal.waitFor(/✔ .*infra[\s\S]*❯ \S/);
		},
		async () => {
			terminal.press('enter');
			await terminal.waitFor(texts.text('region.question'));
			await terminal.waitFor(/❯ ◯/);
		},
		async () => {
			terminal.press('enter');
			await terminal.waitFor(/us-south \/ default/);
			await terminal.waitFor(/❯ /);
		},
		async () => {
			while (!terminal.hasEnded) {
				const before = terminal.text();
				terminal.press('enter');
				// oxlint-disable-next-line no-await-in-loop -- a review that is longer than the window comes in parts
				await terminal.waitFor((seen) => seen.text() !== before || seen.hasEnded);
				// oxlint-disable-next-line no-await-in-loop -- what is being applied needs no key
				await terminal.waitFor((seen) => /❯ /.test(seen.text()) || seen.hasEnded);
			}
		},
	];
	for (const move of moves.slice(0, steps.indexOf(step))) {
		// oxlint-disable-next-line no-await-in-loop -- one answer after the other
		await move();
	}
}
