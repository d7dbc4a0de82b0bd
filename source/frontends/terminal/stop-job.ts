import {once} from 'node:events';
import {setTimeout as wait} from 'node:timers/promises';

/** How long the shell gets to stop the whole job before this process stops by itself (milliseconds). */
const patience = 100;

/**
 * Ctrl-Z as the terminal itself would do it: stops every process of the job, and resolves when the shell goes
 * on with it. Where nobody is there to stop a job (no shell above), this process alone is stopped.
 */
export async function stopJob(): Promise<void> {
	// Without anything to wait for, the event loop would be empty after `fg` and the program would end.
	const keepAlive = setInterval(() => {}, 60_000);
	let hasContinued = false;
	const continued = once(process, 'SIGCONT').then(() => {
		hasContinued = true;
	});
	try {
		process.kill(0, 'SIGTSTP');
		await wait(patience);
		// A signal that came while we were stopped is seen in a turn after the timer's.
		await wait(0);
		await wait(0);
		if (!hasContinued) {
			process.kill(process.pid, 'SIGSTOP');
		}

		await continued;
	} finally {
		clearInterval(keepAlive);
	}
}
