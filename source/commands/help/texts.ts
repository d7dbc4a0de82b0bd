import {regions} from '../../ibmcloud/facts/regions.ts';
import type {HelpRow, HelpSection} from '../command.ts';

/** The exit statuses; the numbers mean the same for every command. */
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

/** The exit statuses of `unset`. */
export const removalStatuses = {
	heading: exitStatuses.heading,
	rows: [['0', 'done: removed, and read back'], ...exitStatuses.rows.slice(1)],
} as const satisfies HelpSection;

/** The exit statuses of a command that only reads. */
export const checkStatuses: HelpSection = {
	heading: exitStatuses.heading,
	rows: [
		['0', 'everything was read, and nothing is missing or other than expected'],
		['1', 'failed'],
		['2', 'wrong usage'],
		exitStatuses.rows[3],
		['4', 'something else is set than expected'],
		['5', 'something could not be read'],
		exitStatuses.rows[6],
	],
};

/** The environment variables that `setup` reads. */
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

/** The regions by name, with their cities. */
export const regionTable = {
	heading: 'REGIONS',
	rows: [
		...regions.map(({name, city}): HelpRow => [name, city]),
		'Several regions and several groups mean every pair: 2 x --region and 3 x -g change 6 scopes.',
	],
};
