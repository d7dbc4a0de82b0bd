import type {WhereAmI} from '../../../wizard/view.ts';
import {cutTo, widthOf} from '../../lines/width.ts';

/** Where the operator stands, in the order of importance; what is not known is left out. */
export function placeParts(place: WhereAmI): string[] {
	const number =
		place.classicAccount === undefined || place.classicAccount === null ? '' : ` (${place.classicAccount})`;
	return [
		place.accountName === undefined ? number.trim() : place.accountName + number,
		place.groupName ?? '',
		place.region ?? '',
		place.user ?? '',
	].filter((part) => part !== '');
}

/**
 * Puts parts into at most so many rows; what does not fit is cut at the end of the last one.
 *
 * @param first columns that are taken already in the first row
 */
export function fillRows(
	parts: readonly string[],
	{
		width,
		first,
		rows,
		separator,
		ellipsis,
	}: {
		readonly width: number;
		readonly first: number;
		readonly rows: number;
		readonly separator: string;
		readonly ellipsis: string;
	},
): string[] {
	const between = ` ${separator} `;
	const lines: string[] = [''];
	const roomOf = (index: number): number => (index === 0 ? Math.max(0, width - first) : width);
	for (const part of parts) {
		const index = lines.length - 1;
		const line = lines[index] ?? '';
		const longer = line === '' ? part : line + between + part;
		if (widthOf(longer) <= roomOf(index)) {
			lines[index] = longer;
		} else if (lines.length < rows) {
			lines.push(part);
		} else {
			lines[index] = cutTo(longer, roomOf(index), ellipsis);
			break;
		}
	}

	return lines
		.map((line, index) => cutTo(line, roomOf(index), ellipsis))
		.filter((line, index) => index === 0 || line !== '');
}
