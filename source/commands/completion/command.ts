import {regionNames} from '../../ibmcloud/facts/regions.ts';
import {exitStatus} from '../../plan/status.ts';
import {languageTags} from '../../text/load-texts.ts';
import {doctorOptions} from '../doctor/definitions.ts';
import {historyOptions} from '../history/definitions.ts';
import {commands} from '../list.ts';
import type {CommandContext} from '../open-world.ts';
import {parseOptions, type OptionDefinition} from '../options.ts';
import {refuse} from '../refuse.ts';
import {setupOptions} from '../setup/definitions.ts';
import {statusOptions} from '../status/definitions.ts';
import {unsetOptions} from '../unset-options.ts';
import {completionOptions} from './definitions.ts';
import {bashScript, fishScript, zshScript, type Completion} from './scripts.ts';

const scripts = {bash: bashScript, zsh: zshScript, fish: fishScript} as const;

/** `classic-credentials completion SHELL`: a script made of the same definitions that parse the flags. */
export async function completion({process: own, args, texts}: CommandContext): Promise<number> {
	const parsed = parseOptions(completionOptions, args);
	if (!parsed.ok) {
		return refuse(own, texts, texts.say(parsed.reason));
	}

	const [shell = ''] = parsed.operands;
	if (parsed.operands.length !== 1 || !Object.hasOwn(scripts, shell)) {
		return refuse(own, texts, texts.text('usage.shell', {shells: Object.keys(scripts)}));
	}

	own.stdout.write(scripts[shell as keyof typeof scripts](completionOf()));
	return exitStatus.done;
}

function completionOf(): Completion {
	const options: Readonly<Record<string, readonly OptionDefinition[]>> = {
		setup: setupOptions,
		status: statusOptions,
		unset: unsetOptions,
		doctor: doctorOptions,
		history: historyOptions,
		completion: completionOptions,
	};
	return {
		commands: commands.map(({name, summary}) => ({name, summary, options: options[name] ?? []})),
		values: {region: regionNames, output: ['json'], via: ['cli', 'api'], locale: languageTags},
		operands: {completion: Object.keys(scripts)},
	};
}
