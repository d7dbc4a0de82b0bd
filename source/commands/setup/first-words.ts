import {acquireTerminal} from '../../frontends/terminal/lease.ts';
import type {Texts} from '../../text/texts.ts';
import {brokenAtBlanks} from '../help/layout.ts';
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
	// A terminal that does not know its width says 0; and it would itself break in the middle of a word.
	const columns = (process.stdout.columns || Infinity) - 1;
	const rows = words
		.flatMap((line) => brokenAtBlanks(line, columns))
		.map((row) => `${row}\n`)
		.join('');
	const paint = painterFor(process, 'stdout');
	process.stdout.write(isLineMode ? rows : rows.replace(title, paint(title, 'strong')));
}
