import type {ScopeProgress} from '../../plan/plan.ts';
import {message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {Progress} from '../../wizard/view.ts';
import {lineWriter, type Line} from './line.ts';
import {progressTable} from './progress-table.ts';
import type {TableRoom} from './table/table.ts';
import {tableLines} from './table/table-lines.ts';

/** The scopes while they are applied: how many are done, what runs and for how long, and a row for each. */
export function progressLines(progress: Progress, texts: Texts, room: TableRoom): Line[] {
	return [
		...workLine(progress.scopes, texts),
		...tableLines(progressTable(progress.scopes, texts), room, texts),
		...leavingLine(progress, texts),
	];
}

/** That the operator wants to leave, and what is waited for. */
export function leavingLine({isLeaving}: Pick<Progress, 'isLeaving'>, texts: Texts): Line[] {
	return isLeaving ? [lineWriter(texts).line(message('apply.leaving'), {tone: 'warning', mark: 'note'})] : [];
}

function workLine(scopes: readonly ScopeProgress[], texts: Texts): Line[] {
	const count = scopes.length;
	const done = scopes.filter(({state}) => state.kind === 'done').length;
	const running = scopes.flatMap(({planned, state}) =>
		state.kind === 'setting' || state.kind === 'reading-back'
			? [{startedAt: state.startedAt, ...planned.scope}]
			: [],
	);
	const writer = lineWriter(texts);
	const [first] = running.toSorted((left, right) => left.startedAt - right.startedAt);
	if (first === undefined) {
		return count < 2 ? [] : [writer.line(message('apply.count', {done, count}), {tone: 'strong'})];
	}

	const {region, group, startedAt} = first;
	return [
		writer.line(
			message('apply.running', {done, count, region, group: group.name, more: running.length - 1}),
			{mark: 'running', startedAt},
		),
	];
}
