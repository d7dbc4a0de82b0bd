import type {Plan} from '../../plan/plan.ts';
import type {Message} from '../../text/message.ts';
import type {StepId} from '../answers.ts';
import type {ApplicationRun} from './application-run.ts';
import {progressOf} from './progress.ts';
import {checksOf} from './checks.ts';
import {confirmQuestion} from '../review/confirm.ts';
import type {Context} from '../context.ts';
import {reviewOf} from '../review/review.ts';
import {stepOf, steps} from '../steps/list.ts';
import type {Report, Stage} from '../view.ts';

/** Where a session is. */
export type Mode =
	| {readonly kind: 'checks'}
	| {readonly kind: 'asking'}
	/** This text is asked for before the plan is applied; a text that was another has been said to be one. */
	| {
			readonly kind: 'confirming';
			readonly plan: Plan;
			readonly expected: string;
			readonly mismatch: Message | undefined;
	  }
	| {readonly kind: 'applying'; readonly application: ApplicationRun}
	| {readonly kind: 'ended'; readonly report: Report};

/** What a session shows besides what its steps may look at. */
export interface StageOptions {
	readonly isLeaving: boolean;
	/** The step that is being changed from the review. */
	readonly editing: StepId | undefined;
	readonly canGoBack: boolean;
	/** How often the checks have been started again. */
	readonly checkedAgain: number;
}

/** The step that is asked now; undefined when nothing is missing, which is the review. */
export function currentStep(context: Context, editing: StepId | undefined): StepId | undefined {
	return (
		editing ?? steps.find((step) => context.answers[step.id] === undefined && step.isNeeded(context))?.id
	);
}

/** What is to be drawn, from where the session is and what is known. */
export function stageOf(mode: Mode, context: Context, options: StageOptions): Stage {
	switch (mode.kind) {
		case 'checks': {
			const {checks, blocker} = checksOf(context);
			return {
				kind: 'checks',
				checks,
				blocker: blocker && {...blocker, lookedAgain: options.checkedAgain},
			};
		}

		case 'asking': {
			const step = currentStep(context, options.editing);
			return step === undefined
				? {kind: 'review', review: reviewOf(context)}
				: {kind: 'question', step, question: stepOf(step).question(context), canGoBack: options.canGoBack};
		}

		case 'confirming': {
			return {
				kind: 'question',
				step: 'confirm',
				question: confirmQuestion(mode.plan, mode.expected, mode.mismatch),
				canGoBack: true,
			};
		}

		case 'applying': {
			return {kind: 'apply', progress: progressOf(mode.application, context, options.isLeaving)};
		}

		case 'ended': {
			return {kind: 'end', report: mode.report};
		}
	}
}
