import assert from 'node:assert/strict';
import type {Sandbox} from './sandbox.ts';
import {eventually, isRunning} from './scratch.ts';
import {untouchedTerminal, type TerminalSession} from './terminal.ts';

/** How the operator or the system ends a session, and its exit status then. */
export const leavingStatuses = {SIGINT: 130, SIGQUIT: 131, SIGTERM: 143, SIGHUP: 129, 'ctrl-c': 130} as const;

/** Asserts that an end leaves no children, no private copies, and the terminal, if any, as it was. */
export async function assertNothingLeft(sandbox: Sandbox, terminal?: TerminalSession): Promise<void> {
	assert.deepEqual(
		sandbox
			.calls()
			.filter(({pid}) => isRunning(pid))
			.map((call) => call.arguments.join(' ')),
		[],
		'children still run',
	);
	assert.deepEqual(sandbox.privateDirectories(), []);
	if (terminal !== undefined) {
		assert.deepEqual(terminal.terminalState(), untouchedTerminal);
	}
}

/** Asserts the same after the window is gone, when nothing tells that the program has ended. */
export async function assertNothingLeftSoon(sandbox: Sandbox, program: number): Promise<void> {
	await eventually(() => !isRunning(program), 'the end of the program');
	await assertNothingLeft(sandbox);
}
