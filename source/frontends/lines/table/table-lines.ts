import type {Texts} from '../../../text/texts.ts';
import {textLine, type Line} from '../line.ts';
import {leadOf} from '../print.ts';
import {fold, type FoldedRow} from './fold.ts';
import {gridOf} from './grid.ts';
import {shortNames} from './names.ts';
import type {Cell, Table, TableRoom, TableRow} from './table.ts';

/** The table as lines: what all rows share, then the rows, the worst first. */
export function tableLines(table: Table, room: TableRoom, texts: Texts): Line[] {
	const {columns, rows: unsorted} = table;
	const sorted = {columns, rows: unsorted.toSorted((left, right) => left.rank - right.rank)};
	const {shared, rest} = belowOne(withoutShared(sorted), texts);
	if (room === 'spoken') {
		return [...sharedLines(shared, texts), ...rest.rows.flatMap((row) => spokenLines(rest, row))];
	}

	const rows: readonly FoldedRow[] =
		room.isFolded === true ? fold(rest.rows) : rest.rows.map((row) => ({row, more: []}));
	const lead = Math.max(2, ...rest.rows.map(({mark}) => leadOf(mark)));
	const everything = [...rows.flatMap(({row}) => row.cells), ...shared.map(({cell}) => cell)];
	const names = shortNames(everything.flatMap(({names: some = []}) => some));
	const attempts: ReadonlyArray<(cell: Cell) => string> = [
		({text}) => text,
		({text}) => names.inText(text),
		(cell) => names.inText(fewItems(cell)),
	];
	for (const [index, textOf] of attempts.entries()) {
		const grid = gridOf({...rest, rows}, {textOf, lead, foldLines: (more) => foldLines(more, texts)});
		if (grid.width <= room.columns - 2) {
			return [
				...sharedLines(shared, texts),
				...(index === 0 ? [] : leftOutLines(names.leftOut, texts)),
				...grid.lines,
			];
		}
	}

	return [...sharedLines(shared, texts), ...rows.flatMap((row) => blockLines(rest, row, texts))];
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
		shared: columns.flatMap(({sharedTitle}, index) => {
			const cell = rows[0]?.cells[index];
			return isShared[index] === true && sharedTitle !== undefined && cell !== undefined
				? [{title: sharedTitle, cell}]
				: [];
		}),
		rest: {columns: kept(columns), rows: rows.map((row) => ({...row, cells: kept(row.cells)}))},
	};
}

function sharedLines(shared: Divided['shared'], texts: Texts, indent = 0): Line[] {
	return shared.map(({title, cell}) => ({
		mark: 'none',
		indent,
		spans: [
			{text: `${texts.text('table.labelled', {label: title})} `, tone: 'plain'},
			{text: cell.text, tone: cell.tone ?? 'plain'},
		],
	}));
}

function leftOutLines(parts: readonly string[], texts: Texts): Line[] {
	return parts.length === 0 ? [] : [textLine(texts.text('table.leftOut', {parts}))];
}

function fewItems({items = [], text}: Cell): string {
	const [first, ...more] = items;
	return first === undefined || more.length === 0 ? text : `${first} +${more.length}`;
}

/** How many rows of the same kind are left out, and how many of them are in which resource group. */
function foldLines(more: readonly TableRow[], texts: Texts): Line[] {
	const groups = [...Map.groupBy(more, ({group}) => group)].map(([group, {length: count}]) =>
		texts.text('table.inGroup', {count, group}),
	);
	const {length: count} = more;
	return count === 0 ? [] : [textLine(texts.text('table.more', {count, groups}), {indent: 1})];
}

/** A row as a block: for windows in which it is too wide. */
function blockLines({columns}: Table, {row, more}: FoldedRow, texts: Texts): Line[] {
	const [scope, ...cells] = row.cells;
	const [, ...titles] = columns;
	return [
		{
			mark: row.mark,
			indent: row.mark === 'none' ? 1 : 0,
			spans: [{text: scope?.text ?? '', tone: 'strong'}],
		},
		...cells.flatMap(({text, tone = 'plain'}, index): Line[] => {
			const title = titles[index]?.title ?? '';
			const label = title === '' ? [] : [{text: `${title} `, tone: 'plain' as const}];
			return text === '' ? [] : [{mark: 'none', indent: 2, spans: [...label, {text, tone}]}];
		}),
		...(row.below ?? []),
		...foldLines(more, texts),
	];
}

/** A row as one sentence, in words alone. */
function spokenLines({columns}: Table, row: TableRow): Line[] {
	const [scope, ...cells] = row.cells;
	const [, ...titles] = columns;
	const said = cells.flatMap(({text}, index) =>
		text === '' ? [] : [[titles[index]?.title ?? '', text].filter((part) => part !== '').join(' ')],
	);
	return [
		{
			mark: row.mark === 'danger' ? 'note' : row.mark,
			indent: 0,
			spans: [{text: `${scope?.text ?? ''}: ${said.join(', ')}`, tone: 'plain'}],
		},
		...(row.below ?? []),
	];
}
