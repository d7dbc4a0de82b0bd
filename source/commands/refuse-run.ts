import {errorLines} from '../frontends/lines/error-lines.ts';
import {exitStatus} from '../plan/status.ts';
import type {RefusedRun} from './open-run.ts';
import {linesFor} from './lines-for.ts';
import {failedLine, writeAtOnce} from './output.ts';
import {refuse, type Refusing} from './refuse.ts';

/** Says on standard error why nothing was started. @returns the exit status. */
export function refuseRun(context: Refusing, {reason, error}: RefusedRun): number {
	const {process, texts} = context;
	if (error === undefined) {
		return refuse(context, texts.say(reason));
	}

	writeAtOnce(
		process,
		'stderr',
		`${failedLine(process)}${linesFor(process, 'stderr', errorLines(error, texts))}`,
	);
	return exitStatus.prerequisite;
}
