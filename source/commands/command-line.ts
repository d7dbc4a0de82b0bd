import {commands, type Command} from './list.ts';
import {beforeOperands} from './options.ts';

/** What a command line asks for. */
export interface CommandLine {
	/** Undefined where the first word names none. */
	readonly command: Command | undefined;
	readonly args: readonly string[];
	/** The arguments among which options are. */
	readonly flags: readonly string[];
}

/** Picks the command: the first word, or `setup` where there is none. */
export function commandLine(argv: readonly string[]): CommandLine {
	const [first] = argv;
	const isNamed = first !== undefined && !first.startsWith('-');
	const args = isNamed ? argv.slice(1) : argv;
	return {
		command: isNamed ? commands.find(({name}) => name === first) : commands[0],
		args,
		flags: beforeOperands(args),
	};
}
