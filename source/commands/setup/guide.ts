import {runInk} from '../../frontends/ink/start.tsx';
import {acquireTerminal} from '../../frontends/terminal/lease.ts';
import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report} from '../../wizard/view.ts';
import {usesLineMode} from '../line-mode.ts';

interface HoldOptions {
	readonly texts: Texts;
	/** Whether the option asks for line mode. */
	readonly isAccessible: boolean;
	/** Called once something of the session is on the screen. */
	readonly onPicture: () => void;
}

/** Holds a session in a terminal: in line mode, or with Ink, which is loaded while the checks already run. */
export async function holdInTerminal(
	session: Session,
	own: NodeJS.Process,
	{texts, onPicture, isAccessible}: HoldOptions,
): Promise<Report> {
	const {stdin, stdout: output, env: environment} = own;
	const lease = acquireTerminal(stdin, output);
	if (!usesLineMode(isAccessible, environment)) {
		return runInk(session, {texts, lease, output, environment, onPicture});
	}

	const {runPlain} = await import('../../frontends/plain/run.ts');
	onPicture();
	return runPlain(session, {texts, lease, output});
}
