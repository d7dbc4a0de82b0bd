import type {Sandbox} from './sandbox.ts';
import {eventually, isRunning} from './scratch.ts';
import type {TerminalSession} from './terminal.ts';

/**
 * Applies the review on the screen, and kills the session once the CLI was asked to set, which has to hang.
 * Then ends the child, which nothing else can end, and lets the CLI work as usual.
 */
export async function killWhileSetting(sandbox: Sandbox, terminal: TerminalSession): Promise<void> {
	terminal.press('enter');
	await sandbox.untilCalled('ks', 'credential', 'set');
	terminal.kill('SIGKILL');
	await terminal.waitForExit();
	const left = sandbox.calls().filter(({pid}) => isRunning(pid));
	for (const {pid} of left) {
		process.kill(pid, 'SIGKILL');
	}

	await eventually(() => !left.some(({pid}) => isRunning(pid)), 'the end of the children');
	sandbox.setFaults([]);
}
