import type {StepId} from '../answers.ts';
import type {Context} from '../context.ts';
import {confirmQuestion} from '../review/confirm.ts';
import {reviewOf} from '../review/review.ts';
import type {Step} from '../step.ts';
import {stepOf, steps} from '../steps/list.ts';
import type {Stage, View} from '../view.ts';
import {answeredOf} from './answered.ts';
import {asides} from './asides.ts';
import {checksOf} from './checks.ts';
import {canGoBack} from './conversation.ts';
import {progressOf} from './progress.ts';
import {railOf} from './rail.ts';
import {cameFrom, contextOf, type Given, type State} from './state.ts';

/** Everything that a frontend draws. */
export function viewOf(state: State, given: Given): View {
	const context = contextOf(state, given);
	const stage = stageOf(state, context);
	const asked = stage.kind === 'question' ? stage.step : undefined;
	const {transcript} = state;
	return {
		place: {isDemo: context.isDemo, user: context.place.user},
		rail: railOf(stage, context),
		transcript,
		// Before the checks are passed there is nothing in the record.
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
	const {mode, conversation, checkedAgain} = state;
	switch (mode.kind) {
		case 'checks': {
			const {checks, blocker} = checksOf(context);
			return {kind: 'checks', checks, blocker: blocker && {...blocker, lookedAgain: checkedAgain}};
		}

		case 'asking': {
			const step = currentStep(state, context);
			return step === undefined
				? {kind: 'review', review: reviewOf(context)}
				: {
						kind: 'question',
						step,
						question: stepOf(step).question(context),
						canGoBack: canGoBack(conversation) || cameFrom(state) !== undefined,
					};
		}

		case 'confirming': {
			return {
				kind: 'question',
				step: 'confirm',
				question: confirmQuestion(mode.plan, mode.expected, mode.mismatch),
				canGoBack: true,
			};
		}

		case 'aside': {
			return {
				kind: 'question',
				step: currentStep(state, context) ?? 'review',
				question: asides[mode.about](context),
				canGoBack: true,
			};
		}

		case 'applying': {
			const isLeaving = state.leaveReason !== undefined;
			return {kind: 'apply', progress: progressOf([...state.applied, mode.application], context, isLeaving)};
		}

		case 'ended': {
			return {kind: 'end', report: mode.report};
		}
	}
}
