import {regions} from '../../ibmcloud/facts/regions.ts';
import {programName, startCommand} from '../../program-name.ts';
import {completionOptions} from '../completion/definitions.ts';
import {doctorOptions} from '../doctor/definitions.ts';
import {historyOptions} from '../history/definitions.ts';
import {setupOptions, unsetOptions} from '../setup/definitions.ts';
import {statusOptions} from '../status/definitions.ts';
import {helpText, usageLine, type HelpRow} from './layout.ts';

/** What the program ends with; the same for every command. */
export const exitStatuses = {
	heading: 'EXIT STATUS',
	rows: [
		['0', 'done: verified, or set with the key not proven (the report says which)'],
		['1', 'failed, or left without applying'],
		['2', 'wrong usage, or answers are missing'],
		['3', 'a prerequisite is missing: CLI, plug-in, login, role'],
		['4', 'the read-back or what is expected differs, or the target changed meanwhile'],
		['5', 'some scopes are done, some are not'],
		['129, 130, 131, 143', 'ended by hang-up, Ctrl-C, SIGQUIT, SIGTERM'],
	],
} as const satisfies {heading: string; rows: readonly HelpRow[]};

/** What `setup` reads of the environment. */
export const environmentVariables = {
	heading: 'ENVIRONMENT',
	rows: [
		['IAAS_CLASSIC_USERNAME', 'The infrastructure username.'],
		['IAAS_CLASSIC_API_KEY', 'Its API key; counts only together with the username.'],
		['ACCESSIBLE', 'Where it is set: ask a line at a time, as with --accessible.'],
		['CI', 'Where it is set: ask nothing, as without a terminal.'],
		['NO_COLOR', 'Where it is set: no colors.'],
	],
} as const satisfies {heading: string; rows: readonly HelpRow[]};

const regionTable = {
	heading: 'REGIONS',
	rows: [
		...regions.map(({name, city}): HelpRow => [name, city]),
		'Several regions and several groups mean every pair: 2 x --region and 3 x -g change 6 scopes.',
	],
};

/** `classic-credentials --help`. @param commands all subcommands, which it lists. */
export function setupHelp(
	commands: ReadonlyArray<{readonly name: string; readonly summary: string}>,
	columns: number,
): string {
	return helpText(
		{
			name: `${programName} setup`,
			summary:
				'Set IBM Cloud classic infrastructure credentials for Kubernetes clusters, and prove that they are set',
			usage: usageLine({name: 'setup'}),
			options: setupOptions,
			first: [{heading: 'COMMANDS', rows: commands.map(({name, summary}) => [name, summary])}],
			sections: [regionTable, environmentVariables, exitStatuses],
			examples: [
				startCommand,
				`${startCommand} --demo`,
				`${startCommand} --infrastructure-username 1234567_name@example.com --infrastructure-api-key @key.txt --region us-south --force`,
				`op read op://vault/classic/key | ${startCommand} --infrastructure-username 1234567_name@example.com --infrastructure-api-key - --region eu-de -g default --force --output json`,
			],
		},
		columns,
	);
}

/** `classic-credentials status --help`. */
export function statusHelp(columns: number): string {
	return helpText(
		{
			name: `${programName} status`,
			summary: 'Show which infrastructure user is set in which region and resource group',
			usage: usageLine({name: 'status'}),
			options: statusOptions,
			sections: [exitStatuses],
			examples: [
				`${programName} status`,
				`${programName} status --all --output json`,
				`${programName} status --region us-south -g default --expect 1234567_name@example.com`,
			],
		},
		columns,
	);
}

/** `classic-credentials unset --help`. */
export function unsetHelp(columns: number): string {
	return helpText(
		{
			name: `${programName} unset`,
			summary: 'Remove the credential of regions and resource groups; the linked account is in charge again',
			usage: usageLine({name: 'unset'}),
			options: unsetOptions,
			sections: [regionTable, exitStatuses],
			examples: [`${programName} unset`, `${programName} unset --region eu-de -g default --force`],
		},
		columns,
	);
}

/** `classic-credentials doctor --help`. */
export function doctorHelp(columns: number): string {
	return helpText(
		{
			name: `${programName} doctor`,
			summary: 'Check everything that a setup needs, with the fix for each',
			usage: usageLine({name: 'doctor'}),
			options: doctorOptions,
			sections: [exitStatuses],
			examples: [`${programName} doctor`, `${programName} doctor --output json`],
		},
		columns,
	);
}

/** `classic-credentials history --help`. */
export function historyHelp(columns: number): string {
	return helpText(
		{
			name: `${programName} history`,
			summary: 'Show what was changed on this machine, from the journal; it never holds a key',
			usage: usageLine({name: 'history'}),
			options: historyOptions,
			examples: [`${programName} history`, `${programName} history --output json`],
		},
		columns,
	);
}

/** `classic-credentials completion --help`. */
export function completionHelp(columns: number): string {
	return helpText(
		{
			name: `${programName} completion`,
			summary: 'Print the completion script of a shell',
			usage: usageLine({name: 'completion', operand: {name: 'SHELL'}}),
			options: completionOptions,
			examples: [
				'source <(classic-credentials completion bash)',
				'classic-credentials completion zsh > ~/.zfunc/_classic-credentials',
				'classic-credentials completion fish > ~/.config/fish/completions/classic-credentials.fish',
			],
		},
		columns,
	);
}

/** `classic-credentials help --help`. */
export function helpHelp(columns: number): string {
	return helpText(
		{
			name: `${programName} help`,
			summary: 'Show the help of a command',
			usage: usageLine({name: 'help', operand: {name: '[COMMAND]'}}),
			options: completionOptions,
			examples: [`${programName} help`, `${programName} help status`],
		},
		columns,
	);
}

/** `classic-credentials version --help`. */
export function versionHelp(columns: number): string {
	return helpText(
		{
			name: `${programName} version`,
			summary: 'Show the version',
			usage: usageLine({name: 'version'}),
			options: completionOptions,
			examples: [`${programName} version`],
		},
		columns,
	);
}
