import {widthOf} from './width.ts';

/** Breaks a command between words, with a backslash at each row's end: copied it is one command. */
export function wrapCommand(command: string, width: number): string[] {
	const rows = [''];
	// A blank within quotes is no place to break.
	for (const word of command.match(/(?:'[^']*'|"[^"]*"|\\.|\S)+/g) ?? []) {
		const row = rows.at(-1) ?? '';
		if (row === '' || widthOf(row) + 1 + widthOf(word) <= width - 2) {
			rows[rows.length - 1] = row === '' ? word : `${row} ${word}`;
		} else {
			rows.push(word);
		}
	}

	return rows.map((row, index) => (index < rows.length - 1 ? `${row} \\` : row));
}
