import type {Read} from '../ibmcloud/reads.ts';
import {message} from '../text/message.ts';
import type {Context} from './context.ts';
import {waysOutOf} from './session/login.ts';
import type {Action, OfferedAction} from './action.ts';
import type {Loading} from './question.ts';

/** How far the read behind a question is, as the question says it. */
export function loadingOf(read: Read<unknown>): Loading {
	const outcome = read.outcome();
	if (outcome !== undefined) {
		return outcome.ok ? {state: 'ready'} : {state: 'failed', error: outcome.error};
	}

	const state = read.state();
	const startedAt = state.kind === 'running' ? state.startedAt : Date.now();
	return {state: 'loading', command: read.command, startedAt};
}

/** What can be done about a list that could not be read. @param retry what reads it again. */
export function retryActions(loading: Loading, context: Context, retry: Action): readonly OfferedAction[] {
	return loading.state === 'failed'
		? waysOutOf(loading.error, context, {action: retry, label: message('action.retry')})
		: [];
}
