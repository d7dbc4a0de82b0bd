import {completionOptions} from './completion/definitions.ts';
import {doctorOptions} from './doctor/definitions.ts';
import {historyOptions} from './history/definitions.ts';
import {flagOf} from './help/layout.ts';
import {commands} from './list.ts';
import type {OptionDefinition} from './options.ts';
import {setupOptions, unsetOptions} from './setup/definitions.ts';
import {statusOptions} from './status/definitions.ts';

/** A command as others are told of it: completion, the man page, and the host of a plug-in. */
export interface DescribedCommand {
	readonly name: string;
	readonly summary: string;
	/** What stands behind the name besides options; may be empty. */
	readonly operand: string;
	readonly options: readonly OptionDefinition[];
}

const optionsOf: Readonly<Record<string, readonly OptionDefinition[]>> = {
	setup: setupOptions,
	status: statusOptions,
	unset: unsetOptions,
	doctor: doctorOptions,
	history: historyOptions,
	completion: completionOptions,
};

/** All commands, in the order of their list. */
export const describedCommands: readonly DescribedCommand[] = commands.map(({name, summary}) => ({
	name,
	summary,
	operand: name === 'completion' ? 'SHELL' : '',
	options: optionsOf[name] ?? [],
}));

/** How a command is called, with every option that it has. */
export function usageOf(program: string, {name, operand, options}: DescribedCommand): string {
	const flags = options.map((option) => `[${flagOf(option)}${option.isRepeatable === true ? ' ...' : ''}]`);
	return [program, name, ...(operand === '' ? [] : [operand]), ...flags].join(' ');
}
