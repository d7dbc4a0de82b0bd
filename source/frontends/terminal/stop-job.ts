import {once} from 'node:events';
import {setTimeout as wait} from 'node:timers/promises';

/** How long the shell gets to stop the whole job before this process stops by itself (milliseconds). */
const patience = 100;

/**
 * Does what Ctrl-Z does in the terminal itself: stops every process of the job, and resolves when the shell
 * resumes it. Without a shell above that could stop a job, only this process is stopped.
 */
export async function stopJob(): Promise<void> {
	// With nothing to wait for, the event loop would be empty after `fg`, and the program would end.
	const keepAlive = setInterval(() => {}, 60_000);
	let hasContinued = false;
	const continued = once(process, 'SIGCONT').then(() => {
		hasContinued = true;
	});
	try {
		process.kill(0, 'SIGTSTP');
		await wait(patience);
		// A signal that arrived while this process was stopped is seen in a turn after the timer's.
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
