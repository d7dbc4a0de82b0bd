/** Text and bare arguments only. An apostrophe quotes where it stands before a brace; two of them are one. */
const simple = /^(?:[^{}<']|''|'(?![{}<>'])|\{\w+\})*$/;

/**
 * Fills a pattern that has nothing but bare arguments (`{name}`), as most have, in the way of ICU
 * MessageFormat. Its library asks `Intl` which languages there are, and that takes as long as the rest of a
 * start.
 *
 * @returns undefined for a pattern with plurals and the like.
 * @throws where a value is missing: a mistake of ours.
 */
export function fillSimple(
	pattern: string,
	values: Readonly<Record<string, string | number>>,
): string | undefined {
	if (!simple.test(pattern)) {
		return undefined;
	}

	return pattern.replaceAll(/''|\{(\w+)\}/g, (_found, name: string | undefined) => {
		const value = name === undefined ? "'" : values[name];
		if (value === undefined) {
			throw new RangeError(`A message lacks its value "${name}"`);
		}

		return String(value);
	});
}

/** Joins a list as the language does; in English, and where there is nothing to join, without `Intl`. */
export function joined(locale: string, list: readonly string[]): string {
	const last = list.at(-1) ?? '';
	if (list.length < 2) {
		return last;
	}

	if (locale !== 'en') {
		return new Intl.ListFormat(locale, {type: 'conjunction'}).format(list);
	}

	return list.length === 2 ? list.join(' and ') : `${list.slice(0, -1).join(', ')}, and ${last}`;
}
