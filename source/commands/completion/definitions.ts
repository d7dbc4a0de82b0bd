import {helpOption} from '../common-options.ts';
import type {OptionDefinition} from '../options.ts';

/** The options of `completion`. */
export const completionOptions = [helpOption] as const satisfies readonly OptionDefinition[];
