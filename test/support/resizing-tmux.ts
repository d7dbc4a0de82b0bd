import assert from 'node:assert/strict';
import {test} from 'node:test';
import {regionNames} from '../../source/ibmcloud/facts/regions.ts';
import {sampleUser as user} from './session-steps.ts';
import type {Size} from './emulator.ts';
import {Sandbox} from './sandbox.ts';
import {TmuxWindow, withoutTmux} from './tmux.ts';

interface Place {
	readonly name: string;
	/** The flags that answer the steps before. */
	readonly given: (sandbox: Sandbox) => readonly string[];
	/** The scenario of the simulator; the usual one by default. */
	readonly scenario?: string;
	/** Keys to press in order, each once its text is in sight. */
	readonly presses?: ReadonlyArray<readonly [inSight: string, key: string]>;
	/** Texts that stand there once, in sight or above; the last one in sight. */
	readonly once: readonly string[];
}

const aUser = [`--infrastructure-username=${user}`];
const aPair = (sandbox: Sandbox): readonly string[] => [
	...aUser,
	`--infrastructure-api-key=@${sandbox.write('key', sandbox.keyOf(user))}`,
];

/** The steps, reached by flags. */
export const inTmux = {
	user: {name: 'user', given: () => [], once: ['✔ Ready', 'Which infrastructure user', 'Type to filter']},
	key: {name: 'key', given: () => aUser, once: ['✔ Ready', '✔ User', '❯ Paste or type it']},
	region: {name: 'region', given: aPair, once: ['✔ Ready', '✔ API key', 'In which region?', 'us-south']},
	review: {
		name: 'review',
		given: (sandbox) => [...aPair(sandbox), '--region=us-south'],
		once: ['✔ Ready', '✔ Scopes', '❯ Apply'],
	},
	manyScopes: {
		name: 'review of seven scopes',
		given: (sandbox) => [...aPair(sandbox), ...regionNames.map((region) => `--region=${region}`)],
		once: ['✔ Ready', '✔ Scopes', 'Enter choose'],
	},
	confirmation: {
		name: 'confirmation',
		scenario: 'orphan-risk',
		given: (sandbox) => [...aPair(sandbox), '--region=us-south'],
		presses: [['❯ Apply', 'Enter']],
		once: ['✔ Ready', '✔ Scopes', 'to confirm', 'Enter continue'],
	},
	helpOfUser: {
		name: 'help of the user',
		given: () => [],
		presses: [['Type to filter', '?']],
		once: ['✔ Ready', 'Infrastructure user:', 'Esc close help'],
	},
	helpOfReview: {
		name: 'help of the review',
		given: (sandbox) => [...aPair(sandbox), '--region=us-south'],
		presses: [['❯ Apply', '?']],
		once: ['✔ Ready', 'Esc close help'],
	},
} as const satisfies Record<string, Place>;

/** Registers a test that a window, resized back and forth twice, keeps one copy of the screen. */
export function testResizingInTmux(
	{name, scenario, given, presses = [], once}: Place,
	from: Size,
	to: Size,
): void {
	const sizes = [from, to].map(({columns, rows}) => `${columns}×${rows}`).join(' and ');
	test(
		`tmux, which breaks rows and pushes others out of sight, keeps no copy of the screen: ${name}, ${sizes}`,
		{skip: withoutTmux},
		async () => {
			using sandbox = new Sandbox(scenario === undefined ? {} : {scenario});
			using window = new TmuxWindow(sandbox, given(sandbox), from);
			for (const [inSight, key] of presses) {
				// oxlint-disable-next-line no-await-in-loop -- one key after the other
				await window.waitFor((seen) => seen.includes(inSight));
				window.press(key);
			}

			const last = once.at(-1) ?? '';
			const isWhole = (seen: string): boolean => seen.includes(last);
			await window.waitFor(isWhole);
			for (const size of [to, from, to, from]) {
				window.resize(size);
				// oxlint-disable-next-line no-await-in-loop -- one size after the other, each drawn
				await window.waitFor(isWhole);
			}

			const transcript = window.scrollback();
			for (const text of once) {
				assert.equal(transcript.split(text).length - 1, 1, `${text}\n${transcript}`);
			}
		},
	);
}
