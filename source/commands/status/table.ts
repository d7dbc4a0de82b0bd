import {isAsExpected, usernameInCell, type Gap, type StatusCell} from '../../documents/reading-documents.ts';
import {plainText} from '../../frontends/lines/print.ts';
import {presentMessage} from '../../frontends/lines/review-table.ts';
import {
	tableLines,
	type Cell,
	type Table,
	type TableRoom,
	type TableRow,
} from '../../frontends/lines/table/table.ts';
import type {Paint} from '../../frontends/lines/theme.ts';
import {cutTo} from '../../frontends/lines/width.ts';
import {scopeName} from '../../plan/plan.ts';
import type {PlainKey} from '../../text/catalogue.ts';
import type {Texts} from '../../text/texts.ts';

/**
 * Formats a row per scope: unread ones come first, then those that are not as expected. A gap has a row, too.
 * @param options.hasTitles false for `--quiet`. @param options.linkedAccount in charge where none is set.
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
			// With named groups each row already says that its clusters are unread.
			...gaps.filter(({kind}) => kind !== 'clusters').map((gap) => gapRow(gap, texts)),
		],
	};
	return plainText(tableLines(table, room, texts), paint);
}

function rowOf(cell: StatusCell, texts: Texts, linkedAccount: string | null | undefined): TableRow {
	const username = usernameInCell(cell);
	const isWell = cell.credential.ok && isAsExpected(cell);
	return {
		mark: isWell ? 'none' : 'danger',
		group: cell.scope.group.name,
		rank: cell.credential.ok ? (isWell ? 2 : 1) : 0,
		isKept: !isWell,
		cells: [
			{text: scopeName(cell.scope), tone: 'name'},
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
			{text: region === undefined ? name : scopeName({region, group: {name}})},
			{text: notRead(kind === 'cluster' ? 'status.clusterPlace' : `error.${error.kind}`, texts)},
			{text: isOfOthers ? texts.text('present.unreadable') : (cluster ?? '')},
		],
	};
}

function notRead(reason: PlainKey, texts: Texts): string {
	return texts.text('status.unreadable', {reason: texts.text(reason)});
}

/** Rows left free below, for the prompt of the shell. */
const freeRows = 3;

/**
 * Draws on standard error, in a terminal, what has been read so far, and how many of how many. `clear`
 * removes it before the table is printed.
 */
export function liveRows(
	{stderr}: Pick<NodeJS.Process, 'stderr'>,
	texts: Texts,
): {readonly add: (cell: StatusCell, count: number) => void; readonly clear: () => void} {
	const rows: string[] = [];
	let drawn = 0;
	const erase = (): string => (drawn === 0 ? '' : `\u001B[${drawn}A\u001B[J`);
	return {
		add(cell, count) {
			rows.push(`${scopeName(cell.scope)}  ${texts.say(presentMessage(cell.credential))}`);
			const {columns, rows: height} = stderr;
			const lines = [
				...rows.slice(-Math.max(1, height - freeRows)),
				texts.text('status.readSoFar', {done: rows.length, count}),
			].map((line) => cutTo(line, columns - 1, '…'));
			stderr.write(`${erase()}${lines.map((line) => `${line}\n`).join('')}`);
			drawn = lines.length;
		},
		clear() {
			stderr.write(erase());
			drawn = 0;
		},
	};
}
