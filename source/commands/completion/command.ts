import {exitStatus} from '../../plan/status.ts';
import {message} from '../../text/message.ts';
import {plainOptions, shells} from '../common-options.ts';
import type {CommandContext} from '../open-run.ts';
import {parseArguments} from '../options.ts';
import {refuse} from '../refuse.ts';
import {commands} from '../list.ts';
import {bashScript, fishScript, zshScript} from './shells.ts';

const scripts = {bash: bashScript, zsh: zshScript, fish: fishScript} as const satisfies Record<
	(typeof shells)[number],
	unknown
>;

/** `classic-credentials completion SHELL`: a script made of the same definitions that parse the flags. */
export async function completion(context: CommandContext): Promise<number> {
	const {process, args} = context;
	const parsed = parseArguments(plainOptions, args, context);
	if (!parsed.ok) {
		return refuse(context, parsed.reason);
	}

	const [shell = ''] = parsed.value.operands;
	if (parsed.value.operands.length !== 1 || !Object.hasOwn(scripts, shell)) {
		return refuse(context, message('usage.shell', {shells}));
	}

	process.stdout.write(scripts[shell as keyof typeof scripts](commands));
	return exitStatus.done;
}
