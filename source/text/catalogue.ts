import type {english} from './languages/english.ts';

/** The key of a message. The English catalogue is the list of all keys. */
export type MessageKey = keyof typeof english;

/** The messages of one language in ICU MessageFormat, one for each key of the English catalogue. */
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** The values of a message. Lists are joined the way the language does it ("a, b and c"). */
export type MessageValues = Readonly<Record<string, string | number | readonly string[]>>;

/** The arguments that follow the key of a message: none, or an object with all of its values. */
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

/** The keys of messages that take no values. */
export type PlainKey = {[Key in MessageKey]: [FieldsOf<Key>] extends [never] ? Key : never}[MessageKey];

/** Holds a translation to the English catalogue: every message, with the values that it has there. */
export function translation<const Texts extends Readonly<Record<string, string>>>(
	texts: Texts & Catalogue & {readonly [Key in keyof Texts]: Translated<Key, Texts[Key]>},
): Catalogue {
	return texts;
}

/** The text, or an object that says what is wrong: another literal would turn all texts into `never`. */
type Translated<Key, Text> = Key extends MessageKey
	? [ValueIn<Text>, ValueIn<(typeof english)[Key]>] extends [ValueIn<(typeof english)[Key]>, ValueIn<Text>]
		? Text
		: {readonly key: Key; readonly hasValues: ValueIn<(typeof english)[Key]>}
	: {readonly key: Key; readonly isNot: 'in English'};

type ValueIn<Text> = NameIn<FieldIn<Text>>;

/** The values that every message can use: how the operator calls this program. */
type Always = 'program' | 'start';

type FieldsOf<Key extends MessageKey> = Exclude<FieldIn<(typeof english)[Key]>, Always>;

/**
 * The arguments in the braces of a text: `name`, or `count, plural` with the kind. A brace after a word that
 * names a branch of a plural or a choice opens that branch instead.
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
