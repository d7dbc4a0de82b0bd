import {existsSync} from 'node:fs';
import {links} from '../../ibmcloud/facts/links.ts';
import type {InfrastructureUser} from '../../ibmcloud/types.ts';
import {Secret} from '../../secrets/secret.ts';
import {message, type Message} from '../../text/message.ts';
import {offer, type OfferedAction} from '../action.ts';
import type {Context} from '../context.ts';
import {isKeySource, parseKey, readKey} from '../key-text.ts';
import {candidatesOf} from '../pair.ts';
import type {SecretQuestion} from '../question.ts';
import {keyCommand, makesListOld} from '../session/key-creation.ts';
import type {Step} from '../step.ts';
import {usersRead} from './user.ts';

declare module '../answers.ts' {
	interface AnswerValues {
		readonly key: Secret;
	}
}

/** The classic infrastructure API key of the user. */
export const keyStep: Step<'key'> = {
	id: 'key',
	title: message('key.title'),
	changeLabel: message('action.change.key'),
	page: links.classicKeys,
	flag: {
		name: 'infrastructure-api-key',
		placeholder: '@FILE|-',
		isRepeatable: true,
		description:
			'Where the classic API key is read from: a file or pipe, or standard input. Never the key itself. With --from USERNAME=@FILE for each user.',
		completes: '@file',
		read([text = '', ...more]) {
			if (more.length > 0) {
				return {ok: false, reason: message('usage.givenTwice', {name: 'infrastructure-api-key'})};
			}

			return isKeySource(text)
				? {ok: true, fetch: async (input) => readKey(text, input)}
				: {ok: false, reason: literal(text)};
		},
	},
	dependsOn: ['user'],
	isNeeded: ({change, expectation}) => change === 'set' && expectation === undefined,
	question(context) {
		const {answers, keyCreation} = context;
		const username = answers.user?.value.username ?? '';
		const actions = keyActions(context);
		const field = keyField(context, username);
		const lacksKey = hasNoKey(context);
		return {
			...field,
			sample: lacksKey ? undefined : field.sample,
			hints: [
				...(lacksKey ? [] : field.hints),
				...(actions.some(({label}) => label.key === 'action.createKey') ? [message('key.oneOnly')] : []),
				...(keyCreation.kind === 'running' ? [message('key.creating')] : []),
			],
			warnings: [...(lacksKey ? [message('key.userHasNone', {username})] : []), ...creationWarnings(context)],
			actions,
		};
	},
	take: (reply) => (reply.kind === 'secret' ? {value: reply.secret, source: 'typed'} : undefined),
	describe: (secret) => message('key.described', {count: secret.length, fingerprint: secret.fingerprint}),
	line: ({fingerprint}, context) => ({text: checkedText(fingerprint, context)}),
	pairs: candidatesOf,
};

/** Returns the fingerprint, and whether the key was accepted or rejected with its username. */
function checkedText(fingerprint: string, context: Context): Message {
	const host = context.pairCheckHost?.host ?? '';
	const kinds = candidatesOf(context).map(({check}) => check.kind);
	if (kinds.includes('refused')) {
		return message('answered.rejected', {fingerprint, host});
	}

	return kinds.includes('valid')
		? message('answered.accepted', {fingerprint, host})
		: message('answered.key', {fingerprint});
}

/** For an operator without the key: shows who has it, and what a new one ends. */
const noKey = offer('no-key', message('action.noKey'));

/** Returns the field for a user's key: who checks it, how it is parsed, and its sample in a rehearsal. */
export function keyField(context: Context, username: string): SecretQuestion {
	const {demoKeys, demoWrongKey, pairCheckHost, reads} = context;
	const key = demoKeys.get(username);
	// The rehearsal of a rejected key starts with that one.
	const isWrongFirst =
		demoWrongKey !== undefined &&
		pairCheckHost !== undefined &&
		reads.pairCheck(username, demoWrongKey).value()?.kind !== 'refused';
	return {
		kind: 'secret',
		title: message('key.question', {username}),
		hints: pairCheckHost === undefined ? [] : [message('key.willBeChecked', {host: pairCheckHost.host})],
		warnings: [],
		actions: [noKey],
		parse: parseKey,
		empty: message('key.empty'),
		sample: key === undefined ? undefined : isWrongFirst ? demoWrongKey : new Secret(key),
	};
}

/** Returns why a text is refused: it is the key itself, never to be repeated, or a path without its `@`. */
function literal(text: string): Message {
	return existsSync(text) ? message('usage.keyIsPath', {path: text}) : message('usage.literalKey');
}

/** Reports whether the chosen user has no key, as the list says and nothing later contradicts. */
export function hasNoKey(context: Context): boolean {
	const {keyCreation} = context;
	const isUnmade = keyCreation.kind !== 'made' && !makesListOld(keyCreation);
	return isUnmade && rowOf(context)?.hasKey === false;
}

/** Returns the chosen user as now listed; a failed creation that shows the list is old has it read again. */
function rowOf(context: Context): InfrastructureUser | undefined {
	const user = context.answers.user?.value;
	const now = usersRead(context).value();
	return now?.users.find(({username}) => username === user?.username) ?? user?.listed;
}

function keyActions(context: Context): OfferedAction[] {
	const {answers, isDryRun, keyCreation} = context;
	const username = answers.user?.value.username ?? '';
	const {hasKey, id} = rowOf(context) ?? {};
	if (keyCreation.kind === 'made') {
		return [offer('create-key', message('action.useMadeKey', {username}))];
	}

	if (keyCreation.kind === 'refused' && keyCreation.error.kind === 'user-gone') {
		return [offer({kind: 'change', step: 'user'}, message('action.change.user'))];
	}

	if (hasKey !== false) {
		return [noKey];
	}

	const isOpen =
		keyCreation.kind === 'open' || (keyCreation.kind !== 'running' && !makesListOld(keyCreation));
	const canBeMade = isOpen && id !== undefined && !isDryRun;
	return canBeMade ? [offer('create-key', message('action.createKey', {username}))] : [];
}

/** Returns what became of an attempt to create a key: a message, how to look, and the CLI's own words. */
function creationWarnings(context: Context): Message[] {
	const {answers, keyCreation, place} = context;
	if (keyCreation.kind !== 'refused' && keyCreation.kind !== 'open') {
		return [];
	}

	const {kind, words} = keyCreation.error;
	const {username = '', listed: {id} = {}} = answers.user?.value ?? {};
	const isOpen = keyCreation.kind === 'open';
	const lost = rowOf(context)?.hasKey === true ? 'key.lost.exists' : 'key.lost';
	const mayExist = id !== undefined && (isOpen || kind === 'key-exists');
	const commands = mayExist
		? [keyCommand({id, account: answers.listAccount?.value}, place, 'detail', '--keys')]
		: [];
	const said = words.split('\n').filter((line) => line.trim() !== '');
	return [
		...(isOpen ? [message(lost, {username})] : [message(`error.${kind}`), message(`error.${kind}.do`)]),
		...commands.map(() => message('key.look')),
		...[...commands, ...said].map((value) => message('value.plain', {value})),
	];
}
