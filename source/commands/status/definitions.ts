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
		placeholder: 'USERNAME|none',
		description: 'End with 4 where something else is set: a drift check for cron and CI.',
	},
	outputOption,
	quietOption,
	demoOption,
	explainOption,
	localeOption,
	helpOption,
] as const satisfies readonly OptionDefinition[];
