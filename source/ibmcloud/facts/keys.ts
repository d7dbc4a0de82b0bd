/** What keys look like. The forms are hints, never rules: IBM documents none of them. */

/** Reports whether it looks like the wrong kind: 44 characters of base64url (from source: detect-secrets). */
export function looksLikeIbmCloudApiKey(text: string): boolean {
	return /^[A-Za-z0-9_-]{44}$/u.test(text);
}

/** The end of a service id (seen: the username `ServiceId-00000000-1111-…`), which is never a key. */
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/giu;

const longRun = /[A-Za-z0-9_-]{40,}/gu;

/** A classic key, anywhere (from source: detect-secrets): no name before an `@` is that long by chance. */
const classicRun = /(?<![A-Za-z0-9])[a-z0-9]{64}(?![A-Za-z0-9])/gu;

/**
 * Reports whether a visible field must refuse a text: a run of 40 or more letters, digits, `-` and `_` with a
 * letter and a digit. Not what precedes the `@` of an address or username, a UUID, or 32 hexadecimal digits.
 */
export function looksLikeAKey(text: string): boolean {
	const words = text.replaceAll(uuid, ' ').split(/\s+/u);
	return words.some((word) => {
		const afterAt = word.slice(word.lastIndexOf('@') + 1);
		const runs = [...afterAt.matchAll(longRun), ...word.matchAll(classicRun)];
		return runs.some(([run]) => /[A-Za-z]/u.test(run) && /\d/u.test(run));
	});
}
