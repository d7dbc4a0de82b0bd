import {printDocument} from '../../documents/print-document.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import {exitStatus} from '../../plan/status.ts';
import type {Message} from '../../text/message.ts';
import type {CommandContext} from '../open-run.ts';
import {refuse} from '../refuse.ts';

/** Why a command line that changes credentials is not carried out. */
export interface Refusal {
	readonly change: 'set' | 'unset';
	readonly isJson: boolean;
	readonly reason: Message;
	/** What is there and stands in the way; undefined where it is the command line itself. */
	readonly error?: CliError | undefined;
	/** Said below the reason. */
	readonly also?: Message;
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

	if (error !== undefined) {
		const {refuseRun} = await import('../refuse-run.ts');
		return refuseRun(context, {ok: false, reason, error});
	}

	return refuse(
		context,
		[reason, ...(also === undefined ? [] : [also])].map((said) => texts.say(said)).join('\n'),
	);
}
