import type {RunResult} from '../../shell/run.ts';
import {looksLikeInfrastructureUsername} from '../facts/accounts.ts';
import {errorCodeIn, isNothingSet} from '../error-row.ts';
import {orNothingSet, outcomeOf} from '../outcomes.ts';
import type {Credential, Outcome} from '../types.ts';
import {isObject, type JsonObject} from '../../secrets/json.ts';
import {fieldOf, isPage, parseJson, plainText, textField, usernameOf} from './fields.ts';

/**
 * The JSON fields that may name the user. `apiUser` is that of the REST answer behind the command (from
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
 * Parses a scope's credential, from `ks credential get`. "None set" fails with code E0051 (documented) and is
 * an answer here. The order is exit code, JSON, error code, text; no translated sentence decides.
 *
 * @param knownUsernames usernames that may be set (the listed ones, the one just set), recognized in text of
 * any language. A username that is not in the output is never returned.
 * @param groupName the scope's resource group, which is in the same sentence and is not a username.
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

	// Inferred: JSON would say "none set" by an empty object or name; only a code is certain.
	const isEmpty = Object.keys(answer).length === 0 || typeof value === 'string' || answer['apiUser'] === null;
	return isEmpty ? null : undefined;
}

/** Exit code 0 means that something is set (documented), but the text counts only if it names the user. */
function fromText(text: string, knownUsernames: readonly string[]): Credential | undefined {
	// A truncated JSON document: a name in it may be truncated, too, and nothing shows that.
	if (/^[^\S\n]*[[{]/mu.test(text) || isPage(text)) {
		return undefined;
	}

	return isNothingSet(errorCodeIn(text)) ? null : usernameInText(text, knownUsernames);
}

/** The documented sentence, in English only: it can reveal a name, but never rule one out. */
const documentedSentence = /\bcredentials for user ?name <?(.{1,300}?)>? set for resource group\b/iu;

/** Blanks, angle brackets, and Chinese and Japanese brackets and punctuation always end a name. */
const separators = String.raw`\s<>「」『』（）【】、。，：`;

/** Quotation marks and punctuation end a name only at its edge: `o'brien@example.com` is a name. */
const punctuation = '"\'`“”„‘’«»()[\\]:;,';

/** A number and a name, an old master user, or anything with an `@`. */
const usualForm = /^\d{4,9}_\S+$|^(?:IBM|SL)\d+$|^[^@]+@[^@]+$/u;

/**
 * Returns the infrastructure username in a sentence of any language, or undefined if not certain. The
 * sentence also names the resource group: a short known name (`default`) counts only if nothing has the usual
 * form of a username.
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

/** Reports whether the text contains the whole name, with no part of another directly before or after. */
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

/** Keeps only the longest of names that contain each other (`jane`, `jane doe`). */
function longestOf(usernames: readonly string[]): readonly string[] {
	return usernames.filter((name) => !usernames.some((other) => other !== name && other.includes(name)));
}

function onlyOne(usernames: readonly string[]): string | undefined {
	const different = [...new Set(usernames)];
	return different.length === 1 ? different[0] : undefined;
}
