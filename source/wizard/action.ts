import {isDeepStrictEqual} from 'node:util';
import type {WriterKind} from '../plan/plan.ts';
import type {Message} from '../text/message.ts';
import type {StepId} from './answers.ts';

/** What can be done besides answering. A closed list: a kind without a handler does not compile. */
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
				/** Shows how to get a key that the operator does not have. */
				| 'no-key'
				| 'login'
				| 'login-sso'
				| 'apply'
				/** Applies only the part for which nothing has to be typed. */
				| 'apply-part'
				/** Shows what will run in place of the review; handled by each frontend. */
				| 'show-commands'
				/** Puts back who was set before this run, or before the last run from this machine. */
				| 'restore'
				| 'finish'
				| 'demo'
				| 'quit';
	  }
	| {readonly kind: 'install'; readonly plugin: 'container-service' | 'sl'}
	| {readonly kind: 'writer'; readonly writer: WriterKind}
	/** `about`: the user in question, where a step is asked for several. */
	| {readonly kind: 'change'; readonly step: StepId; readonly about?: string};

/** An action as a stage offers it: an entry below the field, the list, or the lines. */
export interface OfferedAction {
	readonly action: Action;
	readonly label: Message;
}

/** Offers an action; one without parameters is given as its kind alone. */
export function offer(
	action: Action | Exclude<Action['kind'], 'install' | 'writer' | 'change'>,
	label: Message,
): OfferedAction {
	return {action: typeof action === 'string' ? {kind: action} : action, label};
}

/** Reports whether two actions do the same thing to the same target. */
export function isSameAction(one: Action, other: Action): boolean {
	return isDeepStrictEqual(one, other);
}
