import {looksLikeIbmCloudApiKey} from '../../ibmcloud/facts/keys.ts';
import {Secret} from '../../secrets/secret.ts';
import {message, type Message} from '../../text/message.ts';
import type {Context} from '../context.ts';
import type {SecretExamination} from '../question.ts';
import type {Step} from '../step.ts';

/** That user's classic infrastructure API key. */
export const keyStep: Step<'key'> = {
	id: 'key',
	title: message('key.title'),
	flag: '--infrastructure-api-key @FILE',
	dependsOn: ['user'],
	isNeeded: ({change}) => change === 'set',
	prepare() {},
	question(context) {
		const {answers, demoKeys, pairCheckHost} = context;
		const user = answers.user?.value;
		const demoKey = demoKeys.get(user?.username ?? '');
		const canCreate = !context.isDryRun && user?.listed?.hasKey === false && user.listed.id !== undefined;
		return {
			kind: 'secret',
			title: message('key.question', {username: user?.username ?? ''}),
			hints: [
				message('key.hidden'),
				...(pairCheckHost === undefined ? [] : [message('key.willBeChecked', {host: pairCheckHost.host})]),
				...(demoKey === undefined ? [] : [message('key.demo', {key: demoKey})]),
				...(canCreate && context.keyCreation.kind !== 'made' ? [message('key.oneOnly')] : []),
				...(context.keyCreation.kind === 'running' ? [message('key.creating')] : []),
			],
			warnings: [
				...(user?.listed?.hasKey === false && context.keyCreation.kind !== 'made'
					? [message('key.userHasNone', {username: user.username})]
					: []),
				...creationFailure(context),
			],
			actions:
				canCreate && context.keyCreation.kind !== 'running'
					? [
							{
								id: 'create-key',
								label: message(
									context.keyCreation.kind === 'made' ? 'action.useMadeKey' : 'action.createKey',
									{username: user.username},
								),
							},
						]
					: [],
			examine: examineKey,
			empty: message('key.empty'),
		};
	},
	take: (reply) => (reply.kind === 'secret' ? {value: reply.secret, source: 'typed'} : undefined),
	describe: (secret) => message('key.described', {count: secret.length, fingerprint: secret.fingerprint}),
};

/** Why no key could be made: our sentence, what to do, and the CLI's own words. */
function creationFailure({keyCreation}: Context): Message[] {
	if (keyCreation.kind !== 'failed') {
		return [];
	}

	const {kind, words} = keyCreation.error;
	return [
		message(`error.${kind}`),
		message(`error.${kind}.do`),
		...words
			.split('\n')
			.flatMap((line) => (line.trim() === '' ? [] : [message('value.plain', {value: line})])),
	];
}

// Spelled as escapes on purpose: invisible characters must be visible to who reads this file.
const lineBreaks = /\r\n|[\r\n\u2028\u2029]/g;
const spaces = /[\s\u00A0]/g;
const invisible = /[\p{Cc}\p{Cf}\u00AD\u034F\u115F\u1160\u3164\uFFA0\uFE00-\uFE0F]/gu;

/**
 * Takes out of a key what a paste brings along: spaces, line breaks, zero-width and control characters. Nothing else
 * is enforced: the form of a classic key is not documented (64 lower-case letters and digits are seen).
 */
export function examineKey(text: string): SecretExamination {
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
