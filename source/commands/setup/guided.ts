import type {Environment} from '../../shell/environment.ts';
import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report} from '../../wizard/view.ts';
import {usesLineMode} from '../line-mode.ts';

/**
 * The first words, as plain text before Ink is loaded; they stay as the record's first lines. Echo is off before the
 * first of them: what is typed from here on is kept for the session, and not drawn by the terminal.
 */
export function sayFirstWords(own: NodeJS.Process, texts: Texts, isDemo: boolean): void {
	own.stdin.setRawMode(true);
	const words = [
		`${texts.text('program.title')} - ${texts.text('program.subtitle')}`,
		...(isDemo ? [texts.text('program.demo')] : []),
		texts.text('program.checking'),
	];
	own.stdout.write(words.flatMap((line) => brokenAtWords(line, own.stdout.columns)).join(''));
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

export interface HoldOptions {
	readonly texts: Texts;
	/** Called once something of the session is on the screen. */
	readonly onPicture: () => void;
}

/** How a session is held in a terminal. */
export interface Guide {
	hold(session: Session, own: NodeJS.Process, options: HoldOptions): Promise<Report>;
	/** Lets a child use the terminal meanwhile, for a login with its own questions. */
	lendTerminal(run: () => Promise<void>): Promise<void>;
}

/** With Ink, which is loaded while the checks already run. */
const inkGuide: Guide = {
	async hold(session, own, {texts, onPicture}) {
		const {runInk} = await import('../../frontends/ink/start.tsx');
		return runInk(session, {texts, input: own.stdin, output: own.stdout, environment: own.env, onPicture});
	},
	async lendTerminal(run) {
		const {handTerminalTo} = await import('../../frontends/ink/start.tsx');
		await handTerminalTo(run);
	},
};

/** A line at a time; Ink is never loaded. */
const plainGuide: Guide = {
	async hold(session, own, {texts, onPicture}) {
		const {runPlain} = await import('../../frontends/plain/run.ts');
		onPicture();
		return runPlain(session, {texts, input: own.stdin, output: own.stdout});
	},
	async lendTerminal(run) {
		const {handTerminalTo} = await import('../../frontends/plain/run.ts');
		await handTerminalTo(run);
	},
};

/** @param isAccessible whether the option asks for a line at a time. */
export function guideFor(isAccessible: boolean, environment: Environment): Guide {
	return usesLineMode(isAccessible, environment) ? plainGuide : inkGuide;
}
