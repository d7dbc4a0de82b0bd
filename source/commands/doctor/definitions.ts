import {
	demoOption,
	explainOption,
	helpOption,
	localeOption,
	outputOption,
	quietOption,
} from '../common-options.ts';
import type {OptionDefinition} from '../options.ts';

/** The options of `doctor`. */
export const doctorOptions = [
	{
		name: 'bundle',
		description:
			'Print what IBM support asks for, and what is not known of ibmcloud yet: its outputs, without secrets.',
	},
	outputOption,
	quietOption,
	demoOption,
	explainOption,
	localeOption,
	helpOption,
] as const satisfies readonly OptionDefinition[];
