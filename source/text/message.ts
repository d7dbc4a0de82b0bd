import type {MessageKey, MessageValues, ValuesOf} from './catalogue.ts';

/** A sentence as data: folders below the frontends say what is meant, the frontends say it in the operator's language. */
export interface Message {
	readonly key: MessageKey;
	readonly values?: MessageValues;
}

/** Makes a message value; `message('user.listFrom.other', {account: '1234567'})`. A value that is missing does not compile. */
export function message<Key extends MessageKey>(key: Key, ...[values]: ValuesOf<Key>): Message {
	return values === undefined ? {key} : {key, values};
}
