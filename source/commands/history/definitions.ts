import {helpOption, localeOption, outputOption, quietOption} from '../common-options.ts';
import type {OptionDefinition} from '../options.ts';

/** The options of `history`. */
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
	outputOption,
	quietOption,
	localeOption,
	helpOption,
] as const satisfies readonly OptionDefinition[];
