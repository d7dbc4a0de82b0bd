import {looksLikeIbmCloudApiKey} from '../ibmcloud/facts/keys.ts';
import {Secret} from '../secrets/secret.ts';
import {message, type Message} from '../text/message.ts';
import {offer} from './action.ts';
import type {Context} from './context.ts';
import type {ParsedSecret, SecretQuestion} from './question.ts';

// Spelled as escapes on purpose: invisible characters must be visible to who reads this file.
const lineBreaks = /\r\n|[\r\n\u2028\u2029]/g;
const spaces = /[\s\u00A0]/g;
const quotes = /^(?:"(.+)"|'(.+)'|`(.+)`|\u201C(.+)\u201D|\u2018(.+)\u2019)$/u;
/** As in a file of a shell; a blank behind `export` is taken out before. */
const name = /^[A-Za-z_]\w*=(?=.)/u;
const invisible = (): RegExp => /[\p{Cc}\p{Cf}\u00AD\u034F\u115F\u1160\u3164\uFFA0\uFE00-\uFE0F]/gu;

/**
 * Takes out of a key what a paste brings along: spaces, line breaks, zero-width and control characters,
 * quotes around it and `NAME=` before it. Nothing is enforced: the form of a classic key is not documented
 * (64 lower-case letters and digits are seen). What stood before the `=` is not repeated: it may be anything.
 */
export function parseKey(text: string): ParsedSecret {
	const removed: Message[] = [];
	const take = (pattern: RegExp, say: (count: number) => Message, from: string, instead = ''): string => {
		const count = from.match(pattern)?.length ?? 0;
		if (count > 0) {
			removed.push(say(count));
		}

		return from.replace(pattern, instead);
	};

	let value = take(lineBreaks, (count) => message('key.removed.lineBreaks', {count}), text);
	value = take(spaces, (count) => message('key.removed.spaces', {count}), value);
	value = take(invisible(), (count) => message('key.removed.invisible', {count}), value);
	// Each may stand within the other: `"NAME=key"`, `NAME="key"`.
	for (let before = ''; before !== value;) {
		before = value;
		value = take(name, () => message('key.removed.name'), value);
		value = take(quotes, () => message('key.removed.quotes'), value, '$1$2$3$4$5');
	}

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

/** A classic key has 64 characters (seen); a little less may be another kind, much less is a part of one. */
const shortest = 60;

/** What should be known about a key before it is used; blocks nothing. */
export function keyWarnings(key: Secret): Message[] {
	return key.matches(looksLikeIbmCloudApiKey)
		? [message('key.looksLikeIbmCloudKey')]
		: key.length < shortest
			? [message('key.short', {count: key.length})]
			: [];
}

/** Says that one does not have the key: then it is told who does, and what a new one ends. */
export const noKey = offer('no-key', message('action.noKey'));

/** The field for the key of a user: who checks it, how it is read, and what Enter takes in a rehearsal. */
export function keyField(
	context: Context,
	username: string,
): Pick<SecretQuestion, 'kind' | 'title' | 'hints' | 'parse' | 'empty' | 'sample'> {
	const {pairCheckHost} = context;
	const sample = sampleFor(context, username);
	return {
		kind: 'secret',
		title: message('key.question', {username}),
		hints: pairCheckHost === undefined ? [] : [message('key.willBeChecked', {host: pairCheckHost.host})],
		parse: parseKey,
		empty: message('key.empty'),
		...(sample === undefined ? {} : {sample}),
	};
}

/** What Enter takes in a rehearsal: the key of the user, or where that is rehearsed first a wrong one. */
function sampleFor(
	{demoKeys, demoWrongKey: wrong, pairCheckHost, reads}: Context,
	username: string,
): Secret | undefined {
	const key = demoKeys.get(username);
	const isWrongFirst =
		wrong !== undefined &&
		pairCheckHost !== undefined &&
		reads.pairCheck(username, wrong).value()?.kind !== 'refused';
	return key === undefined ? undefined : isWrongFirst ? wrong : new Secret(key);
}
