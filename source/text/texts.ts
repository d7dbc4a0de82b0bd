import {IntlMessageFormat} from 'intl-messageformat';
import {programName, startCommand} from '../program-name.ts';
import type {Catalogue, MessageKey, MessageValues, ValuesOf} from './catalogue.ts';
import {fillSimple, joined} from './fill.ts';
import {english} from './languages/english.ts';
import {languages} from './languages/list.ts';
import type {Message} from './message.ts';

/** What says messages in one language. */
export interface Texts {
	/** BCP 47 tag of the language, for example `en`. */
	readonly locale: string;
	/** A message as a sentence. */
	say(message: Message): string;
	/** The same from key and values. */
	text<Key extends MessageKey>(key: Key, ...values: ValuesOf<Key>): string;
}

/** @param catalogue every key in one language; each message is parsed when it is first said. */
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
		const simple = fillSimple(pattern, values);
		if (simple !== undefined) {
			return simple;
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

/** The texts of a language, whose catalogue is loaded now; English for a tag that is not known. */
export async function loadTexts(tag: string): Promise<Texts> {
	const language = languages.find((candidate) => candidate.tag === tag);
	return language === undefined || tag === englishTexts.locale
		? englishTexts
		: createTexts(tag, await language.load());
}
