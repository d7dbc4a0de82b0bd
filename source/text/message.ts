import type {MessageKey, MessageValues, ValuesOf} from './catalogue.ts';

/** A sentence as data. The frontends say it in the operator's language. */
export interface Message {
	readonly key: MessageKey;
	readonly values?: MessageValues;
}

/** Makes a message with all of its values: `message('does.restores', {account: '7'})`. */
export function message<Key extends MessageKey>(key: Key, ...[values]: ValuesOf<Key>): Message {
	return values === undefined ? {key} : {key, values};
}
