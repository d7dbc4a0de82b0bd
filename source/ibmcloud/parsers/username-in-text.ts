import {looksLikeInfrastructureUsername} from '../facts/accounts.ts';
import {usernameOf} from './fields.ts';

/** The documented sentence, in English only: it can find the name, and never deny one. */
const documentedSentence = /\bcredentials for user ?name <?(.{1,300}?)>? set for resource group\b/iu;

/** Blanks, angle brackets and the brackets of Chinese and Japanese always end a name. */
const separators = String.raw`\s<>「」『』（）【】、。，：`;

/** Quotation marks and punctuation end a name only at its edge: `o'brien@example.com` is one. */
const punctuation = '"\'`“”„‘’«»()[\\]:;,';

/** Number and name, old master user, or anything with an `@`. */
const usualForm = /^\d{4,9}_\S+$|^(?:IBM|SL)\d+$|^[^@]+@[^@]+$/u;

/**
 * The infrastructure username that a sentence in any language names, or undefined where that is not certain.
 * The name of the resource group stands in the same sentence, so a short known name (`default`) counts only
 * where nothing with the usual form of a username does.
 */
export function usernameInText(text: string, knownUsernames: readonly string[]): string | undefined {
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
