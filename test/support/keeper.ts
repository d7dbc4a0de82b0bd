import {spawn} from 'node:child_process';
import {writeSync} from 'node:fs';
import type {KeeperOrder, KeeperReport} from './keeper-reports.ts';
import {printModes} from './terminal-modes.ts';

/*
The leader of a pseudo-terminal's session, as a shell would be: it starts the program, and outlives it long
enough to look at the state of the terminal. (When a session's leader ends, the kernel resets the terminal, so
a program that leads its session itself cannot be judged.) It ends as the program ended.
*/

const order = JSON.parse(process.argv[2] ?? '') as KeeperOrder;

function report(content: KeeperReport): void {
	writeSync(1, `\u001B]${order.reportNumber};${JSON.stringify(content)}\u0007`);
}

// What the terminal sends to the foreground is for the program, which does not inherit these handlers.
for (const signal of ['SIGINT', 'SIGQUIT', 'SIGTSTP', 'SIGTTIN', 'SIGTTOU', 'SIGHUP'] as const) {
	process.on(signal, () => {});
}

const program = spawn(order.command, order.args, {
	cwd: order.directory,
	env: order.environment,
	stdio: 'inherit',
});

// When a window is closed, the kernel tells the session's leader alone; shells pass it on.
process.once('SIGHUP', () => {
	program.kill('SIGHUP');
});

program.on('error', (error) => {
	report({kind: 'not-started', reason: error.message});
	process.exit(127);
});

program.on('spawn', () => {
	report({kind: 'started', pid: program.pid ?? 0});
});

program.on('exit', (exitCode, signal) => {
	const modes = printModes(0);
	try {
		report({kind: 'ended', modes});
	} catch {
		// The window was closed: nobody reads reports any more.
	}

	if (signal === null) {
		process.exit(exitCode ?? 1);
	}

	process.removeAllListeners(signal);
	process.kill(process.pid, signal);
});
