import type {Action} from './action.ts';
import type {Reply} from './question.ts';
import type {Report, View} from './view.ts';

/** Why a session is left early (Ctrl-C, SIGQUIT, SIGTERM, SIGHUP), as its exit status is called. */
export type LeaveReason = 'interrupted' | 'quit' | 'terminated' | 'hangUp';

/**
 * A session without its drawing. A frontend draws `view()`, subscribes to its changes and passes on what the
 * operator does; it decides nothing. What does not fit the present stage does nothing.
 */
export interface Session {
	/** The present view; the same object until something changes. */
	view(): View;
	/** Calls the listener after each change; returns what unsubscribes it. */
	subscribe(listener: () => void): () => void;
	/** Answers the present question. */
	reply(reply: Reply): void;
	/** Does one of the actions that the present stage offers. */
	act(action: Action): void;
	/** Goes back one step: takes the last answer away, or ends an edit that was begun from the review. */
	back(): void;
	/** Says that the complete review has been on the screen; before that, `apply` does nothing. */
	reviewShown(): void;
	/**
	 * The operator wants to leave. While nothing is applied this ends the session; while applying, the first
	 * call finishes what is in flight and starts nothing new, the second leaves at once.
	 */
	leave(reason?: LeaveReason): void;
	/** Settles when the session has ended. */
	readonly ended: Promise<Report>;
}
