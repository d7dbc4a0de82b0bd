import {plainText} from '../../frontends/lines/print.ts';
import type {Cell, Table, TableRoom, TableRow} from '../../frontends/lines/table/table.ts';
import {tableLines} from '../../frontends/lines/table/table-lines.ts';
import type {PlainKey} from '../../text/catalogue.ts';
import type {Texts} from '../../text/texts.ts';
import type {Paint} from '../../frontends/lines/theme.ts';
import {usernameIn, type Gap, type StatusCell} from './matrix.ts';
import {isAsExpected} from './verdict.ts';

/**
 * A row per scope: what could not be read comes first, then what is not as expected. What was asked for and
 * has no scope has a row, too.
 *
 * @param options.hasTitles false for `--quiet`. @param options.linkedAccount who orders where none is set.
 */
export function statusTable(
	cells: readonly StatusCell[],
	gaps: readonly Gap[],
	texts: Texts,
	options: {
		readonly room: TableRoom;
		readonly hasTitles: boolean;
		readonly paint: Paint;
		readonly linkedAccount: string | null | undefined;
	},
): string {
	const {room, hasTitles, paint, linkedAccount} = options;
	const titles = ['column.scope', 'status.column.user', 'status.column.clusters'] as const;
	const table: Table = {
		columns: titles.map((title) => ({title: hasTitles ? texts.text(title) : ''})),
		rows: [
			...cells.map((cell) => rowOf(cell, texts, linkedAccount)),
			// The clusters of groups that were named are told to be unread in each of their rows.
			...gaps.filter(({kind}) => kind !== 'clusters').map((gap) => gapRow(gap, texts)),
		],
	};
	return plainText(tableLines(table, room, texts), paint);
}

function rowOf(cell: StatusCell, texts: Texts, linkedAccount: string | null | undefined): TableRow {
	const {region, group} = cell.scope;
	const username = usernameIn(cell);
	const isWell = cell.credential.ok && isAsExpected(cell);
	return {
		mark: isWell ? 'none' : 'danger',
		group: group.name,
		rank: cell.credential.ok ? (isWell ? 2 : 1) : 0,
		isKept: !isWell,
		cells: [
			{text: texts.text('review.scope', {region, group: group.name}), tone: 'name'},
			typeof username === 'string'
				? {text: username, names: [username]}
				: {
						text: cell.credential.ok
							? texts.text('present.none', {number: linkedAccount ?? 'none'})
							: notRead(`error.${cell.credential.error.kind}`, texts),
					},
			clustersCell(cell, texts),
		],
	};
}

function clustersCell({clusters}: StatusCell, texts: Texts): Cell {
	const items = clusters?.map(({name}) => name) ?? [];
	return clusters === undefined ? {text: texts.text('present.unreadable')} : {text: items.join(', '), items};
}

function gapRow({kind, error, group, region, cluster}: Gap, texts: Texts): TableRow {
	const isOfOthers = kind === 'other-groups';
	const name = isOfOthers ? texts.text('status.otherGroups') : (group ?? '-');
	return {
		mark: 'danger',
		group: name,
		rank: 0,
		isKept: true,
		cells: [
			{text: region === undefined ? name : texts.text('review.scope', {region, group: name})},
			{text: notRead(kind === 'cluster' ? 'status.clusterPlace' : `error.${error.kind}`, texts)},
			{text: isOfOthers ? texts.text('present.unreadable') : (cluster ?? '')},
		],
	};
}

function notRead(reason: PlainKey, texts: Texts): string {
	return texts.text('status.unreadable', {reason: texts.text(reason)});
}
