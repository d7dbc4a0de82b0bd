import type {Secret} from './secret.ts';
import {addWindows, normalize, runsIn, spellingsOf} from './windows.ts';

/*
A secret stays secret wherever it turns up, so there is one list of what is protected for the whole process:
nothing has to be handed from folder to folder, and nothing can be forgotten on the way.
*/

const placeholder = '[secret]';
/** Secrets with fewer letters and digits are searched for as a whole: their parts are ordinary words. */
const shortestInParts = 16;
/** Even as a whole: replacing every "a" would destroy the text and protect nothing. */
const shortest = 4;
/** A shorter value, such as a typing error in the key's field, is a part of variables by chance. */
const shortestInVariable = 8;

/** What begins an escape goes with it: a lone backslash would break the JSON that the text may be. */
const escape = /(?:\\+|%|&#)$/;

/** What is not shown. */
const concealed = new Set<string>();
/** Those of them that no child inherits. */
const protectedValues = new Set<string>();
const short = new Set<string>();
/** Made ready when something is looked at for the first time: a start does not wait for it. */
const pending = new Set<string>();

/** From now on nothing of this value is shown, and no child inherits it. @returns the secret. */
export function protect(secret: Secret): Secret {
	conceal(secret);
	const value = secret.reveal();
	if (concealed.has(value)) {
		protectedValues.add(value);
	}

	return secret;
}

/** From now on nothing of this value is shown; children inherit it as before: it is theirs. */
export function conceal(secret: Secret): void {
	const value = secret.reveal();
	if (value.length >= shortest && !concealed.has(value)) {
		concealed.add(value);
		pending.add(value);
	}
}

/** Whether a protected secret stands whole in the value of a variable. */
export function holdsSecret(variable: string): boolean {
	return [...protectedValues].some(
		(value) => variable === value || (value.length >= shortestInVariable && variable.includes(value)),
	);
}

/**
 * Takes every protected secret out of a text, and every part of one: compared is letters and digits alone,
 * without case, eight in a row, so that neither spaces nor dashes nor the end of a line hide it. Encodings
 * are known by what they make of a secret. Where text is cleaned or cut, this comes after it.
 */
export function redact(text: string): string {
	for (const value of pending) {
		prepare(value);
	}

	pending.clear();
	let redacted = text;
	for (const value of short) {
		redacted = redacted.replaceAll(value, placeholder);
	}

	let result = '';
	let copied = 0;
	for (const {start, end} of runsIn(redacted)) {
		result += redacted.slice(copied, start).replace(escape, '') + placeholder;
		copied = end;
	}

	return result + redacted.slice(copied);
}

function prepare(value: string): void {
	const plain = normalize(value);
	const escaped = encodeURIComponent(value.toWellFormed());
	if (plain.length < shortestInParts) {
		short.add(value);
		short.add(escaped);
		return;
	}

	for (const spelling of spellingsOf(value)) {
		addWindows(spelling, false);
	}

	addWindows(normalize(escaped), true);
	addWindows(plain, true);
}
