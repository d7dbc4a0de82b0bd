import {secretPlaceholder, type Secret} from './secret.ts';

/*
A secret stays secret wherever it turns up, so the whole process has one list of protected values: nothing has
to be passed from folder to folder, and nothing can be forgotten on the way.
*/

/** Secrets with fewer letters and digits are only searched for as a whole: their parts are ordinary words. */
const shortestInParts = 16;
/** Shorter values are not searched for: replacing every "a" would destroy the text and protect nothing. */
const shortest = 4;
/** A shorter value, such as a typo in the key's field, occurs in variables by chance. */
const shortestInVariable = 8;
/** The letters and digits in a row, a window, that are compared: fewer occur in ordinary text by chance. */
const windowLength = 8;
/** Eight characters of a secret determine at least this many letters of an encoding (base64). */
const shortestEncoded = 10;

/** The beginning of an escape, removed too: a lone backslash would break the JSON that the text may be. */
const escape = /(?:\\+|%|&#)$/;

/** Values that are never shown. */
const concealed = new Set<string>();
/** Those of them that no child inherits. */
const protectedValues = new Set<string>();
const short = new Set<string>();
/** Those not prepared for the search yet: the first text triggers that, so that the start does not wait. */
const pending = new Set<string>();
/** The windows of the other values, and whether each is of the value itself rather than of an encoding. */
const windows = new Map<number, boolean>();

/** Hides a value from now on, and keeps it from every child. Returns the secret. */
export function protect(secret: Secret): Secret {
	conceal(secret);
	const value = secret.reveal();
	if (concealed.has(value)) {
		protectedValues.add(value);
	}

	return secret;
}

/** Hides a value from now on. Children inherit it as before: it is theirs. */
export function conceal(secret: Secret): void {
	const value = secret.reveal();
	if (value.length >= shortest && !concealed.has(value)) {
		concealed.add(value);
		pending.add(value);
	}
}

/** Reports whether the value of a variable contains a whole protected secret. */
export function holdsSecret(variable: string): boolean {
	return [...protectedValues].some(
		(value) => variable === value || (value.length >= shortestInVariable && variable.includes(value)),
	);
}

/**
 * Removes every protected secret from a text, and every part of one. Only letters and digits are compared,
 * without case, eight in a row, so that neither spaces nor dashes nor the end of a line hide it. An encoding
 * is known by what it makes of a secret. Where text is cleaned or cut, this comes after it.
 */
export function redact(text: string): string {
	for (const value of pending) {
		prepare(value);
	}

	pending.clear();
	let redacted = text;
	for (const value of short) {
		redacted = redacted.replaceAll(value, secretPlaceholder);
	}

	let result = '';
	let copied = 0;
	for (const {start, end} of partsIn(redacted)) {
		result += redacted.slice(copied, start).replace(escape, '') + secretPlaceholder;
		copied = end;
	}

	return result + redacted.slice(copied);
}

function prepare(value: string): void {
	const escaped = encodeURIComponent(value.toWellFormed());
	if (value.replaceAll(/[^A-Za-z0-9]/g, '').length < shortestInParts) {
		short.add(value);
		short.add(escaped);
		return;
	}

	for (const spelling of encodingsOf(value)) {
		// A window of another value itself stays marked as one.
		eachWindow(spelling, (window) => windows.set(window, windows.get(window) ?? false));
	}

	for (const spelling of [escaped, value]) {
		eachWindow(spelling, (window) => windows.set(window, true));
	}
}

/** A part of a secret in a text, with the numbers of its first letter and of the one after its last. */
interface Part {
	readonly start: number;
	end: number;
	readonly first: number;
	next: number;
	isPlain: boolean;
}

/** Returns the parts of the text that are parts of a secret, whatever stands between letters and digits. */
function partsIn(text: string): readonly Part[] {
	const parts: Part[] = [];
	eachWindow(text, (window, start, end, next) => {
		const isPlain = windows.get(window);
		const first = next - windowLength;
		const previous = parts.at(-1);
		if (isPlain === undefined) {
			return;
		}

		if (previous === undefined || first >= previous.next) {
			parts.push({start, end, first, next, isPlain});
		} else {
			previous.end = end;
			previous.next = next;
			previous.isPlain ||= isPlain;
		}
	});
	return parts.filter(({first, next, isPlain}) => isPlain || next - first >= shortestEncoded);
}

/** 0 to 35 for an ASCII letter or digit in either case, NaN for anything else. */
const digits = Array.from({length: 128}, (_, code) => Number.parseInt(String.fromCharCode(code), 36));
/** The place value of the oldest letter's digit in a window. */
const oldest = 36 ** (windowLength - 1);

/**
 * Visits the letters and digits of a text, eight in a row, whatever stands between them. `visit` takes this
 * window as a number with a digit of base 36 for each letter, where it starts and ends in the text, and how
 * many letters and digits there are up to its end.
 */
function eachWindow(
	text: string,
	visit: (window: number, start: number, end: number, next: number) => void,
): void {
	// The positions of the last letters and digits, as a ring.
	const positions = new Int32Array(windowLength);
	let window = 0;
	let count = 0;
	for (let position = 0; position < text.length; position++) {
		const digit = digits[text.charCodeAt(position)] ?? Number.NaN;
		if (Number.isNaN(digit)) {
			continue;
		}

		window = (window % oldest) * 36 + digit;
		positions[count % windowLength] = position;
		count++;
		if (count >= windowLength) {
			visit(window, positions[count % windowLength] ?? 0, position + 1, count);
		}
	}
}

/**
 * Returns the encodings of a value: base64 and base32 at every alignment (so also within `user:key` of HTTP
 * Basic), and its character codes as in `6162`, `%61`, `\x61`, `\u0061`, `&#x61;` and `&#97;`.
 */
function encodingsOf(value: string): readonly string[] {
	const bytes = [...Buffer.from(value.toWellFormed())];
	const codes = (radix: number, before: string): string =>
		bytes.map((byte) => before + byte.toString(radix).padStart(2, '0')).join('');
	return [
		...encoded(bytes, [0, 2, 4], 6, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'),
		...encoded(bytes, [0, 1, 2, 3, 4], 5, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'),
		codes(16, ''),
		codes(16, 'x'),
		codes(16, 'u00'),
		codes(10, ''),
	];
}

/** Returns the letters of an encoding that depend on the value alone, for each bit at which it can begin. */
function encoded(
	bytes: readonly number[],
	starts: readonly number[],
	bits: number,
	alphabet: string,
): string[] {
	const all = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('');
	const letter = new RegExp(`.{${bits}}`, 'g');
	return starts.map((start) =>
		Array.from(all.slice(start).matchAll(letter), ([digit]) => alphabet[Number.parseInt(digit, 2)]).join(''),
	);
}
