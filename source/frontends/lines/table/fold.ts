import type {Texts} from '../../../text/texts.ts';
import {textLine, type Line} from '../line.ts';
import type {TableRow} from './table.ts';

/** A row, with the rows of the same kind that are left out behind it. */
export interface FoldedRow {
	readonly row: TableRow;
	readonly more: readonly TableRow[];
}

/** Fewer rows than this are not worth a fold: it takes a line itself. */
const leastFolded = 2;

/** Leaves out rows that say the same as another but for their place; never a dangerous one. */
export function foldRows(rows: readonly TableRow[]): FoldedRow[] {
	const kinds = Map.groupBy(rows, (row) => kindOf(row));
	return rows.flatMap((row): FoldedRow[] => {
		const [first, ...more] = row.isKept ? [row] : (kinds.get(kindOf(row)) ?? []);
		if (more.length < leastFolded) {
			return [{row, more: []}];
		}

		return row === first ? [{row, more}] : [];
	});
}

function kindOf({mark, rank, isKept, cells}: TableRow): string {
	const [, ...others] = cells;
	return JSON.stringify([mark, rank, isKept, others.map(({text}) => text)]);
}

/** What stands below a row: its own words, and how many of its kind are left out, in which groups. */
export function linesBelow({row, more}: FoldedRow, texts: Texts, lead?: number): Line[] {
	const {length: count} = more;
	const groups = [...Map.groupBy(more, ({group}) => group)].map(([group, {length}]) =>
		texts.text('table.inGroup', {count: length, group}),
	);
	const looks = {indent: 1, ...(lead === undefined ? {} : {lead})};
	return [
		...(row.below ?? []),
		...(count === 0 ? [] : [textLine(texts.text('table.more', {count, groups}), looks)]),
	];
}
