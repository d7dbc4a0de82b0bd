import {giveBackTerminal} from '../frontends/terminal/lease.ts';
import {exitStatus} from '../plan/status.ts';
import {errorName} from '../secrets/clean.ts';
import type {Texts} from '../text/texts.ts';
import type {LeaveReason, Session} from '../wizard/session.ts';
import {failedLine} from './output.ts';

/** The signals and crashes of the process, from start to end. */
export type ProcessEvents = ReturnType<typeof watchProcess>;

const reasons = {
	SIGINT: 'interrupted',
	SIGQUIT: 'quit',
	SIGTERM: 'terminated',
	SIGHUP: 'hangUp',
} as const satisfies Partial<Record<NodeJS.Signals, LeaveReason>>;

/**
 * Handles signals and uncaught errors for the life of the process: the default end of a signal would leave
 * private copies behind. @param said returns the texts of the moment.
 */
export function watchProcess(process: NodeJS.Process, said: () => Texts) {
	const ended = Promise.withResolvers<number>();
	let session: Pick<Session, 'leave'> | undefined;
	let isHungUp = false;
	const report = crashReporter(process, said);
	const receive = (reason: LeaveReason): void => {
		// A closed window reports it more than once: by the shell, the kernel, and the end of the input.
		if (reason === 'hangUp' && isHungUp) {
			return;
		}

		isHungUp ||= reason === 'hangUp';
		if (session === undefined) {
			// Only a session changes anything.
			process.stderr.write(`${said().text('end.interrupted.nothing')}\n`);
			ended.resolve(exitStatus[reason]);
		} else {
			session.leave(reason);
		}
	};

	for (const event of ['uncaughtException', 'unhandledRejection']) {
		process.on(event, (error: unknown) => {
			ended.resolve(report(error));
		});
	}

	for (const [signal, reason] of Object.entries(reasons)) {
		process.on(signal, () => {
			receive(reason);
		});
	}

	// As Node has it, a write past the size limit of a file fails; a library of ours would end the process.
	process.on('SIGXFSZ', () => {});
	return {
		/** Settles with the exit status at the first crash, or at the first signal without a session. */
		ended: ended.promise,
		/** Reports a crash once, in one sentence without the error's message. @returns the exit status. */
		report,
		/** Makes signals leave this session in order from now on; one that has ended needs nothing more. */
		lead(next: Pick<Session, 'leave'>): void {
			session = next;
		},
		/** Handles the loss of the terminal, like SIGHUP. */
		hangUp: (): void => {
			receive('hangUp');
		},
	};
}

function crashReporter(process: NodeJS.Process, said: () => Texts): (error: unknown) => number {
	let isReported = false;
	return (error) => {
		if (!isReported) {
			isReported = true;
			giveBackTerminal();
			const texts = said();
			const sentence = texts.text('crash.sentence', {name: errorName(error)});
			process.stderr.write(`${failedLine(process)}${sentence}\n${texts.text('crash.do')}\n`);
		}

		return exitStatus.failed;
	};
}
