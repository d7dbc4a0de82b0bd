import {acquireTerminal} from '../../frontends/terminal/lease.ts';
import type {Texts} from '../../text/texts.ts';
import {painterFor} from '../output.ts';

interface FirstWordsOptions {
	readonly isDemo: boolean;
	/** Nothing is drawn that says what is being waited for. */
	readonly isLineMode: boolean;
}

/**
 * The first words, as plain text before Ink is loaded; they stay as the record's first lines. The terminal is
 * leased before them: what is typed from here on is kept for the session, and not echoed.
 */
export function sayFirstWords(
	process: NodeJS.Process,
	texts: Texts,
	{isDemo, isLineMode}: FirstWordsOptions,
): void {
	acquireTerminal(process.stdin, process.stdout);
	const title = texts.text('program.title');
	const demo = isDemo ? texts.text('program.demo') : '';
	const words = isLineMode
		? [
				`${title} - ${texts.text('program.subtitle')}`,
				...(isDemo ? [demo] : []),
				texts.text('program.checking'),
			]
		: [`${title}  ${demo}`.trimEnd()];
	const rows = words.flatMap((line) => brokenAtWords(line, process.stdout.columns)).join('');
	const paint = painterFor(process, 'stdout');
	process.stdout.write(isLineMode ? rows : rows.replace(title, paint(title, 'strong')));
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
