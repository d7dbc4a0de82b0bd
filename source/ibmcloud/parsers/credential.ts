import type {RunResult} from '../../shell/run.ts';
import {looksLikeInfrastructureUsername} from '../facts/accounts.ts';
import {errorCodeIn, isNothingSet} from '../error-row.ts';
import {orNothingSet, outcomeOf} from '../outcomes.ts';
import type {Credential, Outcome} from '../types.ts';
import {isObject, type JsonObject} from '../../secrets/json.ts';
import {fieldOf, isPage, parseJson, plainText, textField, usernameOf} from './fields.ts';

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
 * Returns what is set in a scope, from `ks credential get`. "None set" is reported as a failure with code
 * E0051 (documented) and is an answer here. Order: exit code, JSON, error code, text; no translated sentence
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
	const usernames = knownUsernames.filter((username) => username !== groupName);
	const credentialIn = outcomeOf((stdout) => {
		const answer = parseJson(stdout);
		return isObject(answer) ? fromJson(answer) : fromText(plainText(stdout), usernames);
	});
	return orNothingSet(credentialIn(result, command), null);
}

function fromJson(answer: JsonObject): Credential | undefined {
	const code = textField(answer, 'code');
	const value = fieldOf(answer, ...usernameFields);
	if (code !== '') {
		return isNothingSet(code) ? null : undefined;
	}

	if (typeof value === 'string' && value.trim() !== '') {
		return usernameOf(value);
	}

	// Inferred: an empty object or name is how JSON would say "none set"; a code says it surely.
	const isEmpty = Object.keys(answer).length === 0 || typeof value === 'string' || answer['apiUser'] === null;
	return isEmpty ? null : undefined;
}

/** Exit code 0 means that something is set (documented); it is only read where it says who. */
function fromText(text: string, knownUsernames: readonly string[]): Credential | undefined {
	// Half a JSON document: a name in it may be cut, and nothing shows that.
	if (/^[^\S\n]*[[{]/mu.test(text) || isPage(text)) {
		return undefined;
	}

	return isNothingSet(errorCodeIn(text)) ? null : usernameInText(text, knownUsernames);
}

/** The documented sentence, in English only: it can find the name, and never deny one. */
const documentedSentence = /\bcredentials for user ?name <?(.{1,300}?)>? set for resource group\b/iu;

/** Blanks, angle brackets and the brackets of Chinese and Japanese always end a name. */
const separators = String.raw`\s<>「」『』（）【】、。，：`;

/** Quotation marks and punctuation end a name only at its edge: `o'brien@example.com` is one. */
const punctuation = '"\'`“”„‘’«»()[\\]:;,';

/** Number and name, old master user, or anything with an `@`. */
const usualForm = /^\d{4,9}_\S+$|^(?:IBM|SL)\d+$|^[^@]+@[^@]+$/u;

/**
 * Returns the infrastructure username that a sentence in any language names, or undefined where that is not
 * certain. The name of the resource group stands in the same sentence, so a short known name (`default`)
 * counts only where nothing with the usual form of a username does.
 */
function usernameInText(text: string, knownUsernames: readonly string[]): string | undefined {
	const documented = usernameOf(documentedSentence.exec(text)?.[1]);
	if (documented !== undefined) {
		return documented;
	}

	const known = longestOf(knownUsernames.filter((username) => stands(username, text)));
	const usual = usualNames(text);
	return (
		onlyOne(known.filter((username) => usualForm.test(username))) ??
		onlyOne(usual.filter((username) => looksLikeInfrastructureUsername(username))) ??
		onlyOne(usual.length === 0 ? known : usual)
	);
}

function usualNames(text: string): readonly string[] {
	return text
		.split(new RegExp(`[${separators}]+`, 'u'))
		.map((word) => word.replace(edges, ''))
		.filter((word) => usualForm.test(word) && usernameOf(word) === word);
}

const edges = new RegExp(`^[${punctuation}]+|[.${punctuation}]+$`, 'gu');

/** Whether the name stands in the text as a whole: no other part of a name directly before or after it. */
function stands(username: string, text: string): boolean {
	if (usernameOf(username) !== username) {
		return false;
	}

	for (let at = text.indexOf(username); at !== -1; at = text.indexOf(username, at + 1)) {
		const before = text.slice(Math.max(0, at - 1), at);
		const after = text.slice(at + username.length, at + username.length + 2);
		if (isEdge.test(before) && (isEdge.test(after.slice(0, 1)) || /^\.(?:\s|$)/u.test(after))) {
			return true;
		}
	}

	return false;
}

const isEdge = new RegExp(`^[${separators}${punctuation}]?$`, 'u');

/** Of names that contain each other (`jane`, `jane doe`) only the longest is meant. */
function longestOf(usernames: readonly string[]): readonly string[] {
	return usernames.filter((name) => !usernames.some((other) => other !== name && other.includes(name)));
}

function onlyOne(usernames: readonly string[]): string | undefined {
	const different = [...new Set(usernames)];
	return different.length === 1 ? different[0] : undefined;
}
