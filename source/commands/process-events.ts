import {giveBackTerminal} from '../frontends/terminal/lease.ts';
import {exitStatus} from '../plan/status.ts';
import {errorName} from '../secrets/clean.ts';
import type {Texts} from '../text/texts.ts';
import type {LeaveReason, Session} from '../wizard/session.ts';
import {failedLine} from './output.ts';

/** Signals and crashes, from start to end. */
export type ProcessEvents = ReturnType<typeof watchProcess>;

const reasons = {
	SIGINT: 'interrupted',
	SIGQUIT: 'quit',
	SIGTERM: 'terminated',
	SIGHUP: 'hangUp',
} as const satisfies Partial<Record<NodeJS.Signals, LeaveReason>>;

/**
 * Listens for as long as the process lives to signals, since a default end would leave private copies behind,
 * and to what nobody has caught.
 *
 * @param said the texts of that moment.
 */
export function watchProcess(process: NodeJS.Process, said: () => Texts) {
	const ended = Promise.withResolvers<number>();
	let session: Pick<Session, 'leave'> | undefined;
	let isHungUp = false;
	const report = crashReporter(process, said);
	const receive = (reason: LeaveReason): void => {
		// A closed window says so more than once: by the shell, the kernel, and the end of the input.
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

	// A file at its size limit fails the write, as Node has it; a library of ours would end the process.
	process.on('SIGXFSZ', () => {});
	return {
		/** Settles with the exit status at the first crash, or signal that no session takes. */
		ended: ended.promise,
		/** Says of a crash one sentence, once, without the error's message. @returns the exit status. */
		report,
		/** From now on signals make this session leave in order; one that has ended needs no more. */
		lead(next: Pick<Session, 'leave'>): void {
			session = next;
		},
		/** The terminal is gone, as SIGHUP says too. */
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
