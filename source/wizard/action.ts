import {isDeepStrictEqual} from 'node:util';
import type {WriterKind} from '../plan/plan.ts';
import type {Message} from '../text/message.ts';
import type {StepId} from './answers.ts';

/**
 * What can be done besides answering: a closed list, so that a kind nothing is done about does not compile.
 */
export type Action =
	| {
			readonly kind:
				| 'retry'
				| 'retry-users'
				| 'retry-accounts'
				| 'retry-groups'
				| 'retry-review'
				| 'retry-pair'
				| 'retry-failed'
				| 'send-refresh-token'
				| 'create-key'
				/** The ways to a key that the operator does not have. */
				| 'no-key'
				| 'login'
				| 'login-sso'
				| 'apply'
				/** Only that for which nothing has to be typed. */
				| 'apply-part'
				/** What will run, in place of the review: each frontend does it. */
				| 'show-commands'
				/** Puts back who was there before this run, or before the last run from this machine. */
				| 'restore'
				| 'finish'
				| 'demo'
				| 'quit';
	  }
	| {readonly kind: 'install'; readonly plugin: 'container-service' | 'sl'}
	| {readonly kind: 'writer'; readonly writer: WriterKind}
	/** `about`: whom, where a step is asked for several. */
	| {readonly kind: 'change'; readonly step: StepId; readonly about?: string};

/** An action as a stage offers it: an entry below the field, the list or the lines. */
export interface OfferedAction {
	readonly action: Action;
	readonly label: Message;
}

/** Offers an action; one that is about nothing is its kind alone. */
export function offer(
	action: Action | Exclude<Action['kind'], 'install' | 'writer' | 'change'>,
	label: Message,
): OfferedAction {
	return {action: typeof action === 'string' ? {kind: action} : action, label};
}

/** Returns whether two actions do the same to the same. */
export function isSameAction(one: Action, other: Action): boolean {
	return isDeepStrictEqual(one, other);
}
