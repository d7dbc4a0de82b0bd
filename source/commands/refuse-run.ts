import {errorLines} from '../frontends/lines/error-lines.ts';
import {plainText} from '../frontends/lines/print.ts';
import {exitStatus} from '../plan/status.ts';
import type {Texts} from '../text/texts.ts';
import type {RefusedRun} from './open-run.ts';
import {writeAtOnce} from './output.ts';
import {refuse} from './refuse.ts';

/** Says on standard error why nothing was started. @returns the exit status. */
export function refuseRun(process: NodeJS.Process, texts: Texts, {reason, error}: RefusedRun): number {
	if (error === undefined) {
		return refuse(process, texts, texts.say(reason));
	}

	writeAtOnce(process, 'stderr', `FAILED\n${plainText(errorLines(error, texts))}`);
	return exitStatus.prerequisite;
}
