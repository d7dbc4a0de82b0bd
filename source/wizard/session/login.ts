import {isAboutLogin, mayBeAboutLogin} from '../../ibmcloud/about-login.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import {describeCommand} from '../../shell/describe-command.ts';
import {message} from '../../text/message.ts';
import type {Context} from '../context.ts';
import type {OfferedAction} from '../action.ts';

type Standpoint = Pick<Context, 'place' | 'isApiKeyLogin'>;

/**
 * The arguments of a login after which the operator stands where they stood: without them it forgets the
 * group, and asks for account and region (documented and seen). An API key belongs to one account: that is
 * not named.
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

/** What is offered after a failure: another try, with what mends it before, or what may mend it behind. */
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

/** What mends an ended login. */
export function loginActions(
	standpoint: Standpoint,
	label: 'action.login' | 'action.loginAgain' = 'action.login',
): readonly OfferedAction[] {
	const command = (isSso: boolean): string => describeCommand('ibmcloud', loginArguments(standpoint, isSso));
	return [
		{action: {kind: 'login'}, label: message(label, {command: command(false)})},
		{action: {kind: 'login-sso'}, label: message('action.loginSso', {command: command(true)})},
	];
}

/** What mends a missing plug-in. */
export function installAction(plugin: 'container-service' | 'sl'): OfferedAction {
	return {action: {kind: 'install', plugin}, label: message('action.install', {plugin})};
}
