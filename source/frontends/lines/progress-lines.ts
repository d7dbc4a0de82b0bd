import {rankOf} from '../../plan/effect.ts';
import {isErrorKind} from '../../ibmcloud/error-kinds.ts';
import type {JournalEntry} from '../../plan/journal-entry.ts';
import {expectedOf, scopeName, usernameIn, type ScopeProgress, type ScopeResult} from '../../plan/plan.ts';
import {isDone, isResultKind, resultOf} from '../../plan/status.ts';
import type {Texts} from '../../text/texts.ts';
import type {Progress} from '../../wizard/view.ts';
import {textLine, warningStyle, type Line} from './line.ts';
import {styleOf, reasonLines, workKeys} from './scope-lines.ts';
import {tableLines, type Cell, type Table, type TableRoom, type TableRow} from './table/table.ts';

/** The scopes while they are applied: how many are done, what runs and for how long, and a row for each. */
export function progressLines(progress: Progress, texts: Texts, room: TableRoom): Line[] {
	return [
		...workLine(progress.scopes, texts),
		...tableLines(progressTable(progress.scopes, texts, progress.linkedAccount), room, texts),
		...leavingLine(progress, texts),
	];
}

/** That the operator wants to leave, and what is waited for. */
export function leavingLine({isLeaving}: Pick<Progress, 'isLeaving'>, texts: Texts): Line[] {
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

/**
 * Scopes while they are applied and after it: what was there, what is to be, and how far that is.
 *
 * @param linkedAccount who orders where none is set, as far as known.
 */
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
		rows: scopes.map((scope) => rowOf(scope, {isOnly: scopes.length === 1, none}, texts)),
	};
}

/** @param rest.none how it is said that none is set. */
function rowOf(
	progress: ScopeProgress,
	{isOnly, none}: {readonly isOnly: boolean; readonly none: string},
	texts: Texts,
): TableRow {
	const {planned} = progress;
	const result = resultOf(progress);
	const {mark, tone} = styleOf(progress);
	const hasFailed = result !== undefined && !isDone(result) && result.kind !== 'not-started';
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
		below: result === undefined ? [] : belowRow(result, isOnly, texts),
	};
}

function changeCell({planned}: ScopeProgress, none: string, texts: Texts): Cell {
	const usernames = [planned.before.ok ? usernameIn(planned.before.value) : '?', expectedOf(planned)];
	const [before = none, after = none] = usernames.map((name) => name ?? undefined);
	return {
		text: texts.text('table.change', {before, after}),
		names: usernames.filter((name) => name !== null),
	};
}

/** How far a scope is, or how it ended, in a few words. */
function stateText({state}: ScopeProgress, texts: Texts): string {
	if (state.kind !== 'done') {
		return texts.text(workKeys[state.kind]);
	}

	const {result} = state;
	return result.kind === 'verified'
		? texts.text(`ended.verified.${result.provenBy}`)
		: texts.text(result.kind === 'failed' && result.wasSet ? 'ended.failed.set' : `ended.${result.kind}`);
}

/** The same of what the journal has, with the error; what another version has written stays as it is. */
export function recordedState(end: JournalEntry, texts: Texts): string {
	const {error = ''} = end;
	const state = recordedResult(end, texts);
	return isErrorKind(error) ? `${state}: ${texts.text(`error.${error}`)}` : state;
}

function recordedResult(end: JournalEntry, texts: Texts): string {
	const {provenBy, left} = end;
	const result: string = end.result ?? '';
	if (!isResultKind(result)) {
		return result;
	}

	if (result === 'verified') {
		const proof = (['pair-check', 'infra-permissions'] as const).find((one) => one === provenBy);
		return texts.text(proof === undefined ? 'ended.verified' : `ended.verified.${proof}`);
	}

	return texts.text(result === 'failed' && left === 'unknown' ? 'ended.failed.set' : `ended.${result}`);
}

/** Why it is not done, or not proven; of many, what is well needs no more words than its row has. */
function belowRow(result: ScopeResult, isOnly: boolean, texts: Texts): Line[] {
	return !isOnly && (result.kind === 'verified' || result.kind === 'removed')
		? []
		: reasonLines(result, texts);
}
