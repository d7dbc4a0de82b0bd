import {isAboutLogin, mayBeAboutLogin} from '../../ibmcloud/error-kinds.ts';
import type {Read} from '../../ibmcloud/reads.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import {exitStatus} from '../../plan/status.ts';
import {describeCommand} from '../../shell/run.ts';
import {message} from '../../text/message.ts';
import {offer, type OfferedAction} from '../action.ts';
import type {Context} from '../context.ts';
import {loadingOf} from '../question.ts';
import type {Blocker, Check} from '../view.ts';

type Standpoint = Pick<Context, 'place' | 'isApiKeyLogin'>;

/**
 * Returns the arguments of a login that keeps the target: without them it forgets the group, and asks for
 * account and region (documented and seen). An API key belongs to one account, so that one is not named.
 */
export function loginArguments({place, isApiKeyLogin}: Standpoint, isSso: boolean): readonly string[] {
	return [
		'login',
		...(isSso ? ['--sso'] : []),
		...(place.group === undefined ? [] : ['-g', place.group.name]),
		...(place.region === undefined || place.region === '' ? [] : ['-r', place.region]),
		...(place.account === undefined || isApiKeyLogin ? [] : ['-c', place.account.id]),
	];
}

/** Returns what blocks and what can be done, the remedy first; undefined if nothing is missing. */
export function blockerOf(
	checks: readonly Check[],
	standpoint: Standpoint & Pick<Context, 'isInteractive'>,
): Blocker | undefined {
	const missing = checks.find(({state}) => state === 'missing');
	if (missing === undefined) {
		return undefined;
	}

	const {id, label, result = label, remedy, error} = missing;
	return {
		exitStatus: exitStatus.prerequisite,
		message: result,
		remedy,
		error,
		actions: [
			...(id === 'container-service' ? [installAction(id)] : []),
			// Without a remedy, the login is not what is missing.
			...(id === 'login' && remedy !== undefined ? loginActions(standpoint) : []),
			offer('retry', message('action.checkAgain')),
			...(id === 'cli' && standpoint.isInteractive ? [offer('demo', message('action.demo'))] : []),
			offer('quit', message('action.quit')),
		],
	};
}

/** Returns what is offered after a failure: another try, after what fixes it or before what may fix it. */
export function waysOutOf(
	error: CliError,
	standpoint: Standpoint,
	retry: OfferedAction,
): readonly OfferedAction[] {
	if (isAboutLogin(error)) {
		return [...loginActions(standpoint), retry];
	}

	return mayBeAboutLogin(error) ? [retry, ...loginActions(standpoint, 'action.loginAgain')] : [retry];
}

function loginActions(
	standpoint: Standpoint,
	label: 'action.login' | 'action.loginAgain' = 'action.login',
): readonly OfferedAction[] {
	const command = describeCommand('ibmcloud', loginArguments(standpoint, false));
	return [offer('login', message(label, {command})), offer('login-sso', message('action.loginSso'))];
}

/** Offers to install a missing plug-in. */
export function installAction(plugin: 'container-service' | 'sl'): OfferedAction {
	return offer({kind: 'install', plugin}, message('action.install', {plugin}));
}

/** Returns what a list question says about its read, and what can be done if that failed. */
export function listedBy(read: Read<unknown>, context: Context, retry: Parameters<typeof offer>[0]) {
	const error = read.failure();
	const actions = error === undefined ? [] : waysOutOf(error, context, offer(retry, message('action.retry')));
	return {loading: loadingOf(read), warnings: [], filter: true, actions} as const;
}
