import {printDocument} from '../../frontends/unattended/print-document.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import {exitStatus} from '../../plan/status.ts';
import type {Message} from '../../text/message.ts';
import type {CommandContext} from '../open-world.ts';
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
export async function refuseChange({process: own, texts}: CommandContext, refusal: Refusal): Promise<number> {
	const {change, isJson, reason, error, also} = refusal;
	const status = error === undefined ? exitStatus.usage : exitStatus.prerequisite;
	if (isJson) {
		const {changeDocument, refused} = await import('../../frontends/unattended/document.ts');
		const document = changeDocument({...refused(reason, status), error}, change, texts);
		await printDocument('change', document, own.stdout);
	}

	if (error !== undefined) {
		const {refuseWorld} = await import('../refuse-world.ts');
		return refuseWorld(own, texts, {ok: false, reason, error});
	}

	return refuse(
		own,
		texts,
		[reason, ...(also === undefined ? [] : [also])].map((said) => texts.say(said)).join('\n'),
	);
}
