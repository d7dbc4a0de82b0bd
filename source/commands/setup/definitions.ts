import {message} from '../../text/message.ts';
import type {Reading} from '../../wizard/flag.ts';
import {belongsTo, steps} from '../../wizard/steps/list.ts';
import {shared} from '../common-options.ts';
import type {OptionDefinition} from '../command.ts';
import {userOrNone} from '../expectation-file.ts';

/** The options of `setup` that answer no step. */
export const setupSwitches = [
	{
		name: 'where-set',
		isEveryday: true,
		onlyFor: 'set',
		description:
			'Change every region and group in which this user is set now: the new key everywhere, in one run.',
	},
	{
		name: 'from',
		placeholder: '@FILE',
		onlyFor: 'set',
		completes: '@file',
		description:
			'Set what a document of status says where something else is set now; what it says is none is not removed.',
	},
	{
		name: 'if-current',
		placeholder: 'USERNAME|none',
		description: 'Change a scope only if this is what is set there now; else end with 4.',
		read: ([text = '']) => ({ok: true, value: userOrNone(text)}),
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
		read: commandsSideBySide,
	},
	{
		name: 'no-pair-check',
		onlyFor: 'set',
		description: 'Do not ask the classic API whether username and key fit together.',
	},
	{
		name: 'force',
		short: 'f',
		isEveryday: true,
		description: 'Change without asking; needed where nothing can be asked.',
	},
	{name: 'dry-run', isEveryday: true, description: 'Show what would be done, and change nothing.'},
	{
		...shared.output,
		isEveryday: true,
		description: 'Print one JSON document on standard output, and ask nothing.',
	},
	{
		name: 'accessible',
		description: 'Ask a line at a time and draw nothing: for screen readers. The same on TERM=dumb.',
	},
	shared.quiet,
	{
		...shared.demo,
		isEveryday: true,
		description:
			'Rehearse with a simulated ibmcloud; nothing real is changed. --demo=list names the scenarios.',
	},
	shared.explain,
	{
		name: 'report',
		placeholder: 'FILE',
		description:
			'Write the run for a change ticket (Markdown) to a new file; one that is there is never replaced.',
		completes: 'file',
	},
	shared.locale,
	{...shared.help, isEveryday: true},
	{name: 'version', short: 'v', onlyFor: 'set', description: 'Show the version.'},
] as const satisfies readonly OptionDefinition[];

/** The options of `setup`: those of the steps, then the others. Parsing, help and completion use them. */
export const setupOptions: readonly OptionDefinition[] = [
	...steps.flatMap((step): OptionDefinition[] => {
		if (step.flag === undefined) {
			return [];
		}

		const {read: _answer, ...flag} = step.flag;
		return [{...flag, isEveryday: true, ...(belongsTo(step, 'unset') ? {} : {onlyFor: 'set'})}];
	}),
	...setupSwitches,
];

/** The options of `unset`: those of `setup` that make sense for a removal. */
export const unsetOptions: readonly OptionDefinition[] = setupOptions
	.filter(({onlyFor}) => onlyFor === undefined)
	.map((option) =>
		option.name === 'via'
			? {
					...option,
					description:
						'Who removes it: ibmcloud, or the API of the service (not yet seen at work against the real one).',
				}
			: option,
	);

function commandsSideBySide([text]: readonly string[]): Reading<number> {
	const number = Number(text);
	return Number.isInteger(number) && number >= 1 && number <= 64
		? {ok: true, value: number}
		: {ok: false, reason: message('usage.concurrency')};
}
