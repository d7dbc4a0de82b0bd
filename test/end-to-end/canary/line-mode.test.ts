import assert from 'node:assert/strict';
import {test} from 'node:test';
import {assertNothingLeft} from '../../support/aftermath.ts';
import {Canary, plantTokens, seenChildren, watchChildren} from '../../support/canary.ts';
import {sampleUser} from '../../support/session-steps.ts';
import {Sandbox} from '../../support/sandbox.ts';
import {matterOf} from '../../support/scenarios.ts';
import type {TerminalSession} from '../../support/terminal.ts';

async function answer(terminal: TerminalSession, asked: string, line: string): Promise<void> {
	let from = 0;
	await terminal.waitFor((seen) => {
		from = seen.everything().lastIndexOf(asked);
		return from !== -1 && seen.everything().slice(from).endsWith(': ');
	});
	terminal.write(`${line}\r`);
}

for (const scenario of ['standard', 'leaks-key', 'wrong-key']) {
	test(`a session a line at a time in the scenario ${scenario}`, async () => {
		using sandbox = new Sandbox({
			...matterOf(scenario),
			environment: {TERM: 'dumb', IBMCLOUD_TRACE: 'true', DEBUG: '*'},
		});
		const key =
			scenario === 'wrong-key'
				? 'c4a9e1f07b52d8836ea1f4c90d7b3e5582f6a0c1d94e7b38a5f2069de1c7b4a0'
				: sandbox.keyOf(sampleUser);
		const canary = new Canary([key, ...plantTokens(sandbox)]);
		watchChildren(sandbox);
		await using terminal = await sandbox.open(['--no-pair-check'], {
			environment: {...sandbox.environment, NODE_DEBUG: '*'},
		});
		await answer(terminal, 'Which infrastructure user', key);
		await terminal.waitFor((seen) => seen.everything().includes('looks like an API key'));
		terminal.write(`${sampleUser}\r`);
		await answer(terminal, 'What is the classic infrastructure API key', key);
		await answer(terminal, 'In which region?', '');
		await answer(terminal, '1. Apply', '1');
		await terminal.waitFor((seen) => seen.hasEnded || /(?:FAILED|OK) {2}us-south/u.test(seen.everything()), {
			timeout: 30_000,
		});
		if (!terminal.hasEnded) {
			terminal.press('ctrl-c');
			terminal.press('ctrl-c');
		}

		await terminal.waitForExit();
		canary.assertNotShown(terminal);
		canary.assertNotKept(sandbox, ['config.json']);
		canary.assertNotInherited(seenChildren(sandbox), (argument) =>
			argument.startsWith('--infrastructure-api-key='),
		);
		assert.equal(canary.timesInArguments(seenChildren(sandbox)), 1);
		await assertNothingLeft(sandbox, terminal);
	});
}
