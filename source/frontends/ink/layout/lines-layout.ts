import type {Row} from './wrap.ts';

/** From airy to dense; `actions` are in sight at least. Pages are the last resort: first air is given up. */
const densities = [
	{hasAir: true, hasGap: true, hasKeyGap: true, actions: 3},
	{hasAir: false, hasGap: true, hasKeyGap: true, actions: 3},
	{hasAir: false, hasGap: true, hasKeyGap: false, actions: 3},
	{hasAir: false, hasGap: true, hasKeyGap: false, actions: 2},
	{hasAir: false, hasGap: false, hasKeyGap: false, actions: 2},
] as const;

/**
 * How lines, the actions below them and the line of keys share the rows of a body: the airiest layout in
 * which everything fits; in pages where none does.
 */
export function layoutLines(rows: readonly Row[], actionCount: number, height: number) {
	const layouts = densities.map((density) => {
		const shown = density.hasAir
			? rows
			: rows.filter(({spans}) => spans.some(({text}) => text.trim() !== ''));
		const hasGap = density.hasGap && actionCount > 0;
		const room = height - 1 - (density.hasKeyGap ? 1 : 0) - (hasGap ? 1 : 0);
		const forLines = Math.max(1, room - Math.min(density.actions, actionCount));
		return {
			rows: shown,
			/** How many of the rows are shown at a time. */
			pageHeight: Math.min(shown.length, forLines),
			/** Rows for lines and actions together. */
			room,
			/** An empty row between lines and actions. */
			hasGap,
			/** An empty row above the line of keys. */
			hasKeyGap: density.hasKeyGap,
			/** All of the rows are shown at once. */
			isWhole: shown.length <= forLines,
		};
	});
	const dense = layouts.at(height >= 14 ? 1 : 4) as (typeof layouts)[number];
	return layouts.find(({isWhole}) => isWhole) ?? dense;
}
