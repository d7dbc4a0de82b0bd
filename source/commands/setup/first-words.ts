import {acquireTerminal} from '../../frontends/terminal/lease.ts';
import {brokenAtBlanks} from '../help/layout.ts';
import {usesLineMode} from '../line-mode.ts';
import {painterFor} from '../output.ts';
import type {SetupRun} from './request.ts';

/**
 * The first words, as plain text before Ink is loaded; they stay as the transcript's first lines. The terminal is
 * leased before them: what is typed from here on is kept for the session, and not echoed.
 */
export function sayFirstWords({process, texts, request: {options}}: SetupRun): void {
	acquireTerminal(process.stdin, process.stdout);
	const isDemo = options.demo !== undefined;
	// Nothing is drawn there that says what is being waited for.
	const isLineMode = usesLineMode(options.accessible, process.env);
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
