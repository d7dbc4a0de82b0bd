import {helpOption, localeOption, outputOption, quietOption} from '../common-options.ts';
import type {OptionDefinition} from '../options.ts';

/** The options of `history`. */
export const historyOptions = [
	outputOption,
	quietOption,
	localeOption,
	helpOption,
] as const satisfies readonly OptionDefinition[];
