import {regionNames} from '../ibmcloud/facts/regions.ts';
import {languageTags} from '../text/texts.ts';
import {regionsOf} from '../wizard/steps/region.ts';
import type {OptionDefinition} from './command.ts';

/** The scenarios of the simulator, a separate program, each with the language of its `ibmcloud`. */
export const namedScenarios = JSON.parse(
	process.env['CLASSIC_CREDENTIALS_SCENARIOS'] ?? '[]',
) as ReadonlyArray<{readonly name: string; readonly description: string; readonly locale?: string}>;

/** Options with the same meaning in several commands. */
export const shared = {
	output: {
		name: 'output',
		placeholder: 'json',
		values: ['json'],
		description: 'Print one JSON document on standard output.',
	},
	quiet: {name: 'quiet', short: 'q', description: 'Print results, errors, and warnings only.'},
	demo: {
		name: 'demo',
		implied: 'standard',
		description: 'Use a simulated ibmcloud; nothing real is read or changed.',
		completes: ['list', ...namedScenarios.map(({name}) => name)],
	},
	locale: {
		name: 'locale',
		placeholder: 'LOCALE',
		description: 'The language, for example de; otherwise as ibmcloud or the environment has it.',
		completes: languageTags,
	},
	explain: {
		name: 'explain',
		description: 'Show each command of ibmcloud once it has ended, without secrets, and how long it took.',
	},
	help: {name: 'help', short: 'h', description: 'Show this help.'},
} as const satisfies Readonly<Record<string, OptionDefinition>>;

/** The shells that have a completion script. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** The options of a command that starts no other program. */
export const plainOptions = [shared.locale, shared.help] as const satisfies readonly OptionDefinition[];

/** The options of every command that reads with `ibmcloud`. */
export const readingOptions = [
	shared.output,
	shared.quiet,
	shared.demo,
	shared.explain,
	...plainOptions,
] as const;

export const statusOptions = [
	{
		name: 'region',
		placeholder: 'REGION',
		isRepeatable: true,
		description: 'Only this region; old names and data centers are understood. Can be repeated.',
		completes: regionNames,
		read: regionsOf,
	},
	{
		name: 'resource-group',
		short: 'g',
		placeholder: 'NAME',
		isRepeatable: true,
		description: 'Only this resource group. Can be repeated.',
	},
	{name: 'all', description: 'Every resource group that you may see, in every region.'},
	{
		name: 'expect',
		placeholder: 'USERNAME|none|@FILE',
		description:
			'End with 4 where something else is set: a drift check for cron and CI. @FILE: what --output json has printed, each row as it stands there.',
		completes: '@file',
	},
	...readingOptions,
] as const satisfies readonly OptionDefinition[];

export const doctorOptions = [
	{
		name: 'bundle',
		description:
			'Print what IBM support asks for, and what is not known of ibmcloud yet: its outputs, without secrets.',
	},
	...readingOptions,
] as const satisfies readonly OptionDefinition[];

export const historyOptions = [
	{
		name: 'report',
		placeholder: 'FILE',
		description:
			'Write a run that is over to FILE, as Markdown for a change ticket; without --run the newest.',
		completes: 'file',
	},
	{
		name: 'run',
		placeholder: 'NUMBER',
		description: 'Which run that is, counted back from the newest, which is 1.',
	},
	shared.output,
	shared.quiet,
	...plainOptions,
] as const satisfies readonly OptionDefinition[];
