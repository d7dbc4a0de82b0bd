import type {Environment} from '../../shell/environment.ts';
import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report} from '../../wizard/view.ts';
import type {ObserveCommands} from '../lines/notice-line.ts';
import type {Lease} from '../terminal/lease.ts';

export interface InkOptions {
	readonly texts: Texts;
	readonly lease: Lease;
	readonly output: NodeJS.WriteStream;
	readonly environment: Environment;
	/** For a transcript that also has every command that has ended (`--explain`). */
	readonly observe?: ObserveCommands | undefined;
	/** Called once the first frame has been handed to the terminal. */
	readonly onFirstFrame?: () => void;
}

/**
 * Runs a session with Ink, in the terminal, to its end.
 *
 * @returns the report, when the last of it has been written; the terminal stays leased
 * @throws what a component threw
 */
export async function runInk(session: Session, options: InkOptions): Promise<Report> {
	const {runWithInk} = await import('./run.tsx');
	return runWithInk(session, options);
}
