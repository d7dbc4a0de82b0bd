import type {LeaveReason, Session} from '../wizard/session.ts';

const reasons: Readonly<Partial<Record<NodeJS.Signals, LeaveReason>>> = {
	SIGINT: 'interrupt',
	SIGTERM: 'terminate',
	SIGHUP: 'hang-up',
};

/** Turns signals into leaving the session in order. Returns what stops listening. */
export function listenToSignals(own: NodeJS.Process, session: Session): () => void {
	const listen = (signal: NodeJS.Signals): void => {
		session.leave(reasons[signal] ?? 'terminate');
	};

	const signals = Object.keys(reasons) as NodeJS.Signals[];
	for (const signal of signals) {
		own.on(signal, listen);
	}

	return () => {
		for (const signal of signals) {
			own.off(signal, listen);
		}
	};
}
