import {IntlMessageFormat} from 'intl-messageformat';
import {programName, startCommand} from '../program-name.ts';
import type {Catalogue, MessageKey, MessageValues, ValuesOf} from './catalogue.ts';
import {english} from './languages/english.ts';
import {languages} from './languages/list.ts';
import type {Message} from './message.ts';

/** Text and bare arguments only. An apostrophe quotes if a brace follows; two apostrophes are one. */
const simple = /^(?:[^{}<']|''|'(?![{}<>'])|\{\w+\})*$/;

/** The texts of one language. */
export interface Texts {
	/** BCP 47 tag of the language, for example `en`. */
	readonly locale: string;
	say(message: Message): string;
	/** Renders a message from its key and values. */
	text<Key extends MessageKey>(key: Key, ...values: ValuesOf<Key>): string;
}

/** Makes the texts of a language. Each message is parsed when it is first used. */
export function createTexts(locale: string, catalogue: Catalogue): Texts {
	const formats = new Map<MessageKey, IntlMessageFormat>();
	const fill = (key: MessageKey, given: MessageValues = {}): string => {
		const pattern = catalogue[key];
		const values = Object.fromEntries(
			Object.entries({program: programName, start: startCommand, ...given}).map(([name, value]) => [
				name,
				typeof value === 'object' ? joined(locale, value) : value,
			]),
		);
		const filled = fillSimple(pattern, values);
		if (filled !== undefined) {
			return filled;
		}

		const format = formats.get(key) ?? new IntlMessageFormat(pattern, locale, undefined, {ignoreTag: true});
		formats.set(key, format);
		return String(format.format(values));
	};

	return {locale, text: (key, ...[values]) => fill(key, values), say: ({key, values}) => fill(key, values)};
}

export const englishTexts: Texts = createTexts('en', english);

/** The tags of all languages. */
export const languageTags: readonly string[] = languages.map(({tag}) => tag);

/** Loads the texts of a language; English for an unknown tag. */
export async function loadTexts(tag: string): Promise<Texts> {
	const language = languages.find((candidate) => candidate.tag === tag);
	return language === undefined || tag === englishTexts.locale
		? englishTexts
		: createTexts(tag, await language.load());
}

/**
 * Fills a pattern that has only bare arguments (`{name}`), as most do, the way ICU MessageFormat does. Its
 * library asks `Intl` which languages there are, which takes as long as the rest of a start. Returns
 * undefined for a pattern with plurals and the like.
 *
 * @throws if a value is missing, which is a bug.
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

/** Joins a list the way the language does. English, and a list of one, do without `Intl`. */
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
