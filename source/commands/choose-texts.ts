import {homedir} from 'node:os';
import {configurationPath, configuredLocale} from '../ibmcloud/configuration-file.ts';
import type {Environment} from '../shell/environment.ts';
import {languageOf} from '../text/locale.ts';
import {languageTags, loadTexts, type Texts} from '../text/texts.ts';
import {namedScenarios, shared} from './common-options.ts';
import {beforeOperands} from './options.ts';

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
