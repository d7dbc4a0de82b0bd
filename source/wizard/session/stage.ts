import {isAboutLogin, mayBeAboutLogin} from '../../ibmcloud/error-kinds.ts';
import {expectedOf, type ScopeProgress} from '../../plan/plan.ts';
import {canBeRetried, resultOf} from '../../plan/status.ts';
import {message} from '../../text/message.ts';
import {offer, type OfferedAction} from '../action.ts';
import type {StepId} from '../answers.ts';
import {byKind} from '../by-kind.ts';
import type {Context} from '../context.ts';
import {changeAction} from '../review/actions.ts';
import {confirmQuestion} from '../review/takeover.ts';
import {reviewOf} from '../review/review.ts';
import type {Step} from '../step.ts';
import {stepOf, steps} from '../steps/list.ts';
import {topicOf, type Position, type Progress, type Stage, type Topic, type View} from '../view.ts';
import {isBusy, type Application} from './application.ts';
import {asides} from './asides.ts';
import {checksOf} from './checks.ts';
import {canGoBack} from './conversation.ts';
import {waysOutOf} from './login.ts';
import {undoAction} from './restorable.ts';
import {cameFrom, contextOf, type Given, type State} from './state.ts';
import {answeredOf} from './transcript.ts';

/** Returns everything that a frontend draws. */
export function viewOf(state: State, given: Given): View {
	const context = contextOf(state, given);
	const stage = stageOf(state, context);
	const asked = stage.kind === 'question' ? stage.step : undefined;
	const {transcript} = state;
	return {
		place: {isDemo: context.isDemo, user: context.place.user},
		position: positionOf(stage, context),
		transcript,
		// Before the checks are passed, the transcript is empty.
		answered: transcript.length === 0 ? [] : answeredOf(context, asked),
		stage,
	};
}

/** Returns the step that is asked now; undefined if none is missing, which means the review. */
export function currentStep({conversation}: State, context: Context): StepId | undefined {
	return (
		conversation.editing ??
		steps.find(
			(step: Step) =>
				step.isNeeded(context) && (step.isOpen?.(context) ?? context.answers[step.id] === undefined),
		)?.id
	);
}

/** Returns the stage to draw. */
export function stageOf(state: State, context: Context): Stage {
	return stageIn(state.mode, state, context);
}

const stageIn = byKind<State['mode'], [State, Context], Stage>({
	checks(_, {checkedAgain}, context) {
		const {checks, blocker} = checksOf(context);
		return {kind: 'checks', checks, blocker: blocker && {...blocker, lookedAgain: checkedAgain}};
	},
	asking(_, state, context) {
		const step = currentStep(state, context);
		return step === undefined
			? {kind: 'review', review: reviewOf(context)}
			: {
					kind: 'question',
					step,
					question: stepOf(step).question(context),
					canGoBack: canGoBack(state.conversation) || cameFrom(state) !== undefined,
				};
	},
	confirming: (confirmation) => ({
		kind: 'question',
		step: 'confirm',
		question: confirmQuestion(confirmation),
		canGoBack: true,
	}),
	aside: ({about}, state, context) => ({
		kind: 'question',
		step: currentStep(state, context) ?? 'review',
		question: asides[about](context),
		canGoBack: true,
	}),
	applying: (_, {applied, leaveReason}, context) => ({
		kind: 'apply',
		progress: progressOf(applied, context, leaveReason !== undefined),
	}),
	ended: ({report}) => ({kind: 'end', report}),
});

/** Returns every scope of the last application and, once all are done, what can be done next. */
function progressOf(applications: readonly Application[], context: Context, isLeaving: boolean): Progress {
	const {scopes = [], isMended = false} = applications.at(-1) ?? {};
	const canAsk = context.isInteractive && !isLeaving && !isBusy({scopes});
	const retry = canAsk ? retryActions(scopes, context, isMended) : [];
	const undo = canAsk ? undoAction(applications) : [];
	const last = retry.length + undo.length === 0 ? [] : [offer('finish', message('action.finish'))];
	return {
		scopes,
		isLeaving,
		linkedAccount: context.place.classicAccount,
		// A hasty Enter takes the first entry: the end if all is well, else what fixes the failure.
		actions: retry.length === 0 ? [...last, ...undo] : [...retry, ...undo, ...last],
	};
}

/** Offers what fixes it first: a login until there was one, then another try. */
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
	// That token opens the whole login, so it only goes to IBM.
	const isTokenWanted =
		context.api?.isIbm === true && errors.some(({kind}) => kind === 'api-wants-refresh-token');
	return [
		...(isKeyWrong ? changeAction(context.expectation === undefined ? 'key' : 'keys') : []),
		...(isMended ? [retry, ...ways.filter((way) => way !== retry)] : ways),
		...(isTokenWanted ? [offer('send-refresh-token', message('action.sendRefreshToken'))] : []),
	];
}

/** Returns the position of a stage; the confirmation belongs to the review. */
function positionOf(stage: Stage, context: Context): Position | undefined {
	const topic = topicOf(stage);
	const current = topic === 'confirm' ? 'review' : topic;
	const way: ReadonlyArray<Pick<Position, 'title'> & {readonly id: Topic}> = [
		{id: 'checks', title: message('rail.checks')},
		...steps.filter(
			(step) => step.isNeeded(context) || context.answers[step.id] !== undefined || step.id === current,
		),
		{id: 'review', title: message('rail.review')},
		{id: 'apply', title: message('rail.apply')},
	];
	const index = way.findIndex(({id}) => id === current);
	const title = way[index]?.title;
	return title && {number: index + 1, count: way.length, title};
}

/** The actions that a stage offers. */
export const actionsAt = byKind<Stage, [], readonly OfferedAction[]>({
	checks: ({blocker}) => blocker?.actions ?? [],
	question: ({question}) => question.actions,
	review: ({review}) => review.actions,
	apply: ({progress}) => progress.actions,
	end: () => [],
});

/**
 * Returns what a complete review says will happen, as one text, which must not change between being shown and
 * being applied. Only what is drawn counts; undefined while incomplete.
 */
export function contentOf(stage: Stage): string | undefined {
	if (stage.kind !== 'review' || !stage.review.isComplete) {
		return undefined;
	}

	const {linkedAccount, scopes, pairCheck, dangers, warnings, commands, blocker} = stage.review;
	const drawn = scopes.map(({scope, change, before, effect, clusters, accountInForce}) => ({
		scope,
		after: expectedOf({change}),
		keyFingerprint: change.kind === 'set' ? change.pair.apiKey?.fingerprint : undefined,
		accountInForce,
		before: before?.ok === true ? before.value : 'unreadable',
		effect,
		clusters: clusters?.map(({name}) => name),
	}));
	const reason = blocker?.message;
	return JSON.stringify({linkedAccount, drawn, pairCheck, dangers, warnings, commands, reason});
}
