import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {OfferedAction} from '../../wizard/action.ts';
import type {Stage, View} from '../../wizard/view.ts';
import {actionOf} from '../fields/answer.ts';
import type {Field} from '../fields/fields.ts';
import {ListField} from '../fields/list.ts';
import {isWholeKey, SecretField} from '../fields/secret.ts';
import type {TextField} from '../fields/text.ts';
import {checkLines} from '../lines/check-lines.ts';
import type {Line} from '../lines/line.ts';
import {plainLine} from '../lines/print.ts';
import {reviewLines} from '../lines/review-lines.ts';
import {listPrompt} from './list-prompt.ts';
import {askFor, questionHead, fieldName, numberedActions, warningsIn, type Prompt} from './prompt.ts';
import {typedCommandOf} from './typed-command.ts';

/** What is asked, or can be done, in this view; `shown`: see `listPrompt`. */
export function promptOf(
	view: View,
	field: Field | undefined,
	{texts, shown}: {readonly texts: Texts; readonly shown: number},
): Prompt {
	if (field === undefined) {
		return actionPrompt(view.stage, texts);
	}

	const {question} = field;
	const name = fieldName(view, texts);
	const head = questionHead(question, texts);
	if (field instanceof ListField) {
		return listPrompt(field, head, shown, texts);
	}

	const entries = numberedActions(question.actions, texts);
	return field instanceof SecretField
		? {head, entries, isGuarded: false, ...secretPrompt(field, name, texts)}
		: {head, entries, ...textPrompt(field, name, texts)};
}

/**
 * Actions as numbered entries: those of a blocker, of the review, and of progress with failures. There is no
 * default: where nothing is highlighted, Enter alone must not do anything.
 */
function actionPrompt(stage: Stage, texts: Texts): Prompt {
	const {lines, actions} = subjectOf(stage, texts);
	return {
		head: lines.map(plainLine),
		entries: numberedActions(actions, texts),
		ask: actions.length === 0 ? undefined : {text: texts.text('lineMode.ask.action'), isSecret: false},
		isGuarded: true,
		isOneWhole: stage.kind === 'review',
		take(line) {
			const answer = actionOf(line, actions, texts);
			return answer === undefined
				? {answer, error: message('lineMode.noSuchNumber', {count: actions.length})}
				: {answer};
		},
	};
}

function subjectOf(stage: Stage, texts: Texts): {lines: readonly Line[]; actions: readonly OfferedAction[]} {
	if (stage.kind === 'checks' && stage.blocker !== undefined) {
		const {blocker} = stage;
		return {lines: checkLines({kind: 'checks', checks: [], blocker}, texts), actions: blocker.actions};
	}

	if (stage.kind === 'review' && stage.review.isComplete) {
		return {lines: reviewLines(stage.review, texts, 'spoken'), actions: stage.review.actions};
	}

	return {lines: [], actions: stage.kind === 'apply' ? stage.progress.actions : []};
}

/** A text that is typed, or something that has to be typed exactly. */
function textPrompt(field: TextField, what: string, texts: Texts) {
	const {question, offered} = field;
	const isConfirmation = question.kind === 'typed-confirm';
	return {
		ask: {isSecret: false, text: askFor(what, offered, texts), knows: (word) => field.knows(word)},
		// A confirmation that nobody has heard is none.
		isGuarded: isConfirmation,
		take: (line) => ({answer: field.takeLine(line, texts)}),
		...(isConfirmation ? {isAnswer: question.isConfirmedBy} : {}),
	} satisfies Partial<Prompt>;
}

/**
 * A secret: nothing of it is echoed. What it holds is said afterwards: what was taken out of it here, its
 * length and fingerprint as the line of the transcript.
 */
function secretPrompt(field: SecretField, what: string, texts: Texts) {
	const {question} = field;
	const isDoubtful = field.state.get().parsed !== undefined;
	const said = (reason: Message): string =>
		texts.text('lineMode.error', {field: what, reason: texts.say(reason)});
	return {
		ask: {
			isSecret: true,
			text: texts.text(
				isDoubtful
					? 'lineMode.ask.secretAgain'
					: question.sample === undefined
						? 'lineMode.ask.secret'
						: 'lineMode.ask.secretSample',
				{what},
			),
			isWhole: (text) =>
				isWholeKey(text) ||
				typedCommandOf(text, texts) !== undefined ||
				actionOf(text, question.actions, texts) !== undefined,
		},
		take(line) {
			const answer = field.takeLine(line, texts);
			const {parsed} = field.state.get();
			const removed = line === '' ? [] : (parsed?.removed ?? []).map(said);
			return answer?.kind !== 'held' || parsed === undefined
				? {answer, lines: removed}
				: {answer, lines: [said(parsed.summary), ...removed, ...warningsIn(parsed.warnings, texts)]};
		},
	} satisfies Partial<Prompt>;
}
