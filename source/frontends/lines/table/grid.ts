import type {Texts} from '../../../text/texts.ts';
import type {Line, Span} from '../line.ts';
import {padTo, widthOf} from '../width.ts';
import {linesBelow, type FoldedRow} from './fold.ts';
import type {Cell, Column} from './table.ts';

/** Blanks between two columns. */
const gap = '  ';

/**
 * The rows below their titles, each column as wide as its widest cell (CJK counts two).
 *
 * @param textOf a cell as it is shown.
 * @param lead how wide the signs in front of the rows are where they are words.
 * @returns also the width of the widest row, without the signs in front.
 */
export function gridOf(
	{columns, rows}: {readonly columns: readonly Column[]; readonly rows: readonly FoldedRow[]},
	textOf: (cell: Cell) => string,
	lead: number,
	texts: Texts,
): {readonly width: number; readonly lines: readonly Line[]} {
	const widths = columns.map(({title}, column) =>
		Math.max(widthOf(title), ...rows.map(({row}) => widthOf(textOf(row.cells[column] ?? {text: ''})))),
	);
	const lineOf = (spans: readonly Span[]): Line => ({indent: 1, lead, spans: joined(spans, widths)});
	const lines = [
		// A title of the scopes alone says nothing.
		...(columns.slice(1).every(({title}) => title === '')
			? []
			: [lineOf(columns.map(({title}) => ({text: title, tone: 'strong'})))]),
		...rows.flatMap((folded): Line[] => {
			const {mark, cells} = folded.row;
			const line = lineOf(cells.map((cell) => ({text: textOf(cell), tone: cell.tone ?? 'plain'})));
			return [{...line, mark, indent: mark === 'none' ? 1 : 0}, ...linesBelow(folded, texts, lead)];
		}),
	];
	return {width: widths.reduce((sum, width) => sum + width, gap.length * (widths.length - 1)), lines};
}

/** The cells of a row, filled up to their columns but for the last one that says something. */
function joined(cells: readonly Span[], widths: readonly number[]): Span[] {
	const last = cells.findLastIndex(({text}) => text !== '');
	return cells
		.slice(0, last + 1)
		.map(({text, tone}, index) => ({
			text: index === last ? text : padTo(text, widths[index] ?? 0) + gap,
			tone,
		}));
}
