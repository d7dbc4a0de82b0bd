import {closest} from 'fastest-levenshtein';
import {exitStatus} from '../plan/status.ts';
import {englishTexts} from '../text/texts.ts';

/** Refuses a command that does not exist, naming the near one; the word itself is not repeated, it may be a key. */
export function refuseCommand(own: NodeJS.Process, given: string, known: readonly string[]): number {
	const near = closest(given, known);
	own.stderr.write(
		`FAILED\n${englishTexts.text('usage.unknownCommand', {near})}\n${englishTexts.text('usage.hint')}\n`,
	);
	return exitStatus.usage;
}
