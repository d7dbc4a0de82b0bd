import {IntlMessageFormat} from 'intl-messageformat';
import {programName, startCommand} from '../program-name.ts';
import type {Catalogue, MessageKey, MessageValues, ValuesOf} from './catalogue.ts';
import {fillSimple, joinPlainly} from './fill.ts';
import {english} from './languages/english.ts';
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
	let lists: Intl.ListFormat | undefined;
	const join = (list: readonly string[]): string => {
		const joined = joinPlainly(locale, list);
		if (joined !== undefined) {
			return joined;
		}

		lists ??= new Intl.ListFormat(locale, {type: 'conjunction'});
		return lists.format(list);
	};

	const formatOf = (key: MessageKey): IntlMessageFormat => {
		const format =
			formats.get(key) ?? new IntlMessageFormat(catalogue[key], locale, undefined, {ignoreTag: true});
		formats.set(key, format);
		return format;
	};

	const fill = (key: MessageKey, given: MessageValues = {}): string => {
		const values = {program: programName, start: startCommand, ...given};
		const plain = fillSimple(catalogue[key], values, join);
		if (plain !== undefined) {
			return plain;
		}

		const filled = Object.fromEntries(
			Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? join(value) : value]),
		);
		return String(formatOf(key).format(filled));
	};

	return {locale, text: (key, ...[values]) => fill(key, values), say: ({key, values}) => fill(key, values)};
}

export const englishTexts: Texts = createTexts('en', english);
