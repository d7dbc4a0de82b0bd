import type {Texts} from '../../../text/texts.ts';
import type {CliError} from '../../../ibmcloud/types.ts';
import type {Question} from '../../../wizard/question.ts';
import type {Field} from '../../fields/fields.ts';
import {ListField} from '../../fields/list.ts';
import {SecretField} from '../../fields/secret.ts';
import {errorLines} from '../../lines/error-lines.ts';
import type {Interface} from '../interface.ts';
import {textLine, type Line} from '../../lines/line.ts';
import {headOf, tailOf, widthOf} from '../../lines/width.ts';
import type {VisibleText} from '../../fields/visible-text.ts';
import {layoutQuestion} from './question-layout.ts';
import {wrapLines} from './wrap.ts';

/** The rows of a field, from the top: question, typed line, what is said about it, options, entries. */
export type FieldLayout = ReturnType<typeof layoutField>;

/** Why the list of a question could not be read. */
export function failureOf(question: Question): CliError | undefined {
	return 'loading' in question && question.loading.state === 'failed' ? question.loading.error : undefined;
}

/** Divides the room. What is not an option stays in sight below the options, where there is room for both. */
export function layoutField(field: Field, ui: Interface, width: number, height: number) {
	const {question} = field;
	const {selected} = field.state.get();
	const failure = failureOf(question);
	const isList = field instanceof ListField;
	const hasLine = !isList || field.question.filter;
	const said = wrapLines(saidOf(field, ui.texts), width);
	const below =
		isList && field.question.below !== undefined
			? wrapLines([textLine(ui.texts.say(field.question.below), {mark: 'note'})], width)
			: [];
	const hasOptions = isList && failure === undefined;
	const optionCount = hasOptions ? field.state.get().found.length : 0;
	const isLoading = isList && field.question.loading.state === 'loading';
	const optionRows = isLoading ? 1 : hasOptions ? Math.max(1, optionCount) : 0;
	// The actions, and last of all the text as it is typed.
	const entries = (isList ? field.entries(0) : question.actions).flatMap((entry) =>
		'label' in entry ? [entry.label] : [],
	);
	const {head, headHeight, hasGap, listHeight} = layoutQuestion(question, ui.texts, {
		height,
		width,
		fixed: (hasLine ? 1 : 0) + said.length + below.length + (isList ? 0 : entries.length),
		list: isList ? optionRows + entries.length : 0,
		notice: failure === undefined ? [] : wrapLines(errorLines(failure, ui.texts), width),
	});
	const optionHeight = Math.min(optionRows, Math.max(1, listHeight - entries.length));
	return {
		head,
		/** Rows of the head that are in sight at a time. */
		headHeight,
		hasGap,
		/** Undefined where nothing can be typed. */
		line: hasLine ? lineOf(field, ui, width, optionHeight) : undefined,
		said,
		/** What is not in the list. */
		below,
		/** Options that can be selected, and rows that they take. */
		optionCount,
		optionHeight,
		entries,
		entryHeight: isList ? Math.max(0, listHeight - optionHeight) : entries.length,
		/** Index among the entries; undefined where none of them is selected. */
		selectedEntry: selected === undefined || selected < optionCount ? undefined : selected - optionCount,
	};
}

function lineOf(field: Field, ui: Interface, width: number, visible: number): TypedLine {
	const {texts, glyphs} = ui;
	const room = {width, ellipsis: glyphs.ellipsis};
	if (field instanceof ListField) {
		const label = texts.text('ui.filter');
		const behind =
			field.question.loading.state === 'loading'
				? ''
				: countText(field, visible, {texts, room: width - widthOf(label) - leastTyped});
		return layoutTyped(label, field.state.get().filter, {...room, behind});
	}

	const pointer = field.state.get().selected === undefined ? glyphs.pointer : ' ';
	if (!(field instanceof SecretField)) {
		return layoutTyped(pointer, field.state.get().text, room);
	}

	const {parsed} = field.state.get();
	return {
		...layoutTyped(pointer, {value: '', cursor: 0}, room),
		...(parsed === undefined
			? {behind: texts.text(field.question.sample === undefined ? 'ui.secret.empty' : 'ui.secret.sample')}
			: {shown: texts.say(parsed.summary)}),
	};
}

/** Columns of what is typed that are seen, with the spaces around it. */
const leastTyped = 6;

/** How many are shown, and how many are marked, as far as there is room; empty where all is in sight. */
function countText(
	{question, state}: ListField,
	visible: number,
	{texts, room}: {readonly texts: Texts; readonly room: number},
): string {
	const {found, marked} = state.get();
	const total = question.options.length;
	const [count = '', ...others] = [
		...(found.length < total
			? [texts.text('ui.count', {count: found.length, total})]
			: total > visible
				? [texts.text('ui.total', {total})]
				: []),
		...(marked.size > 0 ? [texts.text('ui.marked', {count: marked.size})] : []),
	];
	const whole = [count, ...others].join(', ');
	return widthOf(whole) <= room ? whole : widthOf(count) <= room ? count : '';
}

/** What was cleaned out of a secret, warnings about it, and why the last Enter or key gave no answer. */
function saidOf(field: Field, texts: Texts): Line[] {
	const {error} = field.state.get();
	const {removed = [], warnings = []} = field instanceof SecretField ? (field.state.get().parsed ?? {}) : {};
	return [
		...removed.map((each) => textLine(texts.say(each), {indent: 1})),
		...warnings.map((each) => textLine(texts.say(each), {mark: 'note', indent: 1, tone: 'warning'})),
		...(error === undefined ? [] : [textLine(texts.say(error), {mark: 'bad'})]),
	];
}

/** One row in which something is typed. */
type TypedLine = ReturnType<typeof layoutTyped>;

/** Lays a text out in one row: where it is wider, what stands before the cursor is shown. */
function layoutTyped(
	label: string,
	{value, cursor}: Pick<VisibleText, 'value' | 'cursor'>,
	{
		width,
		ellipsis,
		behind = '',
	}: {readonly width: number; readonly ellipsis: string; readonly behind?: string},
) {
	const room = width - widthOf(label) - 2 - (behind === '' ? 0 : widthOf(behind) + 2);
	const before = value.slice(0, cursor);
	const start =
		widthOf(before) <= room ? before : ellipsis + tailOf(before, Math.max(0, room - widthOf(ellipsis)));
	const shown = start + headOf(value.slice(cursor), Math.max(0, room - widthOf(start)));
	return {label, shown, behind, column: widthOf(label) + 1 + widthOf(start)};
}
