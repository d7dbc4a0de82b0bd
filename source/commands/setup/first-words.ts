import {acquireTerminal} from '../../frontends/terminal/lease.ts';
import type {Texts} from '../../text/texts.ts';

/**
 * The first words, as plain text before Ink is loaded; they stay as the record's first lines. The terminal is leased before
 * the first of them: what is typed from here on is kept for the session, and not drawn by the terminal.
 */
export function sayFirstWords(process: NodeJS.Process, texts: Texts, isDemo: boolean): void {
	acquireTerminal(process.stdin, process.stdout);
	const words = [
		`${texts.text('program.title')} - ${texts.text('program.subtitle')}`,
		...(isDemo ? [texts.text('program.demo')] : []),
		texts.text('program.checking'),
	];
	process.stdout.write(words.flatMap((line) => brokenAtWords(line, process.stdout.columns)).join(''));
}

/** In rows of a narrow window, each ended: a terminal itself would break in the middle of a word. */
function brokenAtWords(line: string, columns: number): string[] {
	const rows: string[] = [];
	let row = '';
	for (const word of line.split(' ')) {
		const longer = row === '' ? word : `${row} ${word}`;
		// A terminal that does not know its width says 0.
		if (row !== '' && columns > 0 && longer.length >= columns) {
			rows.push(row);
			row = word;
		} else {
			row = longer;
		}
	}

	return [...rows, row].map((text) => `${text}\n`);
}
