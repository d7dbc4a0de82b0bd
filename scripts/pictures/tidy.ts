import type {Drawable} from '../../test/support/picture.ts';
import type {Cell} from '../../test/support/emulator.ts';

const spinner = /[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/u;

/** Returns a terminal whose pictures never differ: spinner, durations and dates are fixed. */
export function tidy(terminal: Drawable): Drawable {
	return {
		columns: terminal.columns,
		cursor: () => terminal.cursor(),
		cells: (options) => inOrder(terminal.cells(options).map((row) => tidyRow(row, terminal.columns))),
	};
}

const checks = ['ibmcloud:', 'Plug-in container', 'Plug-in sl', 'Login:', 'Account:', 'Resource', 'Region:'];

/** Sorts the checks of line mode, which are printed as they end, into their own order. */
function inOrder(rows: ReadonlyArray<readonly Cell[]>): ReadonlyArray<readonly Cell[]> {
	const texts = rows.map((row) => row.map((cell) => cell.text).join(''));
	const first = texts.findIndex((text) => text.startsWith('OK  '));
	const shown = first === -1 ? [] : rows.slice(first, first + checks.length);
	const positionOf = (row: readonly Cell[]): number => {
		const text = row.map((cell) => cell.text).join('');
		return checks.findIndex((check) => text.startsWith(`OK  ${check}`));
	};

	return shown.some((row) => positionOf(row) === -1)
		? rows
		: [
				...rows.slice(0, first),
				...shown.toSorted((one, other) => positionOf(one) - positionOf(other)),
				...rows.slice(first + shown.length),
			];
}

/** What differs each time, and its replacement: seconds, durations, date and time. */
const fleeting: ReadonlyArray<readonly [RegExp, string]> = [
	[/(?<=⠋.*) \d+ s(?= *$)/u, ''],
	[/\(\d+(?:\.\d)? s\)/, '(1.8 s)'],
	[/\(\d+,\d s\)/, '(1,8 s)'],
	[/\b\d{4}-\d\d-\d\d\b/, '2026-11-25'],
	[/\b\d\d:\d\d(?= UTC| *$)/, '12:00'],
];

function tidyRow(row: readonly Cell[], columns: number): readonly Cell[] {
	const still = row.map((cell) => (spinner.test(cell.text) ? {...cell, text: '⠋'} : cell));
	return fleeting.reduce<readonly Cell[]>((cells, [pattern, text]) => {
		const found = pattern.exec(cells.map((cell) => cell.text).join(''));
		return found === null ? cells : replaced(cells, found.index, found[0].length, text, columns);
	}, still);
}

/** Indices into a row's text are those of its cells: every cell of these rows is one character. */
function replaced(
	row: readonly Cell[],
	start: number,
	length: number,
	text: string,
	columns: number,
): readonly Cell[] {
	const style = row[start];
	if (style === undefined) {
		return row;
	}

	const cells = [
		...row.slice(0, start),
		...[...text].map((character): Cell => ({...style, text: character, width: 1})),
		...row.slice(start + length),
	];
	const blank: Cell = {
		...style,
		text: ' ',
		width: 1,
		bold: false,
		dim: false,
		inverse: false,
		underline: false,
	};
	return [...cells, ...Array.from({length: columns}, () => blank)].slice(0, columns);
}
