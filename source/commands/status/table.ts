import stringWidth from 'string-width';
import type {PlainKey} from '../../text/catalogue.ts';
import type {Texts} from '../../text/texts.ts';
import {unpainted, type Paint} from '../../frontends/lines/theme.ts';
import {usernameIn, type Gap, type StatusCell} from './matrix.ts';

/**
 * The matrix as IBM's CLI prints tables: a row per scope, columns three blanks apart, sorted by group. What was asked
 * for and has no scope has a row, too.
 *
 * @param options.hasTitles false for `--quiet`.
 */
export function statusTable(
	cells: readonly StatusCell[],
	gaps: readonly Gap[],
	texts: Texts,
	{hasTitles = true, paint = unpainted}: {readonly hasTitles?: boolean; readonly paint?: Paint} = {},
): string {
	const titles = [
		texts.text('group.title'),
		texts.text('region.title'),
		texts.text('status.column.user'),
		texts.text('status.column.clusters'),
	];
	const rows = [
		...(hasTitles ? [titles] : []),
		...cells.map((cell) => [
			cell.scope.group.name,
			cell.scope.region,
			cellText(cell, texts),
			cell.clusters?.map(({name}) => name).join(', ') ?? texts.text('present.unreadable'),
		]),
		// The clusters of groups that were named are told to be unread in each of their rows.
		...gaps.filter(({kind}) => kind !== 'clusters').map((gap) => gapRow(gap, texts)),
	];
	// As IBM's guide has it: the titles bold, and what a row is about as a name.
	return alignedTable(rows, (text, row, column) =>
		hasTitles && row === 0 ? paint(text, 'strong') : column === 0 ? paint(text, 'name') : text,
	);
}

function cellText(cell: StatusCell, texts: Texts): string {
	return cell.credential.ok
		? (usernameIn(cell) ?? texts.text('status.accountDefault'))
		: notRead(`error.${cell.credential.error.kind}`, texts);
}

function gapRow({kind, error, group, region, cluster}: Gap, texts: Texts): string[] {
	const isOfOthers = kind === 'other-groups';
	return [
		isOfOthers ? texts.text('status.otherGroups') : (group ?? '-'),
		region ?? '-',
		notRead(kind === 'cluster' ? 'status.clusterPlace' : `error.${error.kind}`, texts),
		isOfOthers ? texts.text('present.unreadable') : (cluster ?? ''),
	];
}

function notRead(reason: PlainKey, texts: Texts): string {
	return texts.text('status.unreadable', {reason: texts.text(reason)});
}

/** Columns as wide as their widest cell, as the terminal measures it (CJK counts two); no blanks at the ends. */
export function alignedTable(
	rows: ReadonlyArray<readonly string[]>,
	draw: (text: string, row: number, column: number) => string = (text) => text,
): string {
	const widths = (rows[0] ?? []).map((_title, column) =>
		Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))),
	);
	return rows
		.map((row, index) =>
			row
				.map(
					(text, column) => draw(text, index, column) + ' '.repeat((widths[column] ?? 0) - stringWidth(text)),
				)
				.join('   ')
				.trimEnd(),
		)
		.map((line) => `${line}\n`)
		.join('');
}
