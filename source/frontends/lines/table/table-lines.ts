import type {Texts} from '../../../text/texts.ts';
import {textLine, type Line, type Span} from '../line.ts';
import {leadOf} from '../print.ts';
import {foldRows, linesBelow, type FoldedRow} from './fold.ts';
import {gridOf} from './grid.ts';
import {shortNames} from './names.ts';
import type {Cell, Table, TableRoom, TableRow} from './table.ts';

/** The table as lines: what all rows share, then the rows, the worst first. */
export function tableLines({columns, rows: unsorted}: Table, room: TableRoom, texts: Texts): Line[] {
	const sorted = unsorted.toSorted((left, right) => left.rank - right.rank);
	const {shared, rest} = belowOne(withoutShared({columns, rows: sorted}), texts);
	const above = sharedLines(shared, texts);
	if (room === 'spoken') {
		return [...above, ...rest.rows.flatMap((row) => spokenLines(rest, row))];
	}

	const rows: readonly FoldedRow[] =
		room.isFolded === true ? foldRows(rest.rows) : rest.rows.map((row) => ({row, more: []}));
	const lead = Math.max(2, ...rest.rows.map(({mark}) => leadOf(mark)));
	const everything = [...rows.flatMap(({row}) => row.cells), ...shared.map(({cell}) => cell)];
	const names = shortNames(everything.flatMap(({names: some = []}) => some));
	const attempts: ReadonlyArray<(cell: Cell) => string> = [
		({text}) => text,
		({text}) => names.inText(text),
		(cell) => names.inText(fewItems(cell)),
	];
	for (const [index, textOf] of attempts.entries()) {
		const {width, lines} = gridOf({...rest, rows}, textOf, lead, texts);
		if (width <= room.columns - 2) {
			const leftOut = index === 0 || names.leftOut.length === 0 ? [] : [names.leftOut];
			return [...above, ...leftOut.map((parts) => textLine(texts.text('table.leftOut', {parts}))), ...lines];
		}
	}

	return [...above, ...rows.flatMap((row) => blockLines(rest, row, texts))];
}

/** A table without what its rows share. */
type Divided = ReturnType<typeof withoutShared>;

/** What is said of one scope alone stands below it, not above. */
function belowOne({shared, rest}: Divided, texts: Texts): Divided {
	const [only, ...others] = rest.rows;
	if (only === undefined || others.length > 0) {
		return {shared, rest};
	}

	const below = [...sharedLines(shared, texts, 1), ...(only.below ?? [])];
	return {shared: [], rest: {...rest, rows: [{...only, below}]}};
}

/** Takes out the columns in which every row says the same. */
function withoutShared({columns, rows}: Table) {
	const isShared = columns.map(({sharedTitle}, index) => {
		const texts = new Set(rows.map(({cells}) => cells[index]?.text));
		return sharedTitle !== undefined && texts.size === 1;
	});
	const kept = <Item>(items: readonly Item[]): Item[] => items.filter((_item, index) => !isShared[index]);
	return {
		shared: columns.flatMap(({sharedTitle: title = ''}, index) => {
			const cell = rows[0]?.cells[index];
			return isShared[index] === true && cell !== undefined ? [{title, cell}] : [];
		}),
		rest: {columns: kept(columns), rows: rows.map((row) => ({...row, cells: kept(row.cells)}))},
	};
}

function sharedLines(shared: Divided['shared'], texts: Texts, indent = 0): Line[] {
	return shared.map(({title, cell: {text, tone = 'plain'}}) => ({
		indent,
		spans: [
			{text: title === '' ? '' : `${texts.text('table.labelled', {label: title})} `, tone: 'plain'},
			{text, tone},
		],
	}));
}

function fewItems({items = [], text}: Cell): string {
	const [first, ...more] = items;
	return first === undefined || more.length === 0 ? text : `${first} +${more.length}`;
}

/** What a row says of its scope, each behind the title of its column. */
function saidOf({columns}: Table, {cells}: TableRow): Span[][] {
	return cells.slice(1).flatMap(({text, tone = 'plain'}, index) => {
		const title = columns[index + 1]?.title ?? '';
		const label: Span[] = title === '' ? [] : [{text: `${title} `, tone: 'plain'}];
		return text === '' ? [] : [[...label, {text, tone}]];
	});
}

/** A row as a block: for windows in which it is too wide. */
function blockLines(table: Table, folded: FoldedRow, texts: Texts): Line[] {
	const {mark, cells} = folded.row;
	return [
		textLine(cells[0]?.text ?? '', {mark, indent: mark === 'none' ? 1 : 0, tone: 'strong'}),
		...saidOf(table, folded.row).map((spans) => ({indent: 2, spans})),
		...linesBelow(folded, texts),
	];
}

/** A row as one sentence, in words alone. */
function spokenLines(table: Table, row: TableRow): Line[] {
	const said = saidOf(table, row).map((spans) => spans.map(({text}) => text).join(''));
	return [
		textLine(`${row.cells[0]?.text ?? ''}: ${said.join(', ')}`, {
			mark: row.mark === 'danger' ? 'note' : row.mark,
		}),
		...(row.below ?? []),
	];
}
