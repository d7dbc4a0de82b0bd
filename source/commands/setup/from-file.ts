import type {KeyReference} from '../../plan/own-commands.ts';
import type {Secret} from '../../secrets/secret.ts';
import {message, type Message} from '../../text/message.ts';
import type {Expectation} from '../../wizard/expectation.ts';
import type {Fetched, Input, Reading} from '../../wizard/flag.ts';
import {isKeySource, readKey, type KeySource} from '../../wizard/key-text.ts';
import {fileNamed, readExpectationFile} from '../expectation-file.ts';
import type {SetupRequest} from './request.ts';

const keyFlag = 'infrastructure-api-key';
const besides = ['infrastructure-username', 'region', 'resource-group', 'where-set'] as const;

/** Adds the content of its file to a request, if it names one. */
export async function withFile(request: SetupRequest): Promise<Reading<SetupRequest>> {
	const {options, given, answers} = request;
	if (options.from === undefined) {
		return {ok: true, value: request};
	}

	const path = fileNamed(options.from);
	if (path === undefined) {
		return {ok: false, reason: message('usage.needsValue', {name: 'from', placeholder: '@FILE'})};
	}

	const read = await readExpectationFile('--from', path, given, besides);
	if (!read.ok) {
		return read;
	}

	const {value: expectation} = read;
	const users = usersOf(expectation);
	const sources = sourcesOf(given.get(keyFlag) ?? [], users);
	if ('key' in sources) {
		return {ok: false, reason: sources};
	}

	const {user, key} = answers;
	const own = new Map<string, Secret>();
	const references = new Map<string, KeyReference>();
	if (user !== undefined && key !== undefined && users.includes(user.value.username)) {
		own.set(user.value.username, key.value);
		references.set(user.value.username, {kind: 'environment'});
	}

	for (const [username, value] of sources) {
		references.set(username, {kind: 'flag', value});
	}

	const fetch = async (input: Input) => readKeys(sources, own, input);
	return {
		ok: true,
		value: {
			...request,
			answers: own.size > 0 ? {keys: {value: own, source: 'environment'}} : {},
			pending: new Map(sources.size > 0 ? [['keys', fetch]] : []),
			fromFile: {expectation, references},
		},
	};
}

/** Reports whether a file names users whose keys are not given: they may have to be asked for. */
export function lacksKeys({fromFile}: SetupRequest): boolean {
	return (
		fromFile !== undefined &&
		usersOf(fromFile.expectation).some((username) => !fromFile.references.has(username))
	);
}

function usersOf({scopes}: Expectation): string[] {
	return [...new Set(scopes.flatMap(({username}) => username ?? []))];
}

/** Returns where each user's key is, or what is wrong: `USERNAME=@FILE`; `@FILE` alone for a single user. */
function sourcesOf(texts: readonly string[], users: readonly string[]): Map<string, KeySource> | Message {
	const sources = new Map<string, KeySource>();
	for (const text of texts) {
		const [, username = users[0] ?? '', source = text] = /^(.+?)=(@.*|-)$/su.exec(text) ?? [];
		if (!isKeySource(source)) {
			return message('usage.literalKey');
		}

		if (!users.includes(username) || (source === text && users.length > 1)) {
			return message('usage.keyOfUser', {users});
		}

		if (sources.has(username)) {
			return message('usage.givenTwice', {name: keyFlag});
		}

		sources.set(username, source);
	}

	return sources;
}

/** Reads keys in turn: only one can have standard input, and a password manager asks for one at a time. */
async function readKeys(
	sources: ReadonlyMap<string, KeySource>,
	own: ReadonlyMap<string, Secret>,
	input: Input,
): Promise<Fetched<ReadonlyMap<string, Secret>>> {
	const keys = new Map(own);
	const warnings: Message[] = [];
	for (const [username, source] of sources) {
		// oxlint-disable-next-line no-await-in-loop -- one after the other
		const read = await readKey(source, input);
		if (!read.ok) {
			return read;
		}

		keys.set(username, read.value);
		warnings.push(...read.warnings);
	}

	return {ok: true, value: keys, warnings};
}
