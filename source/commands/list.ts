import {exitStatus} from '../plan/status.ts';
import {programName, startCommand} from '../program-name.ts';
import {message} from '../text/message.ts';
import type {Command, CommandContext, OptionDefinition, RefusedRun} from './command.ts';
import {doctorOptions, historyOptions, plainOptions, shells, statusOptions} from './common-options.ts';
import {helpFor, versionLine} from './help/layout.ts';
import {
	checkStatuses,
	environmentVariables,
	exitStatuses,
	regionTable,
	removalStatuses,
} from './help/texts.ts';
import {unknownCommand} from './near.ts';
import {writeAtOnce} from './output.ts';
import {changeCredentials, refusalDocument} from './setup/command.ts';
import {setupOptions, unsetOptions} from './setup/definitions.ts';

const readingDocuments = async () => import('../documents/reading-documents.ts');

const oneUser = '--infrastructure-username 1234567_name@example.com';

/** All subcommands; the first one runs if none is named. */
export const commands: readonly Command[] = [
	{
		name: 'setup',
		summary: 'Set classic infrastructure credentials, and prove them',
		options: setupOptions,
		run: async (context) => changeCredentials(context, 'set'),
		refusedDocument: async ({texts}, status, refused) => refusalDocument('set', status, refused, texts),
		help: {
			says: 'Set IBM Cloud classic infrastructure credentials for Kubernetes clusters, and prove that they are set',
			get first() {
				return [{heading: 'COMMANDS', rows: commands.map(({name, summary}) => [name, summary] as const)}];
			},
			sections: [regionTable, environmentVariables, exitStatuses],
			examples: [
				startCommand,
				`${startCommand} --demo`,
				`${startCommand} ${oneUser} --infrastructure-api-key @key.txt --region us-south --force`,
				`op read op://vault/classic/key | ${startCommand} ${oneUser} --infrastructure-api-key - --region eu-de -g default --force --output json`,
			],
		},
	},
	{
		name: 'status',
		summary: 'Show who is set where, and check it',
		options: statusOptions,
		run: async (context) => (await import('./status/command.ts')).status(context),
		refusedDocument: async (_context, status, {error}) =>
			(await readingDocuments()).statusDocument(status, {error}),
		help: {
			says: 'Show which infrastructure user is set in which region and resource group',
			sections: [checkStatuses],
			examples: [
				`${programName} status`,
				`${programName} status --all --output json`,
				`${programName} status --region us-south -g default --expect 1234567_name@example.com`,
			],
		},
	},
	{
		name: 'unset',
		summary: 'Remove what is set, after a confirmation',
		options: unsetOptions,
		run: async (context) => changeCredentials(context, 'unset'),
		refusedDocument: async ({texts}, status, refused) => refusalDocument('unset', status, refused, texts),
		help: {
			says: 'Remove the credential of regions and resource groups; the linked account is in charge again',
			sections: [regionTable, removalStatuses],
			examples: [`${programName} unset`, `${programName} unset --region eu-de -g default --force`],
		},
	},
	{
		name: 'doctor',
		summary: 'Check what a setup needs, with each fix',
		options: doctorOptions,
		run: async (context) => (await import('./doctor/command.ts')).doctor(context),
		refusedDocument: async ({texts}, status, {error}) =>
			(await readingDocuments()).doctorDocument(status, {checks: [], error}, texts),
		help: {
			says: 'Check everything that a setup needs, with the fix for each',
			sections: [checkStatuses],
			examples: [`${programName} doctor`, `${programName} doctor --output json`],
		},
	},
	{
		name: 'history',
		summary: 'Show what was changed on this machine',
		options: historyOptions,
		run: async (context) => (await import('./history.ts')).history(context),
		refusedDocument: async (...given) => (await import('./history.ts')).refusedHistory(...given),
		help: {
			says: 'Show what was changed on this machine, from the journal; it never holds a key',
			examples: [`${programName} history`, `${programName} history --output json`],
		},
	},
	{
		name: 'completion',
		summary: 'Print the completion script of bash, zsh or fish',
		options: plainOptions,
		operand: {name: 'SHELL', words: shells},
		run: async (context) => (await import('./completion/command.ts')).completion(context),
		help: {
			says: 'Print the completion script of a shell',
			examples: [
				'source <(classic-credentials completion bash)',
				'classic-credentials completion zsh > ~/.zfunc/_classic-credentials',
				'classic-credentials completion fish > ~/.config/fish/completions/classic-credentials.fish',
			],
		},
	},
	{
		name: 'help',
		summary: 'Show the help of a command',
		options: plainOptions,
		get operand() {
			return {name: '[COMMAND]', words: commandNames};
		},
		run: help,
		help: {
			says: 'Show the help of a command',
			examples: [`${programName} help`, `${programName} help status`],
		},
	},
	{
		name: 'version',
		summary: 'Show the version',
		options: plainOptions,
		run: async ({process}) => {
			writeAtOnce(process, 'stdout', versionLine);
			return exitStatus.done;
		},
		help: {says: 'Show the version', examples: [`${programName} version`]},
	},
];

/** The names of all commands. */
export const commandNames = commands.map(({name}) => name);

/** Returns the command with this name; without a name, `setup`. */
export function commandNamed(word: string | undefined): Command | undefined {
	return word === undefined ? commands[0] : commands.find(({name}) => name === word);
}

async function help({process, operands: [word, ...more]}: CommandContext): Promise<number | RefusedRun> {
	if (more.length > 0) {
		return {ok: false, reason: message('usage.operand')};
	}

	const command = commandNamed(word);
	if (command === undefined) {
		return {ok: false, reason: unknownCommand(word ?? '', commandNames)};
	}

	writeAtOnce(process, 'stdout', helpFor(process, command));
	return exitStatus.done;
}

/** All options of all commands, each once. One that takes a value does so in every command. */
export const allOptions: readonly OptionDefinition[] = [
	...new Map(commands.flatMap(({options}) => options).map((option) => [option.name, option])).values(),
];
