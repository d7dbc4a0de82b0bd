import {homedir} from 'node:os';
import {configurationPath, configuredLocale} from '../ibmcloud/configuration-file.ts';
import type {Environment} from '../shell/environment.ts';
import {languageOf} from '../text/locale.ts';
import {languageTags, loadTexts, type Texts} from '../text/texts.ts';
import {namedScenarios, shared} from './common-options.ts';
import {allOptions, commandNamed, commandNames} from './list.ts';
import {beforeOperands, spellings, takesWord} from './options.ts';

/** A command line, divided into its command and the arguments. */
export type ReadCommandLine = ReturnType<typeof readCommandLine>;

/** Finds the command: the first word that is neither an option nor the value of one; without it `setup`. */
export function readCommandLine(argv: readonly string[]) {
	const place = placeOfCommand(argv);
	const word = argv[place];
	const args = argv.filter((_argument, index) => index !== place);
	return {
		/** Undefined if the word names none. */
		command: commandNamed(word),
		/** The word in the place of the command; undefined if there is none. */
		word,
		args,
		/** The arguments that may be options. */
		flags: beforeOperands(args),
	};
}

/** Finds the command. A word after an unknown option may be its value: then the option is the mistake. */
function placeOfCommand(argv: readonly string[]): number {
	const mayFollow = (previous: string, word: string): boolean => {
		if (!previous.startsWith('-')) {
			return true;
		}

		const option = allOptions.find((one) => spellings(one).includes(previous));
		return option === undefined
			? !/^-(?:\w|-[^=]+)$/.test(previous) || commandNames.includes(word)
			: !takesWord(option);
	};
	return beforeOperands(argv).findIndex(
		(argument, index, all) => !argument.startsWith('-') && mayFollow(all[index - 1] ?? '', argument),
	);
}

/** Loads the texts of a run before its arguments are parsed, so that their errors are in its language too. */
export async function chooseTexts(args: readonly string[], environment: Environment): Promise<Texts> {
	const option = localeIn(args);
	// The file is small; code that needs more than the language reads it again.
	const setting =
		option === undefined
			? (localeOfScenario(args) ?? configuredLocale(configurationPath(environment, homedir())))
			: undefined;
	return loadTexts(languageOf({option, setting, environment}, languageTags));
}

/** Returns the value of `--locale`, empty if it lacks one. The last one counts; several are refused later. */
export function localeIn(args: readonly string[]): string | undefined {
	const flag = `--${shared.locale.name}`;
	return beforeOperands(args)
		.flatMap((argument, index, all) =>
			argument === flag
				? [all[index + 1] ?? '']
				: argument.startsWith(`${flag}=`)
					? [argument.slice(flag.length + 1)]
					: [],
		)
		.at(-1);
}

/** Returns the language of the simulated `ibmcloud`; undefined if it has none, or outside a rehearsal. */
function localeOfScenario(args: readonly string[]): string | undefined {
	const [flag = ''] = beforeOperands(args).filter((argument) => argument.startsWith('--demo='));
	const names = flag.slice('--demo='.length).split(',');
	return namedScenarios.find(({name, locale}) => locale !== undefined && names.includes(name))?.locale;
}
