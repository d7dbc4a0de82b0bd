import {errorLines} from '../frontends/lines/error-lines.ts';
import type {CliError} from '../ibmcloud/types.ts';
import {exitStatus} from '../plan/status.ts';
import type {Message} from '../text/message.ts';
import type {ProgramContext, RefusedRun} from './command.ts';
import {failedLine, linesFor, writeAtOnce} from './output.ts';

/** Prints why a command line is refused, on standard error, as IBM's CLI does. @returns the exit status. */
export function refuse({process, texts, usage}: ProgramContext, ...reasons: readonly Message[]): number {
	const said = reasons.map((reason) => texts.say(reason));
	const lines = ['Incorrect Usage.', '', ...said, '', 'USAGE:', `  ${usage}`, texts.text('usage.hint')];
	writeAtOnce(process, 'stderr', `${failedLine(process)}${lines.join('\n')}\n`);
	return exitStatus.usage;
}

/** Prints on standard error why nothing was started. @returns the exit status. */
export function refuseRun(context: ProgramContext, {reason, also, error}: RefusedRun): number {
	if (error === undefined) {
		return refuse(context, reason, ...(also === undefined ? [] : [also]));
	}

	sayError(context, error);
	return exitStatus.prerequisite;
}

/** Prints an error of `ibmcloud` on standard error, with its remedy. */
export function sayError({process, texts}: ProgramContext, error: CliError): void {
	writeAtOnce(process, 'stderr', failedLine(process) + linesFor(process, 'stderr', errorLines(error, texts)));
}

/** Reports whether a command line asks for a JSON document, whatever else is wrong with it. */
export function asksForJson(args: readonly string[]): boolean {
	return /(?:^| )--output[ =]json(?: |$)/i.test(args.join(' '));
}
