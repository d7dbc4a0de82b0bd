import type {MessageKey} from './catalogue.ts';

/** A sentence as data: folders below the frontends say what is meant, the frontends say it in the operator's language. */
export interface Message {
	readonly key: MessageKey;
	readonly values?: MessageValues;
}

/** What is filled into a message. Lists are joined as the language joins them ("a, b and c"). */
export type MessageValues = Readonly<Record<string, string | number | readonly string[]>>;

/** Makes a message value; `message('user.noneFound', {account: '1234567'})`. */
export function message(key: MessageKey, values?: MessageValues): Message {
	return values === undefined ? {key} : {key, values};
}
