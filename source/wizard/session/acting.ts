import {exitStatus, statusOfDryRun} from '../../plan/status.ts';
import {isSameAction, type Action} from '../action.ts';
import type {Context} from '../context.ts';
import {partWithoutNames, textToType} from '../review/confirm.ts';
import type {Stage} from '../view.ts';
import {usersRead} from '../steps/user.ts';
import {giveAnswer} from './answering.ts';
import {isBusy, statusOfApplications} from './application.ts';
import {apply, end, forgetCredentials, quit, retryFailed} from './applying.ts';
import {edited} from './conversation.ts';
import {only, type Effect, type Update} from './event.ts';
import {creating, isCreating, keyMadeFor} from './key-creation.ts';
import {loginArguments} from './login.ts';
import {failedReviewReads} from './read-ahead.ts';
import {pairCheckReads} from '../pair.ts';
import {actionsAt, contentOf} from './shown.ts';
import {restore} from './restoring.ts';
import {stageOf} from './stage.ts';
import {contextOf, settingsOf, type Given, type State} from './state.ts';

/** Does what the present stage offers; anything else changes nothing. */
export function act(state: State, action: Action, given: Given): Update {
	const context = contextOf(state, given);
	const stage = stageOf(state, context);
	// Whoever is asked something can quit, by a word where no entry says so.
	const canQuit = action.kind === 'quit' && stage.kind === 'question';
	if (!canQuit && !actionsAt(stage).some((offered) => isSameAction(offered.action, action))) {
		return only(state);
	}

	const {reads} = context;
	const want = (...effects: readonly Effect[]): Update => ({state, effects});
	const runs = (...args: readonly string[]): Update => want({kind: 'run-interactive', args});
	switch (action.kind) {
		case 'retry': {
			return want({kind: 'configure'});
		}

		case 'retry-users': {
			return want({kind: 'again', reads: [usersRead(context)]});
		}

		case 'retry-accounts': {
			return want({kind: 'again', reads: [reads.accounts]});
		}

		case 'retry-groups': {
			return want({kind: 'again', reads: [reads.groups]});
		}

		case 'retry-review': {
			return want({kind: 'again', reads: failedReviewReads(context)});
		}

		case 'retry-pair': {
			return {
				state: {...state, shownReview: undefined},
				effects: [
					{kind: 'again', reads: pairCheckReads(context).filter((read) => read.value()?.kind !== 'valid')},
				],
			};
		}

		case 'retry-failed': {
			return retryFailed(state);
		}

		case 'send-refresh-token': {
			const {state: after, effects} = retryFailed(state);
			return {state: after, effects: [{kind: 'allow-refresh-token'}, ...effects]};
		}

		case 'create-key': {
			return createKey(state, context, given);
		}

		case 'no-key': {
			return only({...state, mode: {kind: 'aside', about: 'no-key'}});
		}

		case 'login':
		case 'login-sso': {
			return runs(...loginArguments(context, action.kind === 'login-sso'));
		}

		case 'install': {
			return runs('plugin', 'install', action.plugin);
		}

		case 'writer': {
			return only({...state, writer: action.writer, shownReview: undefined});
		}

		case 'change': {
			return change(state, action, given);
		}

		case 'apply':
		case 'apply-part': {
			return confirmOrApply(state, stage, context, action.kind === 'apply-part');
		}

		// Each frontend does it: nothing changes.
		case 'show-commands': {
			return only(state);
		}

		case 'restore': {
			return restore(state, context);
		}

		case 'finish': {
			return finish(state, stage, given);
		}

		case 'demo': {
			return end(state, given, {outcome: 'demo', exitStatus: exitStatus.done});
		}

		case 'quit': {
			return quit(state, given);
		}
	}
}

/** A key that was created before is taken again after going back. */
function createKey(state: State, {answers}: Context, given: Given): Update {
	const {username, listed} = answers.user?.value ?? {};
	const id = listed?.id;
	if (username === undefined || id === undefined) {
		return only(state);
	}

	const made = keyMadeFor(state.keys, username);
	if (made !== undefined) {
		return giveAnswer(state, 'key', {value: made, source: 'created'}, given);
	}

	const user = {username, id, account: answers.listAccount?.value};
	return isCreating(state.keys)
		? only(state)
		: {state: {...state, keys: creating(state.keys, user)}, effects: [{kind: 'create-key', user}]};
}

/** Asks a step again. What was set until now is what the next review has to show. */
function change(state: State, {step, about}: Extract<Action, {kind: 'change'}>, {reads}: Given): Update {
	const {mode, applied, conversation} = state;
	const asking: State = {
		...state,
		mode: {kind: 'asking'},
		conversation: edited(conversation, step, about),
		shownReview: undefined,
	};
	if (mode.kind !== 'applying') {
		return mode.kind === 'asking' || mode.kind === 'aside' ? only(asking) : only(state);
	}

	const {application} = mode;
	return isBusy(application)
		? only(state)
		: {
				state: {...asking, applied: [...applied, application]},
				effects: forgetCredentials(application.plan.scopes, reads),
			};
}

/**
 * Applies only what a complete review has shown on the screen, after what has to be typed before.
 *
 * @param isPart only that for which nothing has to be typed.
 */
function confirmOrApply(state: State, stage: Stage, context: Context, isPart: boolean): Update {
	const whole = stage.kind === 'review' ? stage.review.plan : undefined;
	const plan = isPart && whole !== undefined ? partWithoutNames(whole, context.replaceAccounts) : whole;
	const isShown = state.shownReview !== undefined && state.shownReview === contentOf(stage);
	if (plan === undefined || !isShown || context.isDryRun) {
		return only(state);
	}

	const expected = context.isAttended ? textToType(plan, context.replaceAccounts) : '';
	return expected === ''
		? apply(state, plan)
		: only({...state, mode: {kind: 'confirming', plan, expected, mismatch: undefined}});
}

/** A dry run of a file ends with what it has found; where nothing would be set, that is said whatever it was. */
function finish(state: State, stage: Stage, given: Given): Update {
	const {mode, applied} = state;
	if (mode.kind === 'applying' && !isBusy(mode.application)) {
		return end(state, given, {
			outcome: 'applied',
			exitStatus: statusOfApplications([...applied, mode.application]),
		});
	}

	const plan = stage.kind === 'review' ? stage.review.plan : undefined;
	const {isDryRun, expectation} = settingsOf(state, given.options);
	// What was put back meanwhile by somebody else leaves nothing to do, and what was applied before stays true.
	if (state.restoring !== undefined && applied.length > 0) {
		return quit(state, given);
	}

	return mode.kind === 'asking'
		? end(state, given, {
				outcome: isDryRun && plan?.scopes.length !== 0 ? 'dry-run' : 'nothing-to-do',
				exitStatus: expectation === undefined || plan === undefined ? exitStatus.done : statusOfDryRun(plan),
			})
		: only(state);
}
