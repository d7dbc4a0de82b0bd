import {openRun, type CommandContext, type OpenRun} from './open-run.ts';
import {isTerminal} from './output.ts';
import {refuseRun} from './refuse-run.ts';

/** What `status` and `doctor` are told on the command line, both. */
interface ReadingOptions {
	readonly demo: string | undefined;
	readonly explain: boolean;
	readonly quiet: boolean;
	readonly output: 'json' | undefined;
}

/**
 * Opens a run that changes nothing, works with it, and closes it.
 *
 * @param longestMs milliseconds after which each command is ended, whatever its own limit.
 * @returns the exit status: that of the work, or of a run that could not be opened.
 */
export async function withReadingRun(
	context: CommandContext,
	{demo, explain}: ReadingOptions,
	work: (opened: OpenRun) => Promise<number>,
	longestMs?: number,
): Promise<number> {
	const world = await openRun(context, {demo, longestMs, explains: explain});
	if (!world.ok) {
		return refuseRun(context, world);
	}

	const {opened} = world;
	try {
		return await work(opened);
	} finally {
		await opened.close();
	}
}

/** Whether it is said meanwhile what is waited for: where somebody looks, and nothing else was asked for. */
export function isTold({output, quiet}: ReadingOptions): boolean {
	return output === undefined && !quiet && isTerminal(2);
}
