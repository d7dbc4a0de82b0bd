import {IntlMessageFormat} from 'intl-messageformat';
import type {Catalogue, MessageKey} from './catalogue.ts';
import {english} from './languages/english.ts';
import type {Message, MessageValues} from './message.ts';

/** What says messages in one language. */
export interface Texts {
	/** BCP 47 tag of the language, for example `en`. */
	readonly locale: string;
	/** A message as a sentence; a missing value is a mistake of ours and throws. */
	say(message: Message): string;
	/** The same from key and values. */
	text(key: MessageKey, values?: MessageValues): string;
}

/** @param catalogue every key in one language; each message is parsed when it is first said. */
export function createTexts(locale: string, catalogue: Catalogue): Texts {
	const formats = new Map<MessageKey, IntlMessageFormat>();
	const lists = new Intl.ListFormat(locale, {type: 'conjunction'});
	const text = (key: MessageKey, values: MessageValues = {}): string => {
		const pattern = catalogue[key];
		if (!/[{'<]/.test(pattern)) {
			return pattern;
		}

		let format = formats.get(key);
		if (format === undefined) {
			format = new IntlMessageFormat(pattern, locale, undefined, {ignoreTag: true});
			formats.set(key, format);
		}

		const filled = Object.fromEntries(
			Object.entries(values).map(([name, value]) => [
				name,
				typeof value === 'object' ? lists.format(value) : value,
			]),
		);
		return String(format.format(filled));
	};

	return {locale, text, say: ({key, values}) => text(key, values)};
}

export const englishTexts: Texts = createTexts('en', english);
