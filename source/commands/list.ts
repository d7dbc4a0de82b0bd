import {completionHelp, doctorHelp, historyHelp, setupHelp, statusHelp, unsetHelp} from './help/texts.ts';
import type {CommandContext} from './open-run.ts';
import {setup, unset} from './setup/command.ts';

/** One subcommand. What most starts do not need is loaded only when it is asked for. */
export interface Command {
	readonly name: string;
	/** One line for the help and for completion. */
	readonly summary: string;
	readonly run: (context: CommandContext) => Promise<number>;
	/** The text of its `--help`. */
	readonly help: () => string;
}

/** All subcommands; the first is what `classic-credentials` alone means. */
export const commands: readonly Command[] = [
	{
		name: 'setup',
		summary: 'Set classic infrastructure credentials, and prove that they are set',
		run: setup,
		help: () => setupHelp(commands),
	},
	{
		name: 'status',
		summary: 'Show who is set where, and check it against what you expect',
		run: async (context) => (await import('./status/command.ts')).status(context),
		help: statusHelp,
	},
	{
		name: 'unset',
		summary: 'Remove what is set, after a typed confirmation',
		run: unset,
		help: unsetHelp,
	},
	{
		name: 'doctor',
		summary: 'Check everything that a setup needs, with the fix for each',
		run: async (context) => (await import('./doctor/command.ts')).doctor(context),
		help: doctorHelp,
	},
	{
		name: 'history',
		summary: 'Show what was changed on this machine',
		run: async (context) => (await import('./history/command.ts')).history(context),
		help: historyHelp,
	},
	{
		name: 'completion',
		summary: 'Print the completion script of bash, zsh or fish',
		run: async (context) => (await import('./completion/command.ts')).completion(context),
		help: completionHelp,
	},
];
