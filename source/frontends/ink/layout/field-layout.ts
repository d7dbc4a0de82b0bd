import type {CliError} from '../../../ibmcloud/types.ts';
import type {Message} from '../../../text/message.ts';
import type {Question} from '../../../wizard/question.ts';
import type {Field} from '../../fields/fields.ts';
import {ListField} from '../../fields/list.ts';
import {errorLines} from '../../lines/error-lines.ts';
import {textLine, warningStyle, type LineStyle} from '../../lines/line.ts';
import type {Interface} from '../interface.ts';
import {typedLine} from './typed-line.ts';
import {wrapLines, type Row} from './wrap.ts';

/** A list of fewer rows is hard to use: the text above it gives way first. */
const leastList = 4;

/** A short list is seen whole: hints give way first. */
const shortList = 8;

/** Only with this many visible rows of a list is an empty row no waste. */
const airyList = 8;

/** The rows of a field from top to bottom: question, typed line, remarks about it, options, entries. */
export type FieldLayout = ReturnType<typeof layoutField>;

/** Returns why the list of a question could not be read; undefined if it could. */
export function failureOf(question: Question): CliError | undefined {
	return 'loading' in question && question.loading.state === 'failed' ? question.loading.error : undefined;
}

type RowsOf = (messages: readonly (Message | undefined)[], style?: LineStyle) => readonly Row[];

/** Divides the room. Entries stay visible below the options, if there is room for both. */
export function layoutField(field: Field, ui: Interface, width: number, height: number) {
	const {question} = field;
	const state = field.state.get();
	const failure = failureOf(question);
	const isList = field instanceof ListField;
	const rowsOf: RowsOf = (messages, style) =>
		wrapLines(
			messages.flatMap((each) => (each === undefined ? [] : [textLine(ui.texts.say(each), style)])),
			width,
		);
	const {removed = [], warnings = []} = ('parsed' in state ? state.parsed : undefined) ?? {};
	const said = [
		...rowsOf(removed, {indent: 1}),
		...rowsOf(warnings, {...warningStyle, indent: 1}),
		...rowsOf([state.error], {mark: 'bad'}),
	];
	const below = rowsOf([isList ? field.question.below : undefined], {mark: 'note'});
	const hasLine = !isList || field.question.filter;
	const optionCount = 'found' in state && failure === undefined ? state.found.length : 0;
	const isLoading = isList && field.question.loading.state === 'loading';
	const optionRows = isLoading ? 1 : isList && failure === undefined ? Math.max(1, optionCount) : 0;
	// The actions, then the text as typed.
	const entries = (isList ? field.entries(0) : question.actions).flatMap((entry) =>
		'label' in entry ? [entry.label] : [],
	);
	const {listHeight, ...head} = layoutHead(
		question,
		failure === undefined ? [] : wrapLines(errorLines(failure, ui.texts), width),
		height - (hasLine ? 1 : 0) - said.length - below.length - (isList ? 0 : entries.length),
		isList ? optionRows + entries.length : 0,
		rowsOf,
	);
	const optionHeight = Math.min(optionRows, Math.max(1, listHeight - entries.length));
	const entryHeight = isList ? Math.max(0, listHeight - optionHeight) : entries.length;
	return {
		...head,
		/** Undefined if nothing can be typed. */
		line: hasLine ? typedLine(field, ui, width, optionHeight) : undefined,
		/** What was removed from a secret, its warnings, and why the last Enter or key gave no answer. */
		said,
		/** The note on what is not in the list. */
		below,
		/** The options that can be selected, and the rows that they take. */
		optionCount,
		optionHeight,
		entries,
		entryHeight,
		/** Options and entries without a row. */
		outOfSight: Math.max(0, optionCount - optionHeight) + Math.max(0, entries.length - entryHeight),
		/** Index among the entries; undefined if none of them is selected. */
		selectedEntry:
			state.selected === undefined || state.selected < optionCount ? undefined : state.selected - optionCount,
	};
}

/**
 * Divides the room by priority: the question, a usable list, warnings, hints, air.
 *
 * @param notice why the list could not be read, which has to be read before anything else
 * @param room rows for what is said above the field and for a list below it
 * @param list rows that the whole list would take; 0 without a list
 */
function layoutHead(question: Question, notice: readonly Row[], room: number, list: number, rowsOf: RowsOf) {
	let left = room;
	const take = (rows: readonly Row[], keep: number): readonly Row[] => {
		const taken = rows.slice(0, Math.max(0, left - keep));
		left -= taken.length;
		return taken;
	};

	const head: Row[] = [];
	const least = Math.min(list, leastList);
	const seen = Math.min(list, shortList);
	const title = rowsOf([question.title], {tone: 'strong'});
	const warnings = rowsOf(question.warnings, warningStyle);
	// The text above a short choice of sentences or a confirmation has to be read: none of it gives way.
	const isWhole = question.kind === 'typed-confirm' || (question.kind === 'choose-one' && !question.filter);
	if (isWhole) {
		head.push(...title, ...warnings, ...rowsOf(question.hints));
	} else {
		head.push(
			...take(title.slice(0, 3), Math.min(list, 1)),
			...take(notice, least),
			...take(warnings, least),
		);
		// Half a hint is no help: each is shown whole or not at all. The last ones are the most specific.
		const hints = question.hints.map((_hint, index) => rowsOf(question.hints.slice(index)));
		head.push(...take(hints.find((rows) => rows.length <= left - seen) ?? [], seen));
	}

	const headHeight = isWhole ? take(head, seen).length : head.length;
	const hasGap = isWhole ? left > list : left > Math.min(list, airyList);
	return {
		head,
		/** Rows of the head that are visible at a time. */
		headHeight,
		/** Whether an empty row follows. */
		hasGap,
		listHeight: Math.max(0, left - (hasGap ? 1 : 0)),
	};
}
