import {runInk} from '../../frontends/ink/start.ts';
import type {ObserveCommands} from '../../frontends/lines/notice-line.ts';
import {acquireTerminal} from '../../frontends/terminal/lease.ts';
import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report} from '../../wizard/view.ts';
import {usesLineMode} from '../line-mode.ts';

interface InteractiveOptions {
	readonly texts: Texts;
	/** Whether the option asks for line mode. */
	readonly isAccessible: boolean;
	/** For `--explain`: every command that has ended is said. */
	readonly observe: ObserveCommands | undefined;
	/** Called once something of the session is on the screen. */
	readonly onFirstFrame: () => void;
}

/** Runs a session in a terminal: in line mode, or with Ink, which is loaded while the checks already run. */
export async function runInTerminal(
	session: Session,
	{stdin, stdout: output, env: environment}: NodeJS.Process,
	{texts, observe, isAccessible, onFirstFrame}: InteractiveOptions,
): Promise<Report> {
	const lease = acquireTerminal(stdin, output);
	if (!usesLineMode(isAccessible, environment)) {
		return runInk(session, {texts, lease, output, environment, observe, onFirstFrame});
	}

	const {runLineMode} = await import('../../frontends/line-mode/run.ts');
	onFirstFrame();
	return runLineMode(session, {texts, lease, output, observe});
}
