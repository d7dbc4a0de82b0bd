import type {Texts} from '../../../text/texts.ts';
import {textLine, type Line, type Mark, type Span, type Tone} from '../line.ts';
import {leadOf} from '../print.ts';
import {padTo, widthOf} from '../width.ts';
import {shortNames} from './names.ts';

/** The text of a row in one column. */
export interface Cell {
	readonly text: string;
	readonly tone?: Tone;
	/** The usernames in the text, which may be shortened. */
	readonly names?: readonly string[];
	/** Several things, of which the first and a number are enough where there is little room. */
	readonly items?: readonly string[];
}

/** Scopes with the facts about each: one value for review, progress, receipt and status. */
export interface Table {
	/** The first is always the scope. */
	readonly columns: ReadonlyArray<{
		/** Above the column, or in front of the value where each row is a block. */
		readonly title: string;
		/** In front of a value that all rows share, printed once above; without it the column stays. */
		readonly sharedTitle?: string;
	}>;
	readonly rows: readonly TableRow[];
}

/** One scope in the table. */
export interface TableRow {
	readonly mark: Mark;
	readonly cells: readonly Cell[];
	readonly group: string;
	/** The lowest is the worst, and comes first. */
	readonly rank: number;
	/** Never left out, however little room there is. */
	readonly isKept: boolean;
	readonly below?: readonly Line[];
	/** How many rows of its kind are left out after it, and in which groups. */
	readonly more?: string;
}

/** How a table is shown: in so many columns, with rows of a kind folded; or spoken, a sentence a row. */
export type TableRoom = {readonly columns: number; readonly isFolded?: boolean} | 'spoken';

/** Room without a limit: nothing is shortened where lines go to a file or another program. */
export const endless: TableRoom = {columns: Number.POSITIVE_INFINITY};

/** Returns the table as lines: what all rows share, then the rows, the worst first. */
export function tableLines({columns: all, rows: unsorted}: Table, room: TableRoom, texts: Texts): Line[] {
	const sorted = unsorted.toSorted((left, right) => left.rank - right.rank);
	const {shared, columns, rows: unfolded} = withoutShared({columns: all, rows: sorted}, texts);
	const above = shared.map(({line}) => line);
	if (room === 'spoken') {
		return [...above, ...unfolded.flatMap((row) => spokenLines(row, columns))];
	}

	const rows = room.isFolded === true ? foldRows(unfolded, texts) : unfolded;
	const cells = [...rows.flatMap((row) => row.cells), ...shared.map(({cell}) => cell)];
	const names = shortNames(cells.flatMap(({names: some = []}) => some));
	const attempts: ReadonlyArray<(cell: Cell) => string> = [
		({text}) => text,
		({text}) => names.inText(text),
		(cell) => names.inText(fewItems(cell)),
	];
	for (const [index, textOf] of attempts.entries()) {
		const shown = rows.map((row) => ({
			...row,
			cells: row.cells.map((cell) => ({...cell, text: textOf(cell)})),
		}));
		const lines = gridLines({columns, rows: shown}, room.columns - 2);
		if (lines !== undefined) {
			const leftOut = index === 0 || names.leftOut.length === 0 ? [] : [names.leftOut];
			return [...above, ...leftOut.map((parts) => textLine(texts.text('table.leftOut', {parts}))), ...lines];
		}
	}

	return [...above, ...rows.flatMap((row) => blockLines(row, columns))];
}

/** Removes the columns that are the same in every row. For a single scope, their values go below its row. */
function withoutShared({columns, rows}: Table, texts: Texts) {
	const isShared = columns.map(({sharedTitle}, index) => {
		const said = new Set(rows.map(({cells}) => cells[index]?.text));
		return sharedTitle !== undefined && said.size === 1;
	});
	const kept = <Item>(items: readonly Item[]): Item[] => items.filter((_item, index) => !isShared[index]);
	const shared = columns.flatMap(({sharedTitle: label = ''}, index) => {
		const cell = rows[0]?.cells[index];
		if (isShared[index] !== true || cell === undefined) {
			return [];
		}

		const title: Span = {text: label && `${texts.text('table.labelled', {label})} `, tone: 'plain'};
		return [{cell, line: {spans: [title, {text: cell.text, tone: cell.tone ?? 'plain'}]}}];
	});
	const rest = rows.map((row): TableRow => ({...row, cells: kept(row.cells)}));
	const [only, ...others] = rest;
	if (only === undefined || others.length > 0) {
		return {shared, columns: kept(columns), rows: rest};
	}

	const below: Line[] = shared.map(({line}) => ({...line, indent: 1}));
	return {shared: [], columns: kept(columns), rows: [{...only, below: [...below, ...(only.below ?? [])]}]};
}

