import {Waiting} from '../frontends/line-mode/waiting.ts';
import type {ReadStore} from '../ibmcloud/reads.ts';
import type {CommandContext, RefusedRun} from './command.ts';
import type {readingOptions} from './common-options.ts';
import {openRun, type OpenRun} from './open-run.ts';
import type {OptionValues} from './options.ts';
import {isTerminal} from './output.ts';

/** A run that changes nothing. */
export type ReadingRun = OpenRun & {
	/** Whether progress is printed: somebody looks, and neither JSON nor `--quiet` was asked for. */
	readonly showsProgress: boolean;
	/** Ends the printing of progress. */
	readonly stopProgress: () => void;
};

/**
 * Opens a run that changes nothing, works with it, and closes it.
 *
 * @param longestMs milliseconds after which each command is ended, whatever its own limit.
 * @returns the result of `work`, or why the run could not be opened.
 */
export async function withReadingRun(
	context: CommandContext,
	{demo, explain: explains, output, quiet}: OptionValues<typeof readingOptions>,
	work: (run: ReadingRun) => Promise<number | RefusedRun>,
	longestMs?: number,
): Promise<number | RefusedRun> {
	const opened = await openRun(context, {demo, longestMs, explains});
	if (!opened.ok) {
		return opened;
	}

	const showsProgress = output === undefined && !quiet && isTerminal(2);
	const stopProgress = showsProgress ? sayWhatRuns(opened.store, context) : () => {};
	try {
		return await work({...opened, showsProgress, stopProgress});
	} finally {
		stopProgress();
		await opened.close();
	}
}

/** The most commands that are named: a check of all scopes runs many side by side. */
const mostNamed = 3;

/**
 * Prints on standard error, at growing intervals, which reads still run: silence looks like an end. @returns
 * a function that stops it.
 */
function sayWhatRuns(store: ReadStore, {process, texts}: CommandContext): () => void {
	const waiting = new Waiting();
	const sentence = (seconds: number): string => {
		const commands = store.running().map((command) => withoutDetails(command));
		const named = commands.slice(0, mostNamed);
		const command = commands.length > named.length ? [...named, '...'] : named;
		return texts.text('lineMode.stillReading', {command, seconds});
	};
	const activity = {topic: 'reads', startedAt: Date.now(), sentence};
	let timer: NodeJS.Timeout | undefined;
	const sayWhenDue = (): void => {
		for (const line of waiting.due(activity)) {
			process.stderr.write(`${line}\n`);
		}

		timer = setTimeout(sayWhenDue, waiting.delay);
	};

	sayWhenDue();
	return () => {
		clearTimeout(timer);
	};
}

/** Strips the options of the output form; what is read, and where, stays. */
function withoutDetails(command: string): string {
	return command.replace(/ --[\w-]+ .*$/u, '');
}
