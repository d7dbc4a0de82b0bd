import {rankOf} from '../../plan/effect.ts';
import {expectedOf, usernameIn, type ScopeProgress, type ScopeResult} from '../../plan/plan.ts';
import {isDone} from '../../plan/status.ts';
import type {Texts} from '../../text/texts.ts';
import type {Line} from './line.ts';
import {looksOf, reasonLines} from './scope-lines.ts';
import type {Cell, Table, TableRow} from './table/table.ts';

/** Scopes while they are applied and after it: what was there, what is to be, and how far that is. */
export function progressTable(scopes: readonly ScopeProgress[], texts: Texts): Table {
	return {
		columns: [
			{title: texts.text('column.scope')},
			{title: texts.text('column.change'), sharedTitle: texts.text('column.change')},
			{title: ''},
		],
		rows: scopes.map((scope) => rowOf(scope, scopes.length === 1, texts)),
	};
}

function rowOf(progress: ScopeProgress, isOnly: boolean, texts: Texts): TableRow {
	const {planned, state} = progress;
	const {region, group} = planned.scope;
	const result = state.kind === 'done' ? state.result : undefined;
	const mark = state.kind === 'pending' ? 'pending' : 'running';
	const looks = result === undefined ? ({mark, tone: 'plain'} as const) : looksOf(result);
	const hasFailed = result !== undefined && !isDone(result) && result.kind !== 'not-started';
	return {
		mark: looks.mark,
		group: group.name,
		rank: hasFailed ? -1 : rankOf(planned),
		isKept: ['running', 'bad', 'note'].includes(looks.mark),
		cells: [
			{text: texts.text('review.scope', {region, group: group.name}), tone: 'strong'},
			changeCell(progress, texts),
			{text: stateText(progress, texts), tone: looks.tone},
		],
		below: result === undefined ? [] : belowRow(result, isOnly, texts),
	};
}

function changeCell({planned}: ScopeProgress, texts: Texts): Cell {
	const before = planned.before.ok ? usernameIn(planned.before.value) : undefined;
	const after = expectedOf(planned);
	const none = texts.text('present.none', {number: 'none'});
	return {
		text: texts.text('table.change', {
			before: before === undefined ? '?' : (before ?? none),
			after: after ?? none,
		}),
		names: [before, after].filter((name) => typeof name === 'string'),
	};
}

/** How far a scope is, or how it ended, in a few words. */
function stateText({state}: ScopeProgress, texts: Texts): string {
	return state.kind === 'done' ? resultText(state.result, texts) : texts.text(workTexts[state.kind]);
}

const workTexts = {
	pending: 'apply.pending',
	setting: 'apply.setting',
	'reading-back': 'apply.readingBack',
} as const;

function resultText(result: ScopeResult, texts: Texts): string {
	return result.kind === 'verified'
		? texts.text(`ended.verified.${result.provenBy}`)
		: texts.text(result.kind === 'failed' && result.wasSet ? 'ended.failed.set' : `ended.${result.kind}`);
}

/** Why it is not done, or not proven; of many, what is well needs no more words than its row has. */
function belowRow(result: ScopeResult, isOnly: boolean, texts: Texts): Line[] {
	return !isOnly && (result.kind === 'verified' || result.kind === 'removed')
		? []
		: reasonLines(result, texts);
}
