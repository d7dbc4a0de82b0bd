import {inTmux, testResizingInTmux} from '../support/resizing-tmux.ts';

const sizes = [
	[
		{columns: 80, rows: 24},
		{columns: 60, rows: 24},
	],
	[
		{columns: 80, rows: 24},
		{columns: 40, rows: 24},
	],
	[
		{columns: 80, rows: 24},
		{columns: 80, rows: 12},
	],
	[
		{columns: 120, rows: 24},
		{columns: 40, rows: 24},
	],
	[
		{columns: 120, rows: 30},
		{columns: 40, rows: 30},
	],
	[
		{columns: 120, rows: 40},
		{columns: 40, rows: 40},
	],
] as const;

for (const place of Object.values(inTmux)) {
	for (const [from, to] of sizes) {
		testResizingInTmux(place, from, to);
	}
}
