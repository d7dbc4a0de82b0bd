import type {ScopeProgress} from '../plan/plan.ts';
import {resultOf} from '../plan/status.ts';
import {message} from '../text/message.ts';
import type {Action} from './question.ts';
import type {Board} from './view.ts';

export interface BoardOptions {
	/** Whether somebody can be asked to retry. */
	readonly isAttended: boolean;
	readonly isLeaving: boolean;
}

/** Whether any scope is still to be done. */
export function isBusy(scopes: readonly ScopeProgress[]): boolean {
	return scopes.some(({state}) => state.kind !== 'done');
}

/** The apply board: every scope, and once all have ended, what can be done about those that failed. */
export function boardOf(scopes: readonly ScopeProgress[], {isAttended, isLeaving}: BoardOptions): Board {
	const canAsk = isAttended && !isLeaving && !isBusy(scopes);
	return {scopes, isLeaving, actions: canAsk ? retryActions(scopes) : []};
}

function retryActions(scopes: readonly ScopeProgress[]): Action[] {
	const failed = scopes.flatMap((scope) => {
		const result = resultOf(scope);
		return result?.kind === 'failed' ? [result] : [];
	});
	if (failed.length === 0) {
		return [];
	}

	const isKeyWrong = failed.some(({error}) => error.kind === 'key-invalid');
	return [
		...(isKeyWrong ? [{id: 'change:key', label: message('action.change.key')}] : []),
		{id: 'retry-failed', label: message('action.retryFailed', {count: failed.length})},
		{id: 'finish', label: message('action.finish')},
	];
}
