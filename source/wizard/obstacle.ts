import {programName} from '../program-name.ts';
import {isAboutLogin} from '../ibmcloud/errors.ts';
import type {CliError, Credential, Outcome} from '../ibmcloud/types.ts';
import type {Scope} from '../plan/plan.ts';
import {exitStatus, isPrerequisite} from '../plan/status.ts';
import {message, type Message} from '../text/message.ts';
import type {Context} from './context.ts';
import {pairCheckOf} from './pair.ts';
import type {Action} from './question.ts';
import {scopesOf} from './scopes.ts';
import type {Trouble} from './view.ts';

/** A scope with what is set there now, as far as it has been read. */
export interface ReadScope {
	readonly scope: Scope;
	readonly before: Outcome<Credential> | undefined;
}

export interface ObstacleOptions {
	/** The commands that do it by hand, for where no private copy can be used. */
	readonly byHand: readonly string[];
	/** What the review says of the check of the pair. */
	readonly pairCheck: Message | undefined;
	/** Unattended, a scope that cannot be read fails alone. */
	readonly isAttended: boolean;
}

/** Why the review cannot offer to apply; undefined where nothing stands in the way. */
export function obstacleOf(
	context: Context,
	scopes: readonly ReadScope[],
	{byHand, pairCheck, isAttended}: ObstacleOptions,
): Trouble | undefined {
	const found = scopesOf(context);
	if (found.kind === 'no-such-group') {
		return {
			exitStatus: exitStatus.usage,
			message: message('group.notFound', {name: found.name}),
			remedy: 'ibmcloud resource groups',
			error: undefined,
			actions: [],
		};
	}

	const groups = context.reads.groups.state();
	if (found.kind === 'looking-up' && groups.kind === 'done' && !groups.outcome.ok) {
		return troubleOf(groups.outcome.error, context, byHand);
	}

	for (const {before} of isAttended ? scopes : []) {
		if (before?.ok === false) {
			return troubleOf(before.error, context, byHand);
		}
	}

	if (context.isWhereSet && scopes.length === 0) {
		return setNowhere(context);
	}

	return context.change === 'set' ? refusedPair(context, pairCheck) : undefined;
}

/** A rotation of a user who is set nowhere would do nothing and look like success. */
function setNowhere({answers}: Context): Trouble {
	return {
		exitStatus: exitStatus.failed,
		message: message('whereSet.nowhere', {username: answers.user?.value.username ?? ''}),
		remedy: `${programName} status --all`,
		error: undefined,
		actions: [],
	};
}

/** A pair that the classic API does not take would be set all the same, and fail later: it is not set. */
function refusedPair(context: Context, said: Message | undefined): Trouble | undefined {
	const check = pairCheckOf(context);
	return check.kind === 'refused' && said !== undefined
		? {
				exitStatus: exitStatus.failed,
				message: said,
				remedy: undefined,
				error: undefined,
				words: check.words,
				actions: [{id: 'retry-pair', label: message('action.retryPair')}],
			}
		: undefined;
}

function troubleOf(error: CliError, {place}: Context, handCommands: readonly string[]): Trouble {
	const isLogin = isAboutLogin(error);
	const login: Action[] = [
		{id: 'login', label: message('action.login')},
		{id: 'login-sso', label: message('action.loginSso')},
	];
	const back = place.group === undefined ? [] : [`ibmcloud target -g ${place.group.name}`];
	return {
		exitStatus: isPrerequisite(error.kind) ? exitStatus.prerequisite : exitStatus.failed,
		message: message(`error.${error.kind}`),
		remedy: error.kind === 'copy-refused' ? [...handCommands, ...back].join('\n') : undefined,
		error,
		actions: [{id: 'retry-review', label: message('action.retry')}, ...(isLogin ? login : [])],
	};
}
