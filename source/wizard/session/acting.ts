import type {Read} from '../../ibmcloud/reads.ts';
import {pairsOf} from '../../plan/plan.ts';
import {exitStatus, statusOfDryRun} from '../../plan/status.ts';
import {isSameAction, type Action} from '../action.ts';
import type {Answers} from '../answers.ts';
import {byKind} from '../by-kind.ts';
import type {Context} from '../context.ts';
import {partWithoutNames, textToType} from '../review/takeover.ts';
import type {Stage} from '../view.ts';
import {usersRead} from '../steps/user.ts';
import {giveAnswer} from './answering.ts';
import {allScopes, type Application} from './application.ts';
import {apply, end, endApplied, forgetCredentials, presentOf, quit, retryFailed} from './applying.ts';
import {beginConversation, edited} from './conversation.ts';
import {withCreation} from './key-creation.ts';
import {loginArguments} from './login.ts';
import {failedReviewReads} from './read-ahead.ts';
import {pairCheckReads} from '../pair.ts';
import {lastReplaced, undoOf} from './restorable.ts';
import {actionsAt, contentOf, stageOf} from './stage.ts';
import {contextOf, type Given, next, type State, type Update} from './state.ts';

interface Present {
	readonly state: State;
	readonly context: Context;
	readonly stage: Stage;
	readonly given: Given;
}

/** Carries out an action that the present stage offers; any other changes nothing. */
export function act(state: State, action: Action, given: Given): Update {
	const context = contextOf(state, given);
	const stage = stageOf(state, context);
	// Every question can be quit by a word, even if no entry offers it.
	const canQuit = action.kind === 'quit' && stage.kind === 'question';
	if (!canQuit && !actionsAt(stage).some((offered) => isSameAction(offered.action, action))) {
		return next(state);
	}

	return perform(action, {state, context, stage, given});
}

const perform = byKind<Action, [Present], Update>({
	retry: (_, {state}) => next(state, {kind: 'configure'}),
	'retry-users': (_, {state, context}) => readAgain(state, [usersRead(context)]),
	'retry-accounts': (_, {state, context}) => readAgain(state, [context.reads.accounts]),
	'retry-groups': (_, {state, context}) => readAgain(state, [context.reads.groups]),
	'retry-review': (_, {state, context}) => readAgain(state, failedReviewReads(context)),
	'retry-pair'(_, {state, context}) {
		const open = pairCheckReads(context).filter((read) => read.value()?.kind !== 'valid');
		return readAgain({...state, shownReview: undefined}, open);
	},
	'retry-failed': (_, {state}) => retryFailed(state),
	'send-refresh-token'(_, {state}) {
		const {state: after, effects} = retryFailed(state);
		return next(after, {kind: 'allow-refresh-token'}, ...effects);
	},
	'create-key'(_, {state, context: {answers, keyCreation}, given}) {
		// After going back, a key that was created before is used again.
		if (keyCreation.kind === 'made') {
			return giveAnswer(state, 'key', {value: keyCreation.key, source: 'created'}, given);
		}

		const {username, listed: {id} = {}} = answers.user?.value ?? {};
		if (username === undefined || id === undefined || keyCreation.kind === 'running') {
			return next(state);
		}

		const user = {username, id, account: answers.listAccount?.value};
		const keys = withCreation(state.keys, {user, creation: {kind: 'running'}});
		return next({...state, keys}, {kind: 'create-key', user});
	},
	'no-key': (_, {state}) => next({...state, mode: {kind: 'aside', about: 'no-key'}}),
	login: (_, {state, context}) => run(state, loginArguments(context, false)),
	'login-sso': (_, {state, context}) => run(state, loginArguments(context, true)),
	install: ({plugin}, {state}) => run(state, ['plugin', 'install', plugin]),
	writer: ({writer}, {state}) => next({...state, writer, shownReview: undefined}),
	change({step, about}, {state, given}) {
		const conversation = edited(state.conversation, step, about);
		// The next review has to show what was set until now.
		const scopes = presentOf(state)?.plan.scopes ?? [];
		return next(
			{...state, mode: {kind: 'asking'}, conversation, shownReview: undefined},
			...forgetCredentials(scopes, given.reads),
		);
	},
	apply: (_, present) => confirmOrApply(present, false),
	'apply-part': (_, present) => confirmOrApply(present, true),
	// Each frontend does that; nothing changes here.
	'show-commands': (_, {state}) => next(state),
	restore: (_, present) => restore(present),
	finish(_, {state, context, stage, given}) {
		const {mode, applied, restoring} = state;
		// If somebody else has put everything back, nothing is left to do; what was applied stays true.
		if (mode.kind === 'applying' || (restoring !== undefined && applied.length > 0)) {
			return endApplied(state, given);
		}

		// With a file the status says what was found; `nothing-to-do` is reported whatever that was.
		const plan = stage.kind === 'review' ? stage.review.plan : undefined;
		const {isDryRun, expectation} = context;
		return end(state, given, {
			outcome: isDryRun && plan?.scopes.length !== 0 ? 'dry-run' : 'nothing-to-do',
			exitStatus: expectation === undefined || plan === undefined ? exitStatus.done : statusOfDryRun(plan),
		});
	},
	demo: (_, {state, given}) => end(state, given, {outcome: 'demo', exitStatus: exitStatus.done}),
	quit: (_, {state, given}) => quit(state, given),
});

