/** The sources that can name a language, in order of precedence. */
export interface LocaleSources {
	/** The value of `--locale`. */
	readonly option: string | undefined;
	/** The CLI's own setting (`ibmcloud config --locale`), from its configuration. */
	readonly setting: string | undefined;
	readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Chooses the language. The first source that is set counts, in the order of `LocaleSources`. An unknown
 * language becomes English, so that nobody gets a third language beside that of the CLI.
 *
 * @param known the tags of the available languages, for example `de`.
 */
export function languageOf({option, setting, environment}: LocaleSources, known: readonly string[]): string {
	const said = [option, setting, ...['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name])].find(
		(value) => value !== undefined && value.trim() !== '',
	);
	// POSIX's `de_DE.UTF-8@euro` and the CLI's `de_DE` become the tag `de-de`; `C` is no language.
	const tag = (/^[^.@]*/.exec((said ?? '').trim())?.[0] ?? '').replaceAll('_', '-').toLowerCase();
	const fitting = known.filter((language) => tag === language || tag.startsWith(`${language}-`));
	// `zh-hant` fits a Traditional Chinese locale better than `zh` does.
	return fitting.toSorted((one, other) => other.length - one.length)[0] ?? 'en';
}

/** Reports whether a text has the form of a locale (`de_DE.UTF-8`, `zh-Hant`, `C`), which no key has. */
export function isLocale(text: string): boolean {
	return /^[A-Za-z]{1,8}(?:[-_][A-Za-z0-9]{1,8}){0,4}(?:\.[\w-]{1,15})?(?:@\w{1,15})?$/.test(text.trim());
}
