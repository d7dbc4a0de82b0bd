import {isPlugin, programName, startCommand} from '../../program-name.ts';
import {completionOptions} from '../completion/definitions.ts';
import {doctorOptions} from '../doctor/definitions.ts';
import {historyOptions} from '../history/definitions.ts';
import {setupOptions, unsetOptions} from '../setup/definitions.ts';
import {statusOptions} from '../status/definitions.ts';
import {helpText} from './layout.ts';

/** What the program ends with; the same for every command. */
export const exitStatuses = {
	heading: 'EXIT STATUS',
	lines: [
		'0    done: verified, or set with the key not proven (the report says which)',
		'1    failed, or left without applying',
		'2    wrong usage, or answers are missing',
		'3    a prerequisite is missing: CLI, plug-in, login, role',
		'4    the read-back or what is expected differs, or the target changed meanwhile',
		'5    some scopes are done, some are not',
		'129, 130, 131, 143  ended by hang-up, Ctrl-C, SIGQUIT, SIGTERM',
	],
};

/** What `setup` reads of the environment. */
export const environmentVariables = {
	heading: 'ENVIRONMENT',
	lines: [
		'IAAS_CLASSIC_USERNAME  The infrastructure username.',
		'IAAS_CLASSIC_API_KEY   Its API key; counts only together with the username.',
	],
};

/** `classic-credentials --help`. @param commands all subcommands, which it lists. */
export function setupHelp(
	commands: ReadonlyArray<{readonly name: string; readonly summary: string}>,
): string {
	return helpText({
		name: `${programName} setup`,
		summary:
			'Set IBM Cloud classic infrastructure credentials for Kubernetes clusters, and prove that they are set',
		usage: `${isPlugin ? startCommand : `${programName} [setup]`} [OPTIONS]`,
		options: setupOptions,
		sections: [
			{
				heading: 'COMMANDS',
				lines: commands.map(({name, summary}) => `${name.padEnd(10)}  ${summary}`),
			},
			environmentVariables,
			exitStatuses,
		],
		examples: [
			startCommand,
			`${startCommand} --demo`,
			`${startCommand} --infrastructure-username 1234567_name@example.com --infrastructure-api-key @key.txt --region us-south --force`,
			`op read op://vault/classic/key | ${startCommand} --infrastructure-username 1234567_name@example.com --infrastructure-api-key - --region eu-de -g default --force --output json`,
		],
	});
}

/** `classic-credentials status --help`. */
export function statusHelp(): string {
	return helpText({
		name: `${programName} status`,
		summary: 'Show which infrastructure user is set in which region and resource group',
		usage: `${programName} status [OPTIONS]`,
		options: statusOptions,
		sections: [exitStatuses],
		examples: [
			`${programName} status`,
			`${programName} status --all --output json`,
			`${programName} status --region us-south -g default --expect 1234567_name@example.com`,
		],
	});
}

/** `classic-credentials unset --help`. */
export function unsetHelp(): string {
	return helpText({
		name: `${programName} unset`,
		summary: 'Remove the credential of regions and resource groups; the linked account is in charge again',
		usage: `${programName} unset [OPTIONS]`,
		options: unsetOptions,
		sections: [exitStatuses],
		examples: [`${programName} unset`, `${programName} unset --region eu-de -g default --force`],
	});
}

/** `classic-credentials doctor --help`. */
export function doctorHelp(): string {
	return helpText({
		name: `${programName} doctor`,
		summary: 'Check everything that a setup needs, with the fix for each',
		usage: `${programName} doctor [OPTIONS]`,
		options: doctorOptions,
		sections: [exitStatuses],
		examples: [`${programName} doctor`, `${programName} doctor --output json`],
	});
}

/** `classic-credentials history --help`. */
export function historyHelp(): string {
	return helpText({
		name: `${programName} history`,
		summary: 'Show what was changed on this machine, from the journal; it never holds a key',
		usage: `${programName} history [OPTIONS]`,
		options: historyOptions,
		examples: [`${programName} history`, `${programName} history --output json`],
	});
}

/** `classic-credentials completion --help`. */
export function completionHelp(): string {
	return helpText({
		name: `${programName} completion`,
		summary: 'Print the completion script of a shell',
		usage: `${programName} completion SHELL`,
		options: completionOptions,
		examples: [
			'source <(classic-credentials completion bash)',
			'classic-credentials completion zsh > ~/.zfunc/_classic-credentials',
			'classic-credentials completion fish > ~/.config/fish/completions/classic-credentials.fish',
		],
	});
}
