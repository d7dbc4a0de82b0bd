import assert from 'node:assert/strict';
import {test} from 'node:test';
import {sampleUser as user} from '../support/guided-steps.ts';
import {Sandbox} from '../support/sandbox.ts';
import {TmuxWindow, withoutTmux} from '../support/tmux.ts';

const places = [
	{name: 'user', given: () => [], once: ['✔ Ready', 'Which infrastructure user']},
	{
		name: 'review',
		given: (sandbox: Sandbox) => [
			`--infrastructure-username=${user}`,
			`--infrastructure-api-key=@${sandbox.write('key', sandbox.keyOf(user))}`,
			'--region=us-south',
		],
		once: ['✔ Ready', '✔ Scopes', '❯ Apply'],
	},
] as const;

const sequences = [
	[80, 60, 24],
	[120, 40, 40],
] as const;

for (const {name, given, once} of places) {
	for (const [wide, narrow, rows] of sequences) {
		test(
			`tmux, which breaks rows and pushes others out of sight, keeps no copy of the screen: ${name}, ${wide} and ${narrow} columns`,
			{skip: withoutTmux},
			async () => {
				using sandbox = new Sandbox();
				using window = new TmuxWindow(sandbox, given(sandbox), {columns: wide, rows});
				const isWhole = (seen: string): boolean => [...once, '? help'].every((text) => seen.includes(text));
				await window.waitFor(isWhole);
				for (const columns of [narrow, wide, narrow, wide]) {
					window.resize({columns, rows});
					// oxlint-disable-next-line no-await-in-loop -- one size after the other, each drawn
					await window.waitFor(isWhole);
				}

				const record = window.scrollback();
				for (const text of once) {
					assert.equal(record.split(text).length - 1, 1, `${text}\n${record}`);
				}
			},
		);
	}
}
