import {allOptions, commands} from './list.ts';
import {beforeOperands, spellings, takesWord} from './options.ts';

/** What a command line asks for. */
export type CommandLine = ReturnType<typeof readCommandLine>;

/** Picks the command: the first word that is no option and no option's value, or `setup`. */
export function readCommandLine(argv: readonly string[]) {
	const place = placeOfCommand(argv);
	const word = argv[place];
	const args = argv.filter((_argument, index) => index !== place);
	return {
		/** Undefined where the first word names none. */
		command: word === undefined ? commands[0] : commands.find(({name}) => name === word),
		/** The word that names the command; undefined where none does. */
		word,
		args,
		/** The arguments among which options are. */
		flags: beforeOperands(args),
	};
}

/** A word behind an option that does not exist may be its value: what is wrong then is the option. */
function placeOfCommand(argv: readonly string[]): number {
	const mayFollow = (previous: string, word: string): boolean => {
		if (!previous.startsWith('-')) {
			return true;
		}

		const option = allOptions.find((one) => spellings(one).includes(previous));
		return option === undefined
			? !/^-(?:\w|-[^=]+)$/.test(previous) || commands.some(({name}) => name === word)
			: !takesWord(option);
	};
	return beforeOperands(argv).findIndex(
		(argument, index, all) => !argument.startsWith('-') && mayFollow(all[index - 1] ?? '', argument),
	);
}
