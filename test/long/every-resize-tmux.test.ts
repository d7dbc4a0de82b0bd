import {inTmux, testResizingInTmux} from '../support/resizing-tmux.ts';

/** Columns and rows before and after a resize. */
const sizes = [
	[80, 24, 60, 24],
	[80, 24, 40, 24],
	[80, 24, 80, 12],
	[120, 24, 40, 24],
	[120, 30, 40, 30],
	[120, 40, 40, 40],
] as const;

for (const place of Object.values(inTmux)) {
	for (const [fromColumns, fromRows, toColumns, toRows] of sizes) {
		testResizingInTmux(place, {columns: fromColumns, rows: fromRows}, {columns: toColumns, rows: toRows});
	}
}
