import type {Read} from '../../ibmcloud/reads.ts';
import type {Configuration, Outcome} from '../../ibmcloud/types.ts';
import type {ScopeState} from '../../plan/plan.ts';
import type {UnfinishedRun} from '../../plan/recorded-runs.ts';
import type {Secret} from '../../secrets/secret.ts';
import type {Action} from '../action.ts';
import type {Reply} from '../question.ts';
import type {LeaveReason} from '../session.ts';
import type {Report} from '../view.ts';
import type {Turn} from './application.ts';
import type {KeyUser} from './key-creation.ts';
import type {State} from './state.ts';

/** What happens to a session: what the operator does, and what comes back from its effects. */
export type Event =
	| {readonly kind: 'begin'}
	| {readonly kind: 'reply'; readonly reply: Reply}
	| {readonly kind: 'act'; readonly action: Action}
	| {readonly kind: 'back'}
	| {readonly kind: 'review-shown'}
	| {readonly kind: 'leave'; readonly reason: LeaveReason}
	/** A read has started or answered: the reads say which. */
	| {readonly kind: 'read'}
	/** The CLI's configuration has been read again. */
	| {readonly kind: 'configured'; readonly configuration: Configuration | undefined}
	| {readonly kind: 'key-created'; readonly user: KeyUser; readonly outcome: Outcome<Secret>}
	/** How far a scope of the plan is that is applied. */
	| {readonly kind: 'scope'; readonly index: number; readonly state: ScopeState}
	/** Nothing of the turn is in flight any more; `at` in milliseconds since the epoch. */
	| {readonly kind: 'turn-ended'; readonly at: number};

/** What a session wants done, as data. */
export type SideEffect =
	/** `start`: those not started yet; `again`: anew; `forget`: read when they are next started. */
	| {readonly kind: 'start' | 'again' | 'forget'; readonly reads: ReadonlyArray<Read<unknown>>}
	/** Read the CLI's configuration again. */
	| {readonly kind: 'configure'}
	/** Run `ibmcloud` in the operator's terminal, then read its configuration again. */
	| {readonly kind: 'run-interactive'; readonly args: readonly string[]}
	| {readonly kind: 'create-key'; readonly user: KeyUser}
	| {readonly kind: 'apply'; readonly turn: Turn}
	/** Let what is in flight finish and be read back, and start nothing new. */
	| {readonly kind: 'stop'}
	/** End what is in flight. */
	| {readonly kind: 'abort'}
	/** From now on the refresh token may be sent. */
	| {readonly kind: 'allow-refresh-token'}
	/** The operator has been told of a run that died. */
	| {readonly kind: 'acknowledge'; readonly run: UnfinishedRun}
	/** Take this value out of everything that is shown. */
	| {readonly kind: 'protect'; readonly secret: Secret}
	| {readonly kind: 'end'; readonly report: Report};

/** What an event leads to. */
export interface Update {
	readonly state: State;
	/** To be carried out in this order. */
	readonly effects: readonly SideEffect[];
}

/** What an event leads to that wants nothing done, or does not fit: then the state is the same one. */
export function only(state: State): Update {
	return {state, effects: []};
}