/** The fewest rows worth a fold, which takes a line itself. */
const leastFolded = 2;

/** Leaves out rows that differ from another only in their place; never a dangerous one. */
function foldRows(rows: readonly TableRow[], texts: Texts): TableRow[] {
	const kindOf = ({mark, rank, isKept, cells}: TableRow): string =>
		JSON.stringify([mark, rank, isKept, cells.slice(1).map(({text}) => text)]);
	const kinds = Map.groupBy(rows, kindOf);
	return rows.flatMap((row) => {
		const [first, ...others] = row.isKept ? [row] : (kinds.get(kindOf(row)) ?? []);
		const {length: count} = others;
		if (count < leastFolded) {
			return [row];
		}

		const groups = [...Map.groupBy(others, ({group}) => group)].map(([group, {length}]) =>
			texts.text('table.inGroup', {count: length, group}),
		);
		return row === first ? [{...row, more: texts.text('table.more', {count, groups})}] : [];
	});
}

function fewItems({items = [], text}: Cell): string {
	const [first, ...more] = items;
	return first === undefined || more.length === 0 ? text : `${first} +${more.length}`;
}

const gap = '  ';

/**
 * Returns the rows below their titles, each column as wide as its widest cell (CJK counts two); undefined if
 * a row takes more columns than `room`, not counting the sign in front.
 */
function gridLines({columns, rows}: Table, room: number): Line[] | undefined {
	const widths = columns.map(({title}, column) =>
		Math.max(widthOf(title), ...rows.map(({cells}) => widthOf(cells[column]?.text ?? ''))),
	);
	if (widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1)) > room) {
		return undefined;
	}

	const lead = Math.max(2, ...rows.map(({mark}) => leadOf(mark)));
	const lineOf = (cells: readonly Cell[]): Line => ({indent: 1, lead, spans: joined(cells, widths)});
	const titles = columns.map(({title}): Cell => ({text: title, tone: 'strong'}));
	return [
		// A title for the scopes alone says nothing.
		...(columns.slice(1).every(({title}) => title === '') ? [] : [lineOf(titles)]),
		...rows.flatMap(({mark, cells, below = [], more}) => [
			{...lineOf(cells), mark, indent: mark === 'none' ? 1 : 0},
			...below,
			...(more === undefined ? [] : [textLine(more, {indent: 1, lead})]),
		]),
	];
}

/** Returns the cells of a row up to the last one with text, all but that one padded to their columns. */
function joined(cells: readonly Cell[], widths: readonly number[]): Span[] {
	const last = cells.findLastIndex(({text}) => text !== '');
	return cells
		.slice(0, last + 1)
		.map(({text, tone = 'plain'}, index) => ({
			text: index === last ? text : padTo(text, widths[index] ?? 0) + gap,
			tone,
		}));
}

/** Returns the facts about a row's scope, each after the title of its column. */
function saidOf({cells}: TableRow, columns: Table['columns']): Span[][] {
	return cells.slice(1).flatMap(({text, tone = 'plain'}, index) => {
		const title = columns[index + 1]?.title ?? '';
		const label: Span[] = title === '' ? [] : [{text: `${title} `, tone: 'plain'}];
		return text === '' ? [] : [[...label, {text, tone}]];
	});
}

/** Returns a row as a block, for windows that are too narrow for it. */
function blockLines(row: TableRow, columns: Table['columns']): Line[] {
	const {mark, cells, below = [], more} = row;
	return [
		textLine(cells[0]?.text ?? '', {mark, indent: mark === 'none' ? 1 : 0, tone: 'strong'}),
		...saidOf(row, columns).map((spans) => ({indent: 2, spans})),
		...below,
		...(more === undefined ? [] : [textLine(more, {indent: 1})]),
	];
}

/** Returns a row as one sentence, in words alone. */
function spokenLines(row: TableRow, columns: Table['columns']): Line[] {
	const {mark, cells, below = []} = row;
	const said = saidOf(row, columns).map((spans) => spans.map(({text}) => text).join(''));
	const text = `${cells[0]?.text ?? ''}: ${said.join(', ')}`;
	return [textLine(text, {mark: mark === 'danger' ? 'note' : mark}), ...below];
}
