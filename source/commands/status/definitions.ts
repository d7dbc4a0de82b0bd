import {
	demoOption,
	explainOption,
	groupOption,
	helpOption,
	localeOption,
	outputOption,
	quietOption,
	regionOption,
} from '../common-options.ts';
import type {OptionDefinition} from '../options.ts';

/** The options of `status`. */
export const statusOptions = [
	regionOption,
	groupOption,
	{name: 'all', description: 'Every resource group that you may see, in all seven regions.'},
	{
		name: 'expect',
		placeholder: 'USERNAME|none|@FILE',
		description:
			'End with 4 where something else is set: a drift check for cron and CI. @FILE: what --output json has printed, each row as it stands there.',
		completes: '@file',
	},
	outputOption,
	quietOption,
	demoOption,
	explainOption,
	localeOption,
	helpOption,
] as const satisfies readonly OptionDefinition[];
