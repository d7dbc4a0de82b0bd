import type {Read} from '../../ibmcloud/reads.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import {message, type Message} from '../../text/message.ts';
import type {Check, CheckId, CheckState} from '../view.ts';

/** One line of the checks. */
export function line(
	id: CheckId,
	state: CheckState,
	result: Message | undefined,
	{remedy, error}: Partial<Pick<Check, 'remedy' | 'error'>> = {},
): Check {
	return {id, state, label: message(`check.${id}`), result, remedy, error};
}

/** A check whose read has not answered yet. */
export function running(id: CheckId): Check {
	return line(id, 'running', undefined);
}

/** Whether a read has not answered yet. */
export function isOpen(read: Read<unknown>): boolean {
	return read.outcome() === undefined;
}

/** Whether there is no `ibmcloud` that could say anything. */
export function isNoCli(error: CliError | undefined): boolean {
	return error?.kind === 'cli-missing' || error?.kind === 'cli-not-executable';
}
