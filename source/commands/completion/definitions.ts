import {helpOption, localeOption} from '../common-options.ts';
import type {OptionDefinition} from '../options.ts';

/** The options of `completion`. */
export const completionOptions = [localeOption, helpOption] as const satisfies readonly OptionDefinition[];