function readAgain(state: State, reads: ReadonlyArray<Read<unknown>>): Update {
	return next(state, {kind: 'again', reads});
}

function run(state: State, args: readonly string[]): Update {
	return next(state, {kind: 'run-interactive', args});
}

/**
 * Applies what a complete review has shown, after what has to be typed; with `isPart`, what needs no typing.
 */
function confirmOrApply({state, stage, context}: Present, isPart: boolean): Update {
	const whole = stage.kind === 'review' ? stage.review.plan : undefined;
	const plan = isPart && whole !== undefined ? partWithoutNames(whole, context.replaceAccounts) : whole;
	const isShown = state.shownReview !== undefined && state.shownReview === contentOf(stage);
	if (plan === undefined || !isShown || context.isDryRun) {
		return next(state);
	}

	const expected = context.isInteractive ? textToType(plan, context.replaceAccounts) : '';
	return expected === ''
		? apply(state, plan)
		: next({...state, mode: {kind: 'confirming', plan, expected, mismatch: undefined}});
}

/**
 * Puts back who was set before, like a file that names them: it is read, reviewed, and confirmed as usual.
 * After a run, its held keys are used; otherwise the keys are asked for.
 */
function restore({state, context}: Present): Update {
	const {mode, applied, conversation} = state;
	const {account} = context.place;
	const isUndo = mode.kind === 'applying';
	const scopes = isUndo ? undoOf(applied) : lastReplaced(context);
	if (account === undefined || scopes.length === 0) {
		return next(state);
	}

	const {resume} = conversation.answers;
	const kept: Answers = resume === undefined ? {} : {resume};
	const restored: State = {
		...state,
		mode: {kind: 'asking'},
		restoring: {expectation: {path: 'journal', accountId: account.id, scopes}, from: state},
		conversation: beginConversation(isUndo ? {...kept, ...keysOf(applied)} : kept),
		left: undefined,
		shownReview: undefined,
	};
	const changed = allScopes(applied).map(({planned}) => planned);
	return isUndo
		? next(restored, ...forgetCredentials(changed, context.reads), {
				kind: 'again',
				reads: [context.reads.clusters],
			})
		: next(restored);
}

/** Returns the remaining keys: those that undo the run, and those that were set, which undo the undo. */
function keysOf(applications: readonly Application[]): Answers {
	const pairs = applications.flatMap(({plan}) => pairsOf(plan));
	const set = pairs.flatMap(({username, apiKey}) =>
		apiKey === undefined ? [] : [[username, apiKey] as const],
	);
	return {
		keys: {value: applications.at(-1)?.plan.heldKeys ?? new Map(), source: 'typed'},
		oldKeys: {value: new Map(set), source: 'typed'},
	};
}
