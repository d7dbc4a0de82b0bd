import type {CommandContext} from './open-run.ts';
import {changeCommand} from './setup/command.ts';
import {unsetOptions} from './unset-options.ts';

/** `classic-credentials unset`: removes what is set, after a typed confirmation; shares everything else with `setup`. */
export async function unset(context: CommandContext): Promise<number> {
	return changeCommand(context, 'unset', unsetOptions);
}
