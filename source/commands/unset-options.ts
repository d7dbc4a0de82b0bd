import type {OptionDefinition} from './options.ts';
import {setupOptions} from './setup/definitions.ts';

const shared = [
	'region',
	'resource-group',
	'if-current',
	'replace-account',
	'via',
	'concurrency',
	'force',
	'dry-run',
	'output',
	'quiet',
	'demo',
	'accessible',
	'explain',
	'report',
	'locale',
	'help',
];

/** The options of `unset`: those of `setup` that need no pair. */
export const unsetOptions: readonly OptionDefinition[] = setupOptions.filter(({name}) =>
	shared.includes(name),
);
