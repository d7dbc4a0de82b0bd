import {cutTo} from '../../frontends/lines/width.ts';
import type {Texts} from '../../text/texts.ts';
import {usernameIn, type StatusCell} from './matrix.ts';

/** Rows that stay free below: the prompt of the shell comes back there. */
const freeRows = 3;

/**
 * What has been read so far, and how many of how many, drawn on standard error in a terminal and taken away
 * again when the table is printed.
 */
export function liveRows(
	{stderr}: Pick<NodeJS.Process, 'stderr'>,
	texts: Texts,
): {readonly add: (cell: StatusCell, count: number) => void; readonly clear: () => void} {
	const rows: string[] = [];
	let drawn = 0;
	const erase = (): string => (drawn === 0 ? '' : `\u001B[${drawn}A\u001B[J`);
	return {
		add(cell, count) {
			const {region, group} = cell.scope;
			const user = cell.credential.ok
				? (usernameIn(cell) ?? texts.text('present.none', {number: 'none'}))
				: texts.text('present.unreadable');
			rows.push(`${texts.text('review.scope', {region, group: group.name})}  ${user}`);
			const {columns, rows: height} = stderr;
			const lines = [
				...rows.slice(-Math.max(1, height - freeRows)),
				texts.text('status.readSoFar', {done: rows.length, count}),
			].map((line) => cutTo(line, columns - 1, '…'));
			stderr.write(`${erase()}${lines.map((line) => `${line}\n`).join('')}`);
			drawn = lines.length;
		},
		clear() {
			stderr.write(erase());
			drawn = 0;
		},
	};
}
