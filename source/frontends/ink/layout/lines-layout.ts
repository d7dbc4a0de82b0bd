import {withoutAir, type Row} from './wrap.ts';

/** How lines, the actions below them and the line of keys share the rows of a body. */
export interface LinesLayout {
	readonly rows: readonly Row[];
	/** How many of the rows are shown at a time. */
	readonly pageHeight: number;
	/** Rows for lines and actions together. */
	readonly room: number;
	/** An empty row between lines and actions. */
	readonly hasGap: boolean;
	/** An empty row above the line of keys. */
	readonly hasKeyGap: boolean;
}

interface Density {
	readonly hasAir: boolean;
	readonly hasGap: boolean;
	readonly hasKeyGap: boolean;
	/** Actions that are in sight at least. */
	readonly actions: number;
}

/** From airy to dense. Pages are the last resort: air is given up first, then actions in sight. */
const densities: readonly Density[] = [
	{hasAir: true, hasGap: true, hasKeyGap: true, actions: 3},
	{hasAir: false, hasGap: true, hasKeyGap: true, actions: 3},
	{hasAir: false, hasGap: true, hasKeyGap: false, actions: 3},
	{hasAir: false, hasGap: true, hasKeyGap: false, actions: 2},
	{hasAir: false, hasGap: false, hasKeyGap: false, actions: 2},
];

/** Whether the rows can be shown in one page. */
export function fitsWhole(rows: readonly Row[], actionCount: number, height: number): boolean {
	const layout = layoutLines(rows, actionCount, height);
	return layout.pageHeight === layout.rows.length;
}

/** The airiest layout in which everything fits; in pages where none does. */
export function layoutLines(rows: readonly Row[], actionCount: number, height: number): LinesLayout {
	const layouts = densities.map((density): LinesLayout & {readonly fits: boolean} => {
		const shown = density.hasAir ? rows : withoutAir(rows);
		const hasGap = density.hasGap && actionCount > 0;
		const room = height - 1 - (density.hasKeyGap ? 1 : 0) - (hasGap ? 1 : 0);
		const forLines = Math.max(1, room - Math.min(density.actions, actionCount));
		return {
			rows: shown,
			pageHeight: Math.min(shown.length, forLines),
			room,
			hasGap,
			hasKeyGap: density.hasKeyGap,
			fits: shown.length <= forLines,
		};
	});
	return layouts.find(({fits}) => fits) ?? layouts.at(height >= 14 ? 1 : 4) ?? (layouts[0] as LinesLayout);
}
