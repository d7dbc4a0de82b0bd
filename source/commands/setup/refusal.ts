import {printDocument} from '../../documents/print-document.ts';
import {exitStatus} from '../../plan/status.ts';
import type {Message} from '../../text/message.ts';
import type {CommandContext, RefusedRun} from '../open-run.ts';
import {refuse, refuseRun} from '../refuse.ts';

/** Why a command line that changes credentials is not carried out. */
export interface Refused extends RefusedRun {
	/** Said below the reason. */
	readonly also?: Message;
}

interface Refusal extends Refused {
	readonly change: 'set' | 'unset';
	readonly isJson: boolean;
}

/** Says it on standard error, and with `--output json` in a document, too. @returns the exit status. */
export async function refuseChange(context: CommandContext, refusal: Refusal): Promise<number> {
	const {process, texts} = context;
	const {change, isJson, reason, error, also} = refusal;
	const status = error === undefined ? exitStatus.usage : exitStatus.prerequisite;
	if (isJson) {
		const {changeDocument, refused} = await import('../../documents/change-document.ts');
		const document = changeDocument({...refused(reason, status), error}, change, texts);
		await printDocument('change', document, process.stdout);
	}

	return error === undefined
		? refuse(context, reason, ...(also === undefined ? [] : [also]))
		: refuseRun(context, refusal);
}
