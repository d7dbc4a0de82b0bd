import {programName} from '../../program-name.ts';
import {isPrerequisite} from '../../ibmcloud/error-kinds.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import {byHand} from '../../plan/by-hand.ts';
import {accountsToName} from '../../plan/effect.ts';
import {commandsFor} from '../../plan/own-commands.ts';
import {scopeName, type Plan} from '../../plan/plan.ts';
import {exitStatus} from '../../plan/status.ts';
import {message} from '../../text/message.ts';
import {offer} from '../action.ts';
import type {Context} from '../context.ts';
import {waysOutOf} from '../session/login.ts';
import {candidatesOf, pairCheckMessage} from '../pair.ts';
import {changeAction} from './actions.ts';
import {scopesOf} from './scopes.ts';
import type {Blocker, ReviewedScope} from '../view.ts';

/** Returns why the review cannot offer to apply this plan; undefined if nothing blocks it. */
export function blockerOfReview(
	context: Context,
	scopes: readonly ReviewedScope[],
	plan: Plan | undefined,
): Blocker | undefined {
	const found = scopesOf(context);
	if (found.kind === 'misfit') {
		const {reason, remedy} = found;
		return {exitStatus: exitStatus.usage, message: reason, remedy, actions: []};
	}

	const {reads} = context;
	const scopesRead = context.isInteractive && found.kind === 'known' ? found.scopes : [];
	const reading =
		found.kind === 'looking-up' ? [reads.groups] : scopesRead.map((scope) => reads.credential(scope));
	const [failure] = reading.flatMap((read) => read.failure() ?? []);
	if (failure !== undefined) {
		return blockerOfRead(failure, context, plan);
	}

	if (context.isWhereSet && scopes.length === 0) {
		return setNowhere(context);
	}

	return (
		(context.change === 'set' ? refusedPair(context) : undefined) ??
		notCurrent(scopes, context.onlyIfCurrent) ??
		(plan === undefined ? undefined : unnamedAccount(plan, context))
	);
}

/** Blocks all writes if any scope has another user than the command line demands (`--if-current`). */
function notCurrent(
	scopes: readonly ReviewedScope[],
	demanded: string | null | undefined,
): Blocker | undefined {
	if (demanded === undefined) {
		return undefined;
	}

	const different = scopes.flatMap(({scope, before}) => {
		const found = before?.ok === true ? before.value : demanded;
		return found === demanded ? [] : [`${scopeName(scope)}: ${found ?? 'none'}`];
	});
	const reason = message('review.notCurrent', {demanded: demanded ?? 'none', scopes: different});
	return different.length === 0 ? undefined : {exitStatus: exitStatus.differs, message: reason, actions: []};
}

/** Blocks taking control from an account that the command line does not name, where nobody can be asked. */
function unnamedAccount(
	plan: Plan,
	{isInteractive, isDryRun, replaceAccounts, keyReference}: Context,
): Blocker | undefined {
	const missing = accountsToName(plan).filter((account) => !replaceAccounts.includes(account));
	if (isInteractive || isDryRun || missing.length === 0) {
		return undefined;
	}

	const flags = missing.map((account) => `--replace-account ${account}`);
	return {
		exitStatus: exitStatus.usage,
		message: message('usage.replaceAccount', {flags}),
		remedy: commandsFor(plan, plan.scopes, keyReference).join('\n'),
		actions: [],
	};
}

/** Blocks the rotation of a user who is set nowhere: it would do nothing and look like success. */
function setNowhere({answers}: Context): Blocker {
	return {
		exitStatus: exitStatus.failed,
		message: message('whereSet.nowhere', {username: answers.user?.value.username ?? ''}),
		remedy: `${programName} status --all`,
		actions: [],
	};
}

/** Blocks a pair that the classic API rejects: setting it would succeed all the same, and fail later. */
function refusedPair(context: Context): Blocker | undefined {
	const said = pairCheckMessage(context);
	const check = candidatesOf(context)
		.map((candidate) => candidate.check)
		.find(({kind}) => kind === 'refused');
	return check?.kind === 'refused' && said !== undefined
		? {
				exitStatus: exitStatus.failed,
				message: said,
				words: check.words,
				actions: [
					...changeAction(context.expectation === undefined ? 'key' : 'keys'),
					offer('retry-pair', message('action.retryPair')),
				],
			}
		: undefined;
}

function blockerOfRead(error: CliError, context: Context, plan: Plan | undefined): Blocker {
	const {place} = context;
	const targeted = place.group === undefined ? {} : {targetedGroup: place.group.name};
	return {
		exitStatus: isPrerequisite(error) ? exitStatus.prerequisite : exitStatus.failed,
		message: message(`error.${error.kind}`),
		remedy: error.kind === 'copy-refused' ? byHand(targeted, plan?.scopes ?? []).join('\n') : undefined,
		error,
		actions: waysOutOf(error, context, offer('retry-review', message('action.retry'))),
	};
}
