import {exitStatus} from '../plan/status.ts';
import type {Texts} from '../text/texts.ts';
import {writeAtOnce} from './output.ts';

/** Says on standard error why a command line is not carried out. @returns the exit status of wrong usage. */
export function refuse(process: NodeJS.Process, texts: Texts, reason: string): number {
	writeAtOnce(process, 'stderr', `FAILED\n${reason}\n${texts.text('usage.hint')}\n`);
	return exitStatus.usage;
}
