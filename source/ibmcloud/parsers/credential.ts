import type {RunResult} from '../../shell/run.ts';
import {errorCodeIn, isNothingSet} from '../error-row.ts';
import {classify, codeOf, unreadable} from '../errors.ts';
import type {Credential, Outcome} from '../types.ts';
import {stripAnsi} from '../../secrets/clean.ts';
import {isObject, type JsonObject} from '../../secrets/json.ts';
import {fieldOf, isPage, parseJson, textField, usernameOf} from './fields.ts';
import {usernameInText} from './username-in-text.ts';

/**
 * Where the JSON may name the user. `apiUser` is the field of the REST answer behind the command (from
 * source); what the CLI's own JSON calls it is unknown, the rest is inferred.
 */
const usernameFields = [
	'apiUser',
	'infrastructureUsername',
	'infrastructureUser',
	'softlayerUsername',
	'iaasUsername',
	'username',
	'user',
];

/**
 * What is set in a scope, from `ks credential get`. "None set" is reported as a failure with code E0051
 * (documented) and is an answer here. Order: exit code, JSON, error code, text; no translated sentence
 * decides anything.
 *
 * @param knownUsernames usernames that could be there (the listed ones, the one just set): they are
 * recognized in text of any language. A username that is not in the output is never returned.
 * @param groupName the resource group of the scope, which stands in the same sentence and is not a username.
 */
export function parseCredential(
	result: RunResult,
	command: string,
	knownUsernames: readonly string[] = [],
	groupName?: string,
): Outcome<Credential> {
	if (result.exitCode !== 0) {
		return isNothingSet(codeOf(result)) ? none : {ok: false, error: classify(result, command)};
	}

	const answer = parseJson(result.stdout);
	const outcome = isObject(answer)
		? fromJson(answer)
		: fromText(
				result,
				knownUsernames.filter((username) => username !== groupName),
			);
	return outcome ?? {ok: false, error: unreadable(result, command)};
}

const none: Outcome<Credential> = {ok: true, value: {kind: 'none'}};

function fromJson(answer: JsonObject): Outcome<Credential> | undefined {
	const code = textField(answer, 'code');
	const value = fieldOf(answer, ...usernameFields);
	if (code !== '') {
		return isNothingSet(code) ? none : undefined;
	}

	if (typeof value === 'string' && value.trim() !== '') {
		return named(usernameOf(value));
	}

	// Inferred: an empty object or name is how JSON would say "none set"; a code says it surely.
	const isEmpty = Object.keys(answer).length === 0 || typeof value === 'string' || answer['apiUser'] === null;
	return isEmpty ? none : undefined;
}

function fromText(result: RunResult, knownUsernames: readonly string[]): Outcome<Credential> | undefined {
	const text = stripAnsi(result.stdout).slice(0, 20_000);
	// Half a JSON document: a name in it may be cut, and nothing shows that.
	if (/^[^\S\n]*[[{]/mu.test(text) || isPage(text)) {
		return undefined;
	}

	return isNothingSet(errorCodeIn(text)) ? none : named(usernameInText(text, knownUsernames));
}

/** Exit code 0 means that something is set (documented); it is only read where it says who. */
function named(username: string | undefined): Outcome<Credential> | undefined {
	return username === undefined ? undefined : {ok: true, value: {kind: 'set', username}};
}
