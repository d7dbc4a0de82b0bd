import {regionNames} from '../ibmcloud/facts/regions.ts';
import {languageTags} from '../text/load-texts.ts';
import type {OptionDefinition} from './options.ts';
import {namedScenarios} from './scenarios.ts';

/** Options that mean the same in every command that reads. */
export const regionOption = {
	name: 'region',
	placeholder: 'REGION',
	isRepeatable: true,
	description: 'Only this region; old names and data centers are understood. Can be repeated.',
	completes: regionNames,
} as const satisfies OptionDefinition;

export const groupOption = {
	name: 'resource-group',
	short: 'g',
	placeholder: 'NAME',
	isRepeatable: true,
	description: 'Only this resource group. Can be repeated.',
} as const satisfies OptionDefinition;

export const outputOption = {
	name: 'output',
	placeholder: 'json',
	values: ['json'],
	description: 'Print one JSON document on standard output.',
} as const satisfies OptionDefinition;

export const quietOption = {
	name: 'quiet',
	short: 'q',
	description: 'Print results, errors, and warnings only.',
} as const satisfies OptionDefinition;

export const demoOption = {
	name: 'demo',
	implied: 'standard',
	description: 'Use a simulated ibmcloud; nothing real is read or changed.',
	completes: ['list', ...namedScenarios.map(({name}) => name)],
} as const satisfies OptionDefinition;

export const localeOption = {
	name: 'locale',
	placeholder: 'LOCALE',
	description: 'The language, for example de; otherwise as ibmcloud or the environment has it.',
	completes: languageTags,
} as const satisfies OptionDefinition;

export const explainOption = {
	name: 'explain',
	description: 'Show each command of ibmcloud once it has ended, without secrets, and how long it took.',
} as const satisfies OptionDefinition;

export const helpOption = {
	name: 'help',
	short: 'h',
	description: 'Show this help.',
} as const satisfies OptionDefinition;
