import {isAboutLogin, mayBeAboutLogin} from '../../ibmcloud/error-kinds.ts';
import type {ScopeProgress} from '../../plan/plan.ts';
import {canBeRetried, resultOf} from '../../plan/status.ts';
import {message} from '../../text/message.ts';
import type {Context} from '../context.ts';
import {isBusy, type Application} from './application.ts';
import {undoAction} from './restorable.ts';
import {waysOutOf} from './login.ts';
import {offer, type OfferedAction} from '../action.ts';
import {changeAction} from '../review/actions.ts';
import type {Progress} from '../view.ts';

/**
 * The apply board: every scope, and once all have ended, what can be done about those that failed.
 *
 * @param applications all of the session; the last one is applied.
 */
export function progressOf(
	applications: readonly Application[],
	context: Context,
	isLeaving: boolean,
): Progress {
	const {scopes = [], isMended = false} = applications.at(-1) ?? {};
	const canAsk = context.isAttended && !isLeaving && !isBusy({scopes});
	return {
		scopes,
		isLeaving,
		linkedAccount: context.place.classicAccount,
		actions: canAsk ? offered(retryActions(scopes, context, isMended), undoAction(applications)) : [],
	};
}

/** Where all is well, who confirms in haste ends the session; where something failed, first what mends it. */
function offered(retry: readonly OfferedAction[], undo: readonly OfferedAction[]): readonly OfferedAction[] {
	const last = retry.length + undo.length === 0 ? [] : [offer('finish', message('action.finish'))];
	return retry.length === 0 ? [...last, ...undo] : [...retry, ...undo, ...last];
}

/** First what mends it: a login until there was one, then another try. */
function retryActions(
	scopes: readonly ScopeProgress[],
	context: Context,
	isMended: boolean,
): OfferedAction[] {
	const failed = scopes.flatMap((scope) => {
		const result = resultOf(scope);
		return result !== undefined && canBeRetried(result) ? [{...result, change: scope.planned.change}] : [];
	});
	if (failed.length === 0) {
		return [];
	}

	const errors = failed.flatMap(({error}) => error ?? []);
	const isKeyWrong = failed.some(({error, change}) => change.kind === 'set' && error?.kind === 'key-invalid');
	const ofLogin = errors.find((each) => isAboutLogin(each)) ?? errors.find((each) => mayBeAboutLogin(each));
	const retry = offer('retry-failed', message('action.retryFailed', {count: failed.length}));
	const ways = ofLogin === undefined ? [retry] : waysOutOf(ofLogin, context, retry);
	// That token opens the whole login: it goes to nobody but IBM.
	const isTokenWanted =
		context.api?.isIbm === true && errors.some(({kind}) => kind === 'api-wants-refresh-token');
	return [
		...(isKeyWrong ? changeAction(context.expectation === undefined ? 'key' : 'keys') : []),
		...(isMended ? [retry, ...ways.filter((way) => way !== retry)] : ways),
		...(isTokenWanted ? [offer('send-refresh-token', message('action.sendRefreshToken'))] : []),
	];
}
