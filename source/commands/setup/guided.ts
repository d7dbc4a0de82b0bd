import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report} from '../../wizard/view.ts';

/**
 * The first words, as plain text before Ink is loaded; they stay as the record's first lines. Echo is off before the
 * first of them: what is typed from here on is kept for the session, and not drawn by the terminal.
 */
export function sayFirstWords(own: NodeJS.Process, texts: Texts, isDemo: boolean): void {
	own.stdin.setRawMode(true);
	own.stdout.write(`${texts.text('program.title')} - ${texts.text('program.subtitle')}\n`);
	if (isDemo) {
		own.stdout.write(`${texts.text('program.demo')}\n`);
	}

	own.stdout.write(`${texts.text('program.checking')}\n`);
}

/** Holds the session with Ink, which is loaded while the checks already run. */
export async function holdGuided(session: Session, own: NodeJS.Process, texts: Texts): Promise<Report> {
	const {runInk} = await import('../../frontends/ink/start.tsx');
	return runInk(session, {texts, input: own.stdin, output: own.stdout, environment: own.env});
}
