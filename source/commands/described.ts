import {flagOf} from './help/layout.ts';
import type {Command} from './list.ts';

/** A command as others are told of it: completion, the man page, and the host of a plug-in. */
export type DescribedCommand = Pick<Command, 'name' | 'summary' | 'operand' | 'options'>;

/** How a command is called, with every option that it has. */
export function usageOf(program: string, {name, operand, options}: DescribedCommand): string {
	const flags = options.map((option) => `[${flagOf(option)}${option.isRepeatable === true ? ' ...' : ''}]`);
	return [program, name, ...(operand === undefined ? [] : [operand.name]), ...flags].join(' ');
}
