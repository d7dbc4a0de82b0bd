import {homedir} from 'node:os';
import {configurationPath, configuredLocale} from '../ibmcloud/configuration-file.ts';
import type {Environment} from '../shell/environment.ts';
import {languageOf} from '../text/locale.ts';
import {languageTags, loadTexts, type Texts} from '../text/texts.ts';
import {namedScenarios, shared} from './common-options.ts';
import {allOptions, commandNamed, commandNames} from './list.ts';
import {beforeOperands, spellings, takesWord} from './options.ts';

/** What a command line asks for. */
export type ReadCommandLine = ReturnType<typeof readCommandLine>;

/** Picks the command: the first word that is no option and no option's value, or `setup`. */
export function readCommandLine(argv: readonly string[]) {
	const place = placeOfCommand(argv);
	const word = argv[place];
	const args = argv.filter((_argument, index) => index !== place);
	return {
		/** Undefined where the first word names none. */
		command: commandNamed(word),
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
			? !/^-(?:\w|-[^=]+)$/.test(previous) || commandNames.includes(word)
			: !takesWord(option);
	};
	return beforeOperands(argv).findIndex(
		(argument, index, all) => !argument.startsWith('-') && mayFollow(all[index - 1] ?? '', argument),
	);
}

/**
 * The texts of a run, chosen once, before its arguments are understood: what is wrong with them is said in
 * the same language as everything else.
 */
export async function chooseTexts(args: readonly string[], environment: Environment): Promise<Texts> {
	const option = localeIn(args);
	// The file is small and will be read again by whatever needs more of it than the language.
	const setting =
		option === undefined
			? (localeOfScenario(args) ?? configuredLocale(configurationPath(environment, homedir())))
			: undefined;
	return loadTexts(languageOf({option, setting, environment}, languageTags));
}

/** The value of `--locale`; the last one counts, as for every option that is not repeatable. */
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

/** The language of the simulated `ibmcloud`; undefined where it has none, or this is no rehearsal. */
function localeOfScenario(args: readonly string[]): string | undefined {
	const [flag = ''] = beforeOperands(args).filter((argument) => argument.startsWith('--demo='));
	const names = flag.slice('--demo='.length).split(',');
	return namedScenarios.find(({name, locale}) => locale !== undefined && names.includes(name))?.locale;
}
