import {exitStatus} from '../plan/status.ts';
import {englishTexts, type Texts} from '../text/texts.ts';
import type {LeaveReason, Session} from '../wizard/session.ts';

/** What SIGINT, SIGTERM and SIGHUP do: from the first moment to the last, never what Node does by default. */
export interface Signals {
	/** Settles with the exit status at the first signal that no session takes. */
	readonly ended: Promise<number>;
	/** From now on signals make this session leave in order; one that has ended needs no more. */
	lead(session: Pick<Session, 'leave'>): void;
	/** From now on the sentence is said in this language. */
	speak(texts: Texts): void;
}

const meanings: Readonly<
	Partial<Record<NodeJS.Signals, {readonly reason: LeaveReason; readonly status: number}>>
> = {
	SIGINT: {reason: 'interrupt', status: exitStatus.interrupted},
	SIGTERM: {reason: 'terminate', status: exitStatus.terminated},
	SIGHUP: {reason: 'hang-up', status: exitStatus.hangUp},
};

/** Listens to signals for as long as the process lives: a default end would leave private copies behind. */
export function watchSignals(own: NodeJS.Process): Signals {
	const ended = Promise.withResolvers<number>();
	let session: Pick<Session, 'leave'> | undefined;
	let texts = englishTexts;
	for (const [signal, {reason, status}] of Object.entries(meanings)) {
		own.on(signal, () => {
			if (session === undefined) {
				// Only a session changes anything.
				own.stderr.write(`${texts.text('end.interrupted.nothing')}\n`);
				ended.resolve(status);
			} else {
				session.leave(reason);
			}
		});
	}

	return {
		ended: ended.promise,
		lead(next) {
			session = next;
		},
		speak(chosen) {
			texts = chosen;
		},
	};
}
