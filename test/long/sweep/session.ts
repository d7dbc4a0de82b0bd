import assert from 'node:assert/strict';
import {testedProgram} from '../../support/tested-program.ts';
import {untouchedTerminal, type TerminalSession} from '../../support/terminal.ts';
import {assertRecorded, scopesOf} from './service.ts';
import {change, type Injection, type TracedSandbox} from './traced-sandbox.ts';
import type {Thread, TracedCall} from './traced-calls.ts';

/** Makes the change in a pseudo-terminal: one Apply on the review; the terminal must be as it was. */
export async function changeInTerminal(
	traced: TracedSandbox,
	thread: Thread,
	injection?: Injection,
): Promise<{readonly calls: readonly TracedCall[]; readonly assertKept: () => void}> {
	const {sandbox, canary} = traced;
	const [command = '', ...args] = [
		...traced.traced(thread, injection),
		testedProgram.command,
		...testedProgram.leading,
		...traced.flags,
	];
	await using terminal = await sandbox.open([], {command, args, rows: 60});
	await terminal.waitFor(asksOrHasEnded);
	if (terminal.text().includes('❯ Apply')) {
		terminal.press('enter');
		await terminal.waitFor((seen) => !seen.text().includes('❯ Apply') && asksOrHasEnded(seen));
	}

	if (!terminal.hasEnded) {
		terminal.press('ctrl-c');
	}

	await terminal.waitForExit();
	const state = terminal.terminalState();
	return {
		calls: traced.calls(thread, injection),
		assertKept() {
			assert.deepEqual(state, untouchedTerminal);
			canary.assertNotShown(terminal);
			canary.assertNotKept(sandbox, traced.allowedFiles);
			assertSaid(traced, terminal.scrollback().join(' ').replaceAll(/\s+/gu, ' '));
		},
	};
}

function asksOrHasEnded(terminal: TerminalSession): boolean {
	return terminal.hasEnded || /^❯ /mu.test(terminal.text());
}

/** Compares what the last screen says of each group with what the service holds. */
function assertSaid(traced: TracedSandbox, said: string): void {
	const scopes = scopesOf(traced);
	assertRecorded(traced, scopes);
	for (const {group, writes, isSet} of scopes) {
		const result = said.split(`${change.region} / ${group} `).at(-1) ?? '';
		assert.ok(isSet || !/^(?:verified|set to)/u.test(result), `${group} is said to be set: ${said}`);
		assert.ok(
			writes === 0 || !/^not (?:set|started)/u.test(result),
			`${group} is said not to be set: ${said}`,
		);
	}
}
