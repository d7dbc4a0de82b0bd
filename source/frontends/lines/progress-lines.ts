import {rankOf} from '../../plan/effect.ts';
import {isErrorKind} from '../../ibmcloud/error-kinds.ts';
import type {JournalEntry} from '../../plan/journal-entry.ts';
import {expectedOf, scopeName, type ScopeProgress} from '../../plan/plan.ts';
import {recordedEnd} from '../../plan/record.ts';
import {isDone, isResultKind, resultOf} from '../../plan/status.ts';
import type {Texts} from '../../text/texts.ts';
import type {Progress} from '../../wizard/view.ts';
import {textLine, warningStyle, type Line} from './line.ts';
import {styleOf, reasonLines, workKeys} from './scope-lines.ts';
import {tableLines, type Cell, type Table, type TableRoom, type TableRow} from './table/table.ts';

/** Returns the scopes being applied: how many are done, what runs and for how long, and a row for each. */
export function progressLines(progress: Progress, texts: Texts, room: TableRoom): Line[] {
	return [
		...workLine(progress.scopes, texts),
		...tableLines(progressTable(progress.scopes, texts, progress.linkedAccount), room, texts),
		...leavingLine(progress, texts),
	];
}

/** Returns the line that says that the operator wants to leave, and what is waited for. */
export function leavingLine({isLeaving}: Progress, texts: Texts): Line[] {
	return isLeaving ? [textLine(texts.text('apply.leaving'), warningStyle)] : [];
}

function workLine(scopes: readonly ScopeProgress[], texts: Texts): Line[] {
	const count = scopes.length;
	const done = scopes.filter((scope) => isDone(resultOf(scope))).length;
	const running = scopes.flatMap(({planned, state}) =>
		'startedAt' in state ? [{startedAt: state.startedAt, ...planned.scope}] : [],
	);
	const [first] = running.toSorted((left, right) => left.startedAt - right.startedAt);
	if (first === undefined) {
		return count < 2 ? [] : [textLine(texts.text('apply.count', {done, count}), {tone: 'strong'})];
	}

	const {region, group, startedAt} = first;
	return [
		textLine(
			texts.text('apply.running', {done, count, region, group: group.name, more: running.length - 1}),
			{mark: 'running', startedAt},
		),
	];
}

/** Returns scopes during or after applying; `linkedAccount` orders where none is set, as far as known. */
export function progressTable(
	scopes: readonly ScopeProgress[],
	texts: Texts,
	linkedAccount?: string | null,
): Table {
	const none = texts.text('present.none', {number: linkedAccount ?? 'none'});
	return {
		columns: [
			{title: texts.text('column.scope')},
			{title: texts.text('column.change'), sharedTitle: ''},
			{title: ''},
		],
		rows: scopes.map((scope) => rowOf(scope, scopes.length === 1, none, texts)),
	};
}

/** @param none the text for where none is set. */
function rowOf(progress: ScopeProgress, isOnly: boolean, none: string, texts: Texts): TableRow {
	const {planned} = progress;
	const result = resultOf(progress);
	const {mark, tone} = styleOf(progress);
	const hasFailed = result !== undefined && !isDone(result) && result.kind !== 'not-started';
	// Among several scopes, one that went well needs no more words than its row.
	const isSaid = result === undefined || (!isOnly && mark === 'good');
	return {
		mark,
		group: planned.scope.group.name,
		rank: hasFailed ? -1 : rankOf(planned),
		isKept: ['running', 'bad', 'note'].includes(mark),
		cells: [
			{text: scopeName(planned.scope), tone: 'strong'},
			changeCell(progress, none, texts),
			{text: stateText(progress, texts), tone},
		],
		below: isSaid ? [] : reasonLines(result, texts),
	};
}

function changeCell({planned}: ScopeProgress, none: string, texts: Texts): Cell {
	const usernames = [planned.before.ok ? planned.before.value : '?', expectedOf(planned)];
	const [before = none, after = none] = usernames.map((name) => name ?? undefined);
	return {
		text: texts.text('table.change', {before, after}),
		names: usernames.filter((name) => name !== null),
	};
}

/** Returns how far a scope is, or how it ended, in a few words. */
function stateText({state}: ScopeProgress, texts: Texts): string {
	return state.kind === 'done'
		? endedText(recordedEnd(state.result), texts)
		: texts.text(workKeys[state.kind]);
}

/** Returns the same for a journal entry, with the error. A result of another version stays as it is. */
export function recordedState(end: JournalEntry, texts: Texts): string {
	const {error = ''} = end;
	// An entry is only looked at as far as it is needed: its result may be anything.
	const state = endedText({...end, result: end.result ?? ''}, texts);
	return isErrorKind(error) ? `${state}: ${texts.text(`error.${error}`)}` : state;
}

/** An end as the journal has it. The result may be a word of another version. */
type RecordedEnd = Pick<JournalEntry, 'provenBy' | 'left'> & {readonly result?: string};

function endedText({result = '', provenBy, left}: RecordedEnd, texts: Texts): string {
	if (!isResultKind(result)) {
		return result;
	}

	if (result === 'verified') {
		const proof = (['pair-check', 'infra-permissions'] as const).find((one) => one === provenBy);
		return texts.text(proof === undefined ? 'ended.verified' : `ended.verified.${proof}`);
	}

	return texts.text(result === 'failed' && left === 'unknown' ? 'ended.failed.set' : `ended.${result}`);
}
