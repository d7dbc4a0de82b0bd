/** What keys look like. Forms are hints, never rules: none of them is documented by IBM. */

/** An IBM Cloud API key: 44 characters of base64url (from source: detect-secrets). The wrong kind here. */
export function looksLikeIbmCloudApiKey(text: string): boolean {
	return /^[A-Za-z0-9_-]{44}$/u.test(text);
}

/** The end of a service id (seen: the username `ServiceId-00000000-1111-…`). A key is never one. */
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/giu;

const longRun = /[A-Za-z0-9_-]{40,}/gu;

/**
 * A classic infrastructure API key, wherever it stands (from source: detect-secrets): no name before an `@`
 * is that long by chance.
 */
const classicRun = /(?<![A-Za-z0-9])[a-z0-9]{64}(?![A-Za-z0-9])/gu;

/**
 * Returns what a visible field must refuse: a run of 40 or more letters, digits, `-` and `_` with a letter
 * and a digit. Not the part of an address or username before its `@`, nor 32 hexadecimal digits or a UUID.
 */
export function looksLikeAKey(text: string): boolean {
	const words = text.replaceAll(uuid, ' ').split(/\s+/u);
	return words.some((word) => {
		const afterAt = word.slice(word.lastIndexOf('@') + 1);
		const runs = [...afterAt.matchAll(longRun), ...word.matchAll(classicRun)];
		return runs.some(([run]) => /[A-Za-z]/u.test(run) && /\d/u.test(run));
	});
}
