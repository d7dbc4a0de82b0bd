import type {Sandbox} from './sandbox.ts';
import {eventually, isRunning} from './scratch.ts';
import type {TerminalSession} from './terminal.ts';

/**
 * Applies what is on the review, and kills the session outright once the CLI has been asked to set, which has
 * to hang in it. Nobody else can end the child then, so that is done, too; the CLI then works as usual.
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
