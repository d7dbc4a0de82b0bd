import {exitStatus} from '../plan/status.ts';
import type {CommandContext} from './open-run.ts';
import {failedLine, writeAtOnce} from './output.ts';

/** What a refusal is said with. */
export type Refusing = Pick<CommandContext, 'process' | 'texts' | 'usage'>;

/** Says why a command line is refused, on standard error, as IBM's CLI does. @returns the exit status. */
export function refuse({process, texts, usage}: Refusing, reason: string): number {
	const lines = ['Incorrect Usage.', '', reason, '', 'USAGE:', `  ${usage}`, texts.text('usage.hint')];
	writeAtOnce(process, 'stderr', `${failedLine(process)}${lines.join('\n')}\n`);
	return exitStatus.usage;
}

/** Whether a command line asks for a JSON document, whatever else is wrong with it. */
export function asksForJson(args: readonly string[]): boolean {
	return /(?:^| )--output[ =]json(?: |$)/i.test(args.join(' '));
}
