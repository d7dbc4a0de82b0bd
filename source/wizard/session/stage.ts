import {expectedOf} from '../../plan/plan.ts';
import {message} from '../../text/message.ts';
import type {OfferedAction} from '../action.ts';
import type {StepId} from '../answers.ts';
import {byKind} from '../by-kind.ts';
import type {Context} from '../context.ts';
import {confirmQuestion} from '../review/takeover.ts';
import {reviewOf} from '../review/review.ts';
import type {Step} from '../step.ts';
import {stepOf, steps} from '../steps/list.ts';
import {topicOf, type Position, type Review, type Stage, type Topic, type View} from '../view.ts';
import {answeredOf} from './transcript.ts';
import {asides} from './asides.ts';
import {checksOf} from './checks.ts';
import {canGoBack} from './conversation.ts';
import {progressOf} from './progress.ts';
import {cameFrom, contextOf, type Given, type State} from './state.ts';

/** Everything that a frontend draws. */
export function viewOf(state: State, given: Given): View {
	const context = contextOf(state, given);
	const stage = stageOf(state, context);
	const asked = stage.kind === 'question' ? stage.step : undefined;
	const {transcript} = state;
	return {
		place: {isDemo: context.isDemo, user: context.place.user},
		position: positionOf(stage, context),
		transcript,
		// Before the checks are passed there is nothing in the transcript.
		answered: transcript.length === 0 ? [] : answeredOf(context, asked),
		stage,
	};
}

/** The step that is asked now; undefined when nothing is missing, which is the review. */
export function currentStep({conversation}: State, context: Context): StepId | undefined {
	return (
		conversation.editing ??
		steps.find(
			(step: Step) =>
				step.isNeeded(context) && (step.isOpen?.(context) ?? context.answers[step.id] === undefined),
		)?.id
	);
}

/** What is to be drawn, from where the session is and what is known. */
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
	confirming: ({plan, expected, mismatch}) => ({
		kind: 'question',
		step: 'confirm',
		question: confirmQuestion(plan, expected, mismatch),
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

/** The confirmation is part of the review. */
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

/** What can be done at a stage besides answering. */
export const actionsAt = byKind<Stage, [], readonly OfferedAction[]>({
	checks: ({blocker}) => blocker?.actions ?? [],
	question: ({question}) => question.actions,
	review: ({review}) => review.actions,
	apply: ({progress}) => progress.actions,
	end: () => [],
});

/**
 * What a complete review says will happen, as one text: it must not change between being on the screen and
 * being applied. Only what is drawn counts; undefined while incomplete.
 */
export function contentOf(stage: Stage): string | undefined {
	return stage.kind === 'review' && stage.review.isComplete
		? JSON.stringify(partsOf(stage.review))
		: undefined;
}

function partsOf(review: Review): unknown {
	return {
		linkedAccount: review.linkedAccount,
		scopes: review.scopes.map(({scope, change, before, effect, clusters, accountInForce}) => ({
			scope,
			after: expectedOf({change}),
			keyFingerprint: change.kind === 'set' ? change.pair.apiKey?.fingerprint : undefined,
			accountInForce,
			before: before?.ok === true ? before.value : 'unreadable',
			effect,
			clusters: clusters?.map(({name}) => name),
		})),
		pairCheck: review.pairCheck,
		dangers: review.dangers,
		warnings: review.warnings,
		commands: review.commands,
		blocker: review.blocker?.message,
	};
}
