import {errorLines} from '../frontends/lines/error-lines.ts';
import type {CliError} from '../ibmcloud/types.ts';
import {exitStatus} from '../plan/status.ts';
import type {RefusedRun} from './open-run.ts';
import {failedLine, linesFor, writeAtOnce} from './output.ts';
import {refuse, type Refusing} from './refuse.ts';

/** Says on standard error why nothing was started. @returns the exit status. */
export function refuseRun(context: Refusing, {reason, error}: RefusedRun): number {
	if (error === undefined) {
		return refuse(context, context.texts.say(reason));
	}

	sayError(context, error);
	return exitStatus.prerequisite;
}

/** Says an error of `ibmcloud` on standard error, with what mends it. */
export function sayError({process, texts}: Pick<Refusing, 'process' | 'texts'>, error: CliError): void {
	writeAtOnce(process, 'stderr', failedLine(process) + linesFor(process, 'stderr', errorLines(error, texts)));
}
