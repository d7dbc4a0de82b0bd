import type {Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {OfferedAction} from '../../wizard/action.ts';
import type {Option} from '../../wizard/question.ts';
import type {Stage, View} from '../../wizard/view.ts';
import {actionOf} from '../fields/field.ts';
import type {Field} from '../fields/fields.ts';
import {isAsTypedOffered, offeredOptions, takeLine} from '../fields/list-answer.ts';
import {optionName} from '../fields/list-rows.ts';
import {ListField} from '../fields/list.ts';
import {searchIn} from '../fields/search.ts';
import {isWholeKey, SecretField} from '../fields/secret.ts';
import type {TextField} from '../fields/text.ts';
import {checkLines} from '../lines/check-lines.ts';
import {errorLines} from '../lines/error-lines.ts';
import {textLine, type Line} from '../lines/line.ts';
import {plainLine} from '../lines/print.ts';
import {reviewLines} from '../lines/review-lines.ts';
import type {Ask} from './line-reader.ts';
import {fieldName, typedCommandOf, type Prompt} from './prompt.ts';

/** Returns what is asked, or can be done, in this view, with `shown` options of a list. */
export function promptOf(view: View, field: Field | undefined, shown: number, texts: Texts): Prompt {
	if (field === undefined) {
		return actionPrompt(view.stage, texts);
	}

	const {title, hints, warnings, actions} = field.question;
	const head = [...[title, ...hints].map((each) => texts.say(each)), ...warningsIn(warnings, texts)];
	if (field instanceof ListField) {
		return listPrompt(field, head, shown, texts);
	}

	const name = fieldName(view, texts);
	return {
		head,
		entries: numberedActions(actions, texts),
		...(field instanceof SecretField ? secretPrompt(field, name, texts) : textPrompt(field, name, texts)),
	};
}

/**
 * Returns numbered actions: of a blocker, of the review, or of progress with failures. There is no default:
 * with nothing highlighted, Enter alone must not do anything.
 */
function actionPrompt(stage: Stage, texts: Texts): Prompt {
	const {lines, actions} = subjectOf(stage, texts);
	return {
		head: lines.map(plainLine),
		entries: numberedActions(actions, texts),
		ask: actions.length === 0 ? undefined : {text: texts.text('lineMode.ask.action'), isSecret: false},
		isGuarded: true,
		take: (line) => ({answer: actionOf(line, actions, texts)}),
	};
}

function subjectOf(stage: Stage, texts: Texts): {lines: readonly Line[]; actions: readonly OfferedAction[]} {
	if (stage.kind === 'checks' && stage.blocker !== undefined) {
		return {lines: checkLines({...stage, checks: []}, texts), actions: stage.blocker.actions};
	}

	if (stage.kind === 'review' && stage.review.isComplete) {
		return {lines: reviewLines(stage.review, texts, 'spoken'), actions: stage.review.actions};
	}

	return {lines: [], actions: stage.kind === 'apply' ? stage.progress.actions : []};
}

/**
 * Returns a list, to be answered by number, by full name, or by part of a name. A part only narrows the list:
 * if it finds one option, that is printed and Enter takes it, so that a text can also be used as typed.
 */
function listPrompt(field: ListField, head: readonly string[], shown: number, texts: Texts): Prompt {
	const {loading} = field.question;
	return {
		head: [...head, ...(loading.state === 'failed' ? errorLines(loading.error, texts).map(plainLine) : [])],
		entries: loading.state === 'loading' ? [] : listEntries(field, texts, shown),
		ask: loading.state === 'loading' ? undefined : listAsk(field, texts),
		// Input typed for a list is not meant for its failure.
		isGuarded: loading.state === 'failed',
		take(line) {
			const answer = takeLine(field, line, shown, texts);
			const names = offeredOptions(field).map((option) => describe(option, texts));
			return answer?.kind === 'held'
				? {answer, lines: [texts.text('lineMode.guessed', {text: line.trim(), names: names.join('; ')})]}
				: {answer};
		},
	};
}

function listAsk(field: ListField, texts: Texts): Ask {
	const {kind, options, filter: isFiltered} = field.question;
	const offered = isAsTypedOffered(field)
		? [field.state.get().filter.value]
		: offeredOptions(field).map((option) => optionName(option, texts));
	const isSeveral = kind === 'choose-several';
	const hasOptions = options.length > 0;
	const what = isSeveral ? 'lineMode.ask.several' : hasOptions ? 'lineMode.ask.one' : 'lineMode.ask.name';
	const isOfActions = offered.length === 0 && (!isFiltered || (isSeveral && !hasOptions));
	return {
		text: isOfActions ? texts.text('lineMode.ask.action') : askFor(texts.text(what), offered, texts),
		isSecret: false,
		isList: true,
		knows: (word) => searchIn(options).hasWord(word),
	};
}

/** Returns the options found, a portion at a time. Numbers continue with actions and the text as typed. */
function listEntries(field: ListField, texts: Texts, shown: number): string[] {
	const {question} = field;
	const {filter, found} = field.state.get();
	const {length: count} = found;
	const isCut = count > shown;
	const isEmpty = question.options.length === 0 && question.loading.state === 'ready';
	const entries = field
		.entries(shown)
		.map((entry) => (entry.kind === 'option' ? describe(entry.option, texts) : texts.say(entry.label)));
	return [
		...(filter.value !== ''
			? [texts.text('lineMode.narrowed', {text: filter.value, count})]
			: isEmpty
				? [texts.say(question.empty)]
				: []),
		...(isCut ? [texts.text('lineMode.first', {count, shown})] : []),
		...numbered(entries, texts),
		...(isCut ? [texts.text('lineMode.narrow')] : []),
		...(question.below === undefined ? [] : [texts.say(question.below)]),
	];
}

function describe(option: Option, texts: Texts): string {
	return [optionName(option, texts), ...option.details, ...option.notes.map((note) => texts.say(note))]
		.filter((part) => part.trim() !== '')
		.join(', ');
}

/** Returns a text to be typed, freely or exactly. */
function textPrompt(field: TextField, name: string, texts: Texts): Omit<Prompt, 'head' | 'entries'> {
	const {question, offered} = field;
	return {
		ask: {
			isSecret: false,
			text: askFor(name, offered === '' ? [] : [offered], texts),
			knows: (word) => field.knows(word),
		},
		// A confirmation given before the prompt was heard is none.
		isGuarded: question.kind === 'typed-confirm',
		take: (line) => ({answer: field.takeLine(line, texts)}),
		isAnswer: question.kind === 'typed-confirm' ? question.isConfirmedBy : undefined,
	};
}

/**
 * Returns a secret, of which nothing is echoed. Afterwards it is described: what was removed from it is
 * printed here, its length and fingerprint as the line of the transcript.
 */
function secretPrompt(field: SecretField, name: string, texts: Texts): Omit<Prompt, 'head' | 'entries'> {
	const {actions, sample} = field.question;
	const key =
		field.state.get().parsed !== undefined
			? 'lineMode.ask.secretAgain'
			: sample === undefined
				? 'lineMode.ask.secret'
				: 'lineMode.ask.secretSample';
	const said = (reason: Message): string =>
		texts.text('lineMode.error', {field: name, reason: texts.say(reason)});
	return {
		ask: {
			isSecret: true,
			text: texts.text(key, {what: name}),
			isWhole: (text) =>
				isWholeKey(text) ||
				typedCommandOf(text, texts) !== undefined ||
				actionOf(text, actions, texts) !== undefined,
		},
		isGuarded: false,
		take(line) {
			const answer = field.takeLine(line, texts);
			const {parsed} = field.state.get();
			const removed = line === '' ? [] : (parsed?.removed ?? []).map(said);
			return answer?.kind !== 'held' || parsed === undefined
				? {answer, lines: removed}
				: {answer, lines: [said(parsed.summary), ...removed, ...warningsIn(parsed.warnings, texts)]};
		},
	};
}

function warningsIn(warnings: readonly Message[], texts: Texts): string[] {
	return warnings.map((warning) => plainLine(textLine(texts.say(warning), {mark: 'note'})));
}

function numberedActions(actions: readonly OfferedAction[], texts: Texts): string[] {
	return numbered(
		actions.map(({label}) => texts.say(label)),
		texts,
	);
}

function askFor(what: string, offered: readonly string[], texts: Texts): string {
	return offered.length === 0
		? texts.text('lineMode.ask', {what})
		: texts.text('lineMode.ask.default', {what, default: offered});
}

function numbered(entries: readonly string[], texts: Texts): string[] {
	return entries.map((text, index) => texts.text('lineMode.entry', {number: index + 1, text}));
}
