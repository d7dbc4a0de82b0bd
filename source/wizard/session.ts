import type {Action} from './action.ts';
import type {Reply} from './question.ts';
import type {Report, View} from './view.ts';

/** Why a session is left early (Ctrl-C, SIGQUIT, SIGTERM, SIGHUP), named like its exit status. */
export type LeaveReason = 'interrupted' | 'quit' | 'terminated' | 'hangUp';

/**
 * A session without its drawing. A frontend draws `view()`, subscribes to changes, and passes on what the
 * operator does; it decides nothing. Whatever does not fit the present stage is ignored.
 */
export interface Session {
	/** Returns the present view; the same object until something changes. */
	view(): View;
	/** Calls the listener after each change; returns a function that unsubscribes it. */
	subscribe(listener: () => void): () => void;
	/** Answers the present question. */
	reply(reply: Reply): void;
	/** Carries out one of the actions that the present stage offers. */
	act(action: Action): void;
	/** Goes back one step: takes the last answer away, or ends an edit begun from the review. */
	back(): void;
	/** Reports that the complete review has been on the screen; before that, `apply` does nothing. */
	reviewShown(): void;
	/**
	 * Leaves. Ends the session unless something is being applied: then the first call finishes what is in
	 * flight and starts nothing new, and the second leaves at once.
	 */
	leave(reason?: LeaveReason): void;
	/** Resolves when the session has ended. */
	readonly ended: Promise<Report>;
}
