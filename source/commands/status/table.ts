import stringWidth from 'string-width';
import type {Texts} from '../../text/texts.ts';
import {usernameIn, type StatusCell} from './matrix.ts';

/**
 * The matrix as IBM's CLI prints tables: a row per scope, columns three blanks apart, sorted by group.
 *
 * @param hasTitles false for `--quiet`.
 */
export function statusTable(cells: readonly StatusCell[], texts: Texts, hasTitles = true): string {
	const titles = [
		texts.text('group.title'),
		texts.text('region.title'),
		texts.text('status.column.user'),
		texts.text('status.column.clusters'),
	];
	const rows = [
		...(hasTitles ? [titles] : []),
		...cells.map((cell) => [
			cell.scope.group.name,
			cell.scope.region,
			cellText(cell, texts),
			cell.clusters?.join(', ') ?? texts.text('present.unreadable'),
		]),
	];
	return alignedTable(rows);
}

function cellText(cell: StatusCell, texts: Texts): string {
	if (!cell.credential.ok) {
		return texts.text('status.unreadable', {reason: texts.text(`error.${cell.credential.error.kind}`)});
	}

	const username = usernameIn(cell);
	return username === null
		? texts.text('status.accountDefault')
		: (username ?? texts.text('present.unreadableName'));
}

/** Columns as wide as their widest cell, as the terminal measures it (CJK counts two); no blanks at the ends. */
export function alignedTable(rows: ReadonlyArray<readonly string[]>): string {
	const widths = (rows[0] ?? []).map((_title, column) =>
		Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))),
	);
	return rows
		.map((row) =>
			row
				.map((text, column) => text + ' '.repeat((widths[column] ?? 0) - stringWidth(text)))
				.join('   ')
				.trimEnd(),
		)
		.map((line) => `${line}\n`)
		.join('');
}
