import {isAboutLogin, mayBeAboutLogin} from '../../ibmcloud/about-login.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import type {ScopeProgress} from '../../plan/plan.ts';
import {canBeRetried, resultOf} from '../../plan/status.ts';
import {message} from '../../text/message.ts';
import type {Context} from '../context.ts';
import {isBusy, type Application} from './application.ts';
import {undoAction} from './restorable.ts';
import {loginActions} from './login.ts';
import type {OfferedAction} from '../action.ts';
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
		actions: canAsk ? offered(retryActions(scopes, context, isMended), undoAction(applications)) : [],
	};
}

/** Where all is well, who confirms in haste ends the session; where something failed, first what mends it. */
function offered(retry: readonly OfferedAction[], undo: readonly OfferedAction[]): readonly OfferedAction[] {
	const last = retry.length + undo.length === 0 ? [] : [finish];
	return retry.length === 0 ? [...last, ...undo] : [...retry, ...undo, ...last];
}

const finish: OfferedAction = {action: {kind: 'finish'}, label: message('action.finish')};

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

	const isKeyWrong = failed.some(({error, change}) => change.kind === 'set' && error?.kind === 'key-invalid');
	const isAny = (holds: (error: CliError) => boolean): boolean =>
		failed.some(({error}) => error !== undefined && holds(error));
	const logins = isAny(isAboutLogin) ? loginActions(context) : [];
	const lastResort =
		logins.length === 0 && isAny(mayBeAboutLogin) ? loginActions(context, 'action.loginAgain') : [];
	const retry: OfferedAction = {
		action: {kind: 'retry-failed'},
		label: message('action.retryFailed', {count: failed.length}),
	};
	// That token opens the whole login: it goes to nobody but IBM.
	const isTokenWanted =
		context.api?.isIbm === true && failed.some(({error}) => error?.kind === 'api-wants-refresh-token');
	return [
		...(isKeyWrong ? changeAction(context.expectation === undefined ? 'key' : 'keys') : []),
		...(isMended ? [retry, ...logins] : [...logins, retry]),
		...lastResort,
		...(isTokenWanted ? [sendRefreshToken] : []),
	];
}

const sendRefreshToken: OfferedAction = {
	action: {kind: 'send-refresh-token'},
	label: message('action.sendRefreshToken'),
};
