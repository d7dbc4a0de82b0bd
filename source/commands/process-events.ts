import {giveBackTerminal} from '../frontends/terminal/lease.ts';
import {exitStatus} from '../plan/status.ts';
import {errorName} from '../secrets/clean.ts';
import type {Texts} from '../text/texts.ts';
import type {LeaveReason, Session} from '../wizard/session.ts';
import {failedLine} from './output.ts';

/** What SIGINT, SIGQUIT, SIGTERM and SIGHUP do, from start to end: never what Node does by default. */
export type Signals = ReturnType<typeof watchSignals>;

const reasons = {
	SIGINT: 'interrupted',
	SIGQUIT: 'quit',
	SIGTERM: 'terminated',
	SIGHUP: 'hangUp',
} as const satisfies Partial<Record<NodeJS.Signals, LeaveReason>>;

/**
 * Listens to signals for as long as the process lives: a default end would leave private copies behind.
 *
 * @param said the texts of that moment.
 */
export function watchSignals(process: NodeJS.Process, said: () => Texts) {
	const ended = Promise.withResolvers<number>();
	let session: Pick<Session, 'leave'> | undefined;
	let isHungUp = false;
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

	for (const [signal, reason] of Object.entries(reasons)) {
		process.on(signal, () => {
			receive(reason);
		});
	}

	// A file at its size limit fails the write, as Node has it; a library of ours would end the process.
	process.on('SIGXFSZ', () => {});
	return {
		/** Settles with the exit status at the first signal that no session takes. */
		ended: ended.promise,
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

/**
 * Listens for as long as the process lives to what nobody has caught.
 *
 * @param said the texts of that moment.
 */
export function watchCrashes(process: NodeJS.Process, said: () => Texts) {
	let isReported = false;
	const report = (error: unknown): number => {
		if (!isReported) {
			isReported = true;
			giveBackTerminal();
			const name = errorName(error);
			const texts = said();
			process.stderr.write(
				`${failedLine(process)}${texts.text('crash.sentence', {name})}\n${texts.text('crash.do')}\n`,
			);
		}

		return exitStatus.failed;
	};

	const happened = Promise.withResolvers<number>();
	for (const event of ['uncaughtException', 'unhandledRejection']) {
		process.on(event, (error: unknown) => {
			happened.resolve(report(error));
		});
	}

	return {
		/** Settles with the exit status at the first crash that is not somebody's rejection. */
		happened: happened.promise,
		/** Says one sentence, once, without the error's message. @returns the exit status. */
		report,
	};
}
