import {closest} from 'fastest-levenshtein';
import {exitStatus} from '../plan/status.ts';
import type {Texts} from '../text/texts.ts';

/** Refuses a command that does not exist, naming the near one; the word itself is not repeated, it may be a key. */
export function refuseCommand(
	own: NodeJS.Process,
	texts: Texts,
	given: string,
	known: readonly string[],
): number {
	const near = closest(given, known);
	own.stderr.write(`FAILED\n${texts.text('usage.unknownCommand', {near})}\n${texts.text('usage.hint')}\n`);
	return exitStatus.usage;
}
