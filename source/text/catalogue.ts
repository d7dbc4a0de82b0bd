import type {english} from './languages/english.ts';

/** Every sentence has a key; the English catalogue is the list of them. */
export type MessageKey = keyof typeof english;

/** One language: every key of the English catalogue, in ICU MessageFormat; the compiler holds that. */
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** What is filled into a message. Lists are joined as the language joins them ("a, b and c"). */
export type MessageValues = Readonly<Record<string, string | number | readonly string[]>>;

/** The values of a message as the arguments that follow its key: none, or an object with each of them. */
export type ValuesOf<Key extends MessageKey> = [FieldsOf<Key>] extends [never]
	? []
	: [
			values: {
				readonly [Name in NameIn<FieldsOf<Key>>]: [
					Extract<FieldsOf<Key>, `${Name}, ${'plural' | 'number'}`>,
				] extends [never]
					? MessageValues[string]
					: number;
			},
		];

/** Messages that are whole without any value. */
export type PlainKey = {[Key in MessageKey]: [FieldsOf<Key>] extends [never] ? Key : never}[MessageKey];

/** A translation: every message of the English catalogue, with the values that it has there. */
export function translation<const Texts extends Readonly<Record<string, string>>>(
	texts: Texts & Catalogue & {readonly [Key in keyof Texts]: Translated<Key, Texts[Key]>},
): Catalogue {
	return texts;
}

/** The text, or what is wrong with it: an object, since with another literal all texts would be `never`. */
type Translated<Key, Text> = Key extends MessageKey
	? [ValueIn<Text>, ValueIn<(typeof english)[Key]>] extends [ValueIn<(typeof english)[Key]>, ValueIn<Text>]
		? Text
		: {readonly key: Key; readonly hasValues: ValueIn<(typeof english)[Key]>}
	: {readonly key: Key; readonly isNot: 'in English'};

type ValueIn<Text> = NameIn<FieldIn<Text>>;

/** Said by every message where its text asks for them: how the operator calls this program. */
type Always = 'program' | 'start';

type FieldsOf<Key extends MessageKey> = Exclude<FieldIn<(typeof english)[Key]>, Always>;

/**
 * What stands between the braces of a text that are no branch of a plural or a choice: `name`, or `count,
 * plural` with the kind. A brace behind one of the words that name a branch opens that branch.
 */
type FieldIn<Text> = Text extends `${infer Before}{${infer Rest}`
	? (Before extends `${string}${'one' | 'other' | 'none' | '=0'} ` ? never : Field<Rest>) | FieldIn<Rest>
	: never;

type Field<Rest extends string> = Rest extends `${infer Head}}${string}`
	? Head extends `${infer Name}, ${infer Kind},${string}`
		? `${Name}, ${Kind}`
		: Head
	: never;

type NameIn<Found> = Found extends `${infer Name}, ${string}` ? Name : Found;
