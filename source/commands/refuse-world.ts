import {errorLines} from '../frontends/lines/error-lines.ts';
import {plainText} from '../frontends/lines/print.ts';
import {exitStatus} from '../plan/status.ts';
import type {Texts} from '../text/texts.ts';
import type {ClosedWorld} from './open-world.ts';
import {writeAtOnce} from './output.ts';
import {refuse} from './refuse.ts';

/** Says on standard error why nothing was started. @returns the exit status. */
export function refuseWorld(own: NodeJS.Process, texts: Texts, {reason, error}: ClosedWorld): number {
	if (error === undefined) {
		return refuse(own, texts, texts.say(reason));
	}

	writeAtOnce(own, 'stderr', `FAILED\n${plainText(errorLines(error, texts))}`);
	return exitStatus.prerequisite;
}
