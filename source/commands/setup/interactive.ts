import {acquireTerminal} from '../../frontends/terminal/lease.ts';
import type {Adapter} from '../../shell/adapter.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report} from '../../wizard/view.ts';
import {usesLineMode} from '../line-mode.ts';
import type {SetupRun} from './request.ts';

/**
 * Runs a session in a terminal: in line mode, or with Ink, which is loaded while the checks already run.
 *
 * @param onFirstFrame called once something of the session is on the screen.
 */
export async function runInTerminal(
	session: Session,
	{process, texts, signals, request}: SetupRun,
	adapter: Adapter,
	onFirstFrame: () => void,
): Promise<Report> {
	const {stdin, stdout: output, env: environment} = process;
	const {accessible, explain} = request.options;
	// The window is closed, or who held it is gone: in raw mode nothing else ends the input.
	stdin.on('error', signals.hangUp);
	stdin.on('end', signals.hangUp);
	const lease = acquireTerminal(stdin, output);
	const observe = explain ? adapter.observe : undefined;
	if (!usesLineMode(accessible, environment)) {
		const {runInk} = await import('../../frontends/ink/run.tsx');
		return runInk(session, {texts, lease, output, environment, observe, onFirstFrame});
	}

	const {runLineMode} = await import('../../frontends/line-mode/run.ts');
	onFirstFrame();
	return runLineMode(session, {texts, lease, output, observe});
}
