import {isAboutLogin} from '../ibmcloud/errors.ts';
import type {CliError} from '../ibmcloud/types.ts';
import {describeCommand} from '../shell/describe-command.ts';
import {message} from '../text/message.ts';
import type {Context} from './context.ts';
import type {Action} from './question.ts';

type Standpoint = Pick<Context, 'place' | 'isApiKeyLogin'>;

/**
 * The arguments of a login after which the operator stands where they stood: without them it forgets the resource group,
 * and asks for account and region (documented and seen). An API key belongs to one account, so that is not named.
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

/** What mends a failure in the terminal of the session, and so stands first: nothing unless the login has ended. */
export function mendsOf(error: CliError, standpoint: Standpoint): readonly Action[] {
	return isAboutLogin(error) ? loginActions(standpoint) : [];
}

/** What mends an ended login. */
export function loginActions(standpoint: Standpoint): readonly Action[] {
	const command = (isSso: boolean): string => describeCommand('ibmcloud', loginArguments(standpoint, isSso));
	return [
		{id: 'login', label: message('action.login', {command: command(false)})},
		{id: 'login-sso', label: message('action.loginSso', {command: command(true)})},
	];
}
