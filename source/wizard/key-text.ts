import {looksLikeIbmCloudApiKey} from '../ibmcloud/facts/keys.ts';
import {Secret} from '../secrets/secret.ts';
import {message, type Message} from '../text/message.ts';
import type {Context} from './context.ts';
import type {ParsedSecret} from './question.ts';

// Spelled as escapes on purpose: invisible characters must be visible to who reads this file.
const lineBreaks = /\r\n|[\r\n\u2028\u2029]/g;
const spaces = /[\s\u00A0]/g;
const invisible = /[\p{Cc}\p{Cf}\u00AD\u034F\u115F\u1160\u3164\uFFA0\uFE00-\uFE0F]/gu;

/**
 * Takes out of a key what a paste brings along: spaces, line breaks, zero-width and control characters. Nothing else
 * is enforced: the form of a classic key is not documented (64 lower-case letters and digits are seen).
 */
export function parseKey(text: string): ParsedSecret {
	const removed: Message[] = [];
	const take = (pattern: RegExp, say: (count: number) => Message, from: string): string => {
		const count = from.match(pattern)?.length ?? 0;
		if (count > 0) {
			removed.push(say(count));
		}

		return from.replaceAll(pattern, '');
	};

	let value = take(lineBreaks, (count) => message('key.removed.lineBreaks', {count}), text);
	value = take(spaces, (count) => message('key.removed.spaces', {count}), value);
	value = take(invisible, (count) => message('key.removed.invisible', {count}), value);

	const secret = value === '' ? undefined : new Secret(value);
	return {
		secret,
		summary:
			secret === undefined
				? message('key.nothing')
				: message('key.described', {count: secret.length, fingerprint: secret.fingerprint}),
		removed,
		warnings: secret === undefined ? [] : keyWarnings(secret),
	};
}

/** What should be known about a key before it is used; blocks nothing. */
export function keyWarnings(key: Secret): Message[] {
	return key.matches(looksLikeIbmCloudApiKey) ? [message('key.looksLikeIbmCloudKey')] : [];
}

/** What is said before the key of a user is asked: that it stays hidden, who checks it, and in a rehearsal the key itself. */
export function keyHints({demoKeys, pairCheckHost}: Context, username: string): readonly Message[] {
	const demoKey = demoKeys.get(username);
	return [
		message('key.hidden'),
		...(pairCheckHost === undefined ? [] : [message('key.willBeChecked', {host: pairCheckHost.host})]),
		...(demoKey === undefined ? [] : [message('key.demo', {key: demoKey})]),
	];
}
