import {explainOption, helpOption, localeOption, outputOption, quietOption} from '../common-options.ts';
import type {OptionDefinition} from '../options.ts';

/** The options of `setup`: parsed, explained by `--help` and completed from this one list. */
export const setupOptions = [
	{
		name: 'infrastructure-username',
		placeholder: 'USERNAME',
		description: 'The infrastructure user whose credential is set, for example 1234567_name@example.com.',
	},
	{
		name: 'infrastructure-api-key',
		placeholder: '@FILE|-',
		description:
			'Where the classic API key is read from: a file or pipe, or standard input. Never the key itself.',
	},
	{
		name: 'region',
		placeholder: 'REGION',
		isRepeatable: true,
		description:
			'A region that hosts classic clusters; old names and data centres are understood. Can be repeated.',
	},
	{
		name: 'resource-group',
		short: 'g',
		placeholder: 'NAME',
		isRepeatable: true,
		description: 'A resource group; without it, the targeted one. Can be repeated.',
	},
	{
		name: 'where-set',
		description:
			'Change every region and group in which this user is set now: the new key everywhere, in one run.',
	},
	{
		name: 'if-current',
		placeholder: 'USERNAME|none',
		description: 'Change a scope only if this is what is set there now; else end with 4.',
	},
	{
		name: 'replace-account',
		placeholder: 'NUMBER',
		isRepeatable: true,
		description:
			'The infrastructure account that may lose control; --force does not stand for that. Can be repeated.',
	},
	{
		name: 'via',
		placeholder: 'cli|api',
		values: ['cli', 'api'],
		description:
			'Who sets it: ibmcloud (the key is in the process list while it runs), or the API of the service (not yet seen at work against the real one).',
	},
	{
		name: 'concurrency',
		placeholder: 'NUMBER',
		description: 'How many commands run side by side at most; default 8.',
	},
	{name: 'no-pair-check', description: 'Do not ask the classic API whether username and key fit together.'},
	{name: 'force', short: 'f', description: 'Change without asking; needed where nothing can be asked.'},
	{name: 'dry-run', description: 'Show what would be done, and change nothing.'},
	{...outputOption, description: 'Print one JSON document on standard output, and ask nothing.'},
	{
		name: 'accessible',
		description: 'Ask a line at a time and draw nothing: for screen readers. The same on TERM=dumb.',
	},
	quietOption,
	{
		name: 'demo',
		implied: 'standard',
		description:
			'Rehearse with a simulated ibmcloud; nothing real is changed. --demo=list names the scenarios.',
	},
	explainOption,
	{
		name: 'report',
		placeholder: 'FILE',
		description:
			'Write the run for a change ticket (Markdown) to a new file; one that is there is never replaced.',
	},
	localeOption,
	helpOption,
	{name: 'version', short: 'v', description: 'Show the version.'},
] as const satisfies readonly OptionDefinition[];
