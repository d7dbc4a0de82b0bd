import {message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {Question} from '../../wizard/question.ts';
import type {Stage, View} from '../../wizard/view.ts';
import {checkLines} from '../lines/check-lines.ts';
import type {HelpTopic} from '../lines/help-lines.ts';
import {reviewLines} from '../lines/review-lines.ts';
import {plainLine} from './print.ts';
import {ActionPrompt, type ActionSubject} from './prompts/action-prompt.ts';
import type {Prompt} from './prompts/prompt.ts';
import {questionPrompt} from './prompts/question-prompt.ts';

export type Subject = Question | ActionSubject;

/** As long as this is the same, the operator is at the same place, and what was said there is not said again. */
export function topicOf(stage: Stage): string {
	return stage.kind === 'question' ? `${stage.kind} ${stage.step} ${stage.question.kind}` : stage.kind;
}

/** What is asked, or can be done, at a stage. */
export function subjectOf(stage: Stage, texts: Texts): Subject {
	switch (stage.kind) {
		case 'checks': {
			const {trouble} = stage;
			return trouble === undefined
				? nothing
				: {
						lines: checkLines({kind: 'checks', checks: [], trouble}, texts).map(plainLine),
						actions: trouble.actions,
					};
		}

		case 'question': {
			return stage.question;
		}

		case 'review': {
			const {review} = stage;
			return review.isComplete
				? {lines: reviewLines(review, texts).map(plainLine), actions: review.actions, isOneWhole: true}
				: nothing;
		}

		case 'apply': {
			return {lines: [], actions: stage.board.actions};
		}

		case 'end': {
			return nothing;
		}
	}
}

const nothing: ActionSubject = {lines: [], actions: []};

/** The prompt of a stage. It is only updated with what has the same topic, and so the same kind. */
export function promptOf(view: View, texts: Texts): Prompt<Subject> {
	const tools = {texts, field: fieldOf(view, texts)};
	const subject = subjectOf(view.stage, texts);
	return 'kind' in subject ? questionPrompt(subject, tools) : new ActionPrompt(subject, tools);
}

/** What the operator would call the field: the title of the step. */
export function fieldOf({rail, stage}: View, texts: Texts): string {
	const title = rail.find(({state}) => state === 'now')?.title;
	return stage.kind === 'question' && stage.step === 'confirm'
		? texts.text('plain.field.confirm')
		: texts.say(title ?? message('rail.checks'));
}

/** Where the operator is on the way; undefined where the way has not begun or is over. */
export function headingOf({rail, stage, place}: View, texts: Texts): string | undefined {
	const now = rail.findIndex(({state}) => state === 'now');
	const entry = rail[now];
	if (entry === undefined || stage.kind === 'checks' || stage.kind === 'end') {
		return undefined;
	}

	const step = texts.text('ui.rail', {number: now + 1, count: rail.length, title: texts.say(entry.title)});
	return place.isDemo ? texts.text('plain.heading.demo', {step}) : step;
}

/** What `?` explains. */
export function helpTopicOf(stage: Stage): HelpTopic | undefined {
	return stage.kind === 'question' ? stage.step : stage.kind === 'end' ? undefined : stage.kind;
}
