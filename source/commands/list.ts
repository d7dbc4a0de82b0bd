import {completionOptions} from './completion/definitions.ts';
import {shells} from './completion/shells.ts';
import {doctorOptions} from './doctor/definitions.ts';
import {
	completionHelp,
	doctorHelp,
	helpHelp,
	historyHelp,
	versionHelp,
	setupHelp,
	statusHelp,
	unsetHelp,
} from './help/texts.ts';
import {historyOptions} from './history/definitions.ts';
import type {CommandContext} from './open-run.ts';
import type {OptionDefinition} from './options.ts';
import {setup, unset} from './setup/command.ts';
import {setupOptions, unsetOptions} from './setup/definitions.ts';
import {statusOptions} from './status/definitions.ts';

/** One subcommand. What most starts do not need is loaded only when it is asked for. */
export interface Command {
	readonly name: string;
	/** One line for the help and for completion. */
	readonly summary: string;
	readonly options: readonly OptionDefinition[];
	/** What stands behind the name besides options: how help calls it, and what it can be. */
	readonly operand?: {readonly name: string; readonly words: readonly string[]};
	readonly run: (context: CommandContext) => Promise<number>;
	/** The text of its `--help`. */
	readonly help: (columns: number) => string;
}

/** All subcommands; the first is what `classic-credentials` alone means. */
export const commands: readonly Command[] = [
	{
		name: 'setup',
		summary: 'Set classic infrastructure credentials, and prove them',
		options: setupOptions,
		run: setup,
		help: (columns) => setupHelp(commands, columns),
	},
	{
		name: 'status',
		summary: 'Show who is set where, and check it',
		options: statusOptions,
		run: async (context) => (await import('./status/command.ts')).status(context),
		help: statusHelp,
	},
	{
		name: 'unset',
		summary: 'Remove what is set, after a confirmation',
		options: unsetOptions,
		run: unset,
		help: unsetHelp,
	},
	{
		name: 'doctor',
		summary: 'Check what a setup needs, with each fix',
		options: doctorOptions,
		run: async (context) => (await import('./doctor/command.ts')).doctor(context),
		help: doctorHelp,
	},
	{
		name: 'history',
		summary: 'Show what was changed on this machine',
		options: historyOptions,
		run: async (context) => (await import('./history/command.ts')).history(context),
		help: historyHelp,
	},
	{
		name: 'completion',
		summary: 'Print the completion script of bash, zsh or fish',
		options: completionOptions,
		operand: {name: 'SHELL', words: shells},
		run: async (context) => (await import('./completion/command.ts')).completion(context),
		help: completionHelp,
	},
	{
		name: 'help',
		summary: 'Show the help of a command',
		options: completionOptions,
		get operand() {
			return {name: '[COMMAND]', words: commands.map(({name}) => name)};
		},
		run: async (context) => (await import('./help/command.ts')).help(context),
		help: helpHelp,
	},
	{
		name: 'version',
		summary: 'Show the version',
		options: completionOptions,
		run: async (context) => (await import('./help/command.ts')).showVersion(context),
		help: versionHelp,
	},
];
