/**
 * The last net under the adapter's replacement by value: shapes that are a key or a token whoever printed them.
 * Nothing in an error message that a person needs has one of these shapes.
 */

/** A JSON web token (documented shape: three base64url parts, the first of which is a JSON object). */
const webToken = /\beyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*)?/gu;

const bearer = /\b(Bearer)\s+[\w.~+/=-]{16,}/giu;

/** A classic API key (from source: the pattern of detect-secrets, 64 lower-case letters and digits). */
const classicKey = /(?<![A-Za-z0-9])[A-Za-z0-9]{64}(?![A-Za-z0-9])/gu;

/** The value of a field or header whose name says that it is one: a refresh token has no shape of its own. */
const namedSecret =
	/((?:refresh|access)[_-]?token|api[_-]?key|passw(?:or)?d|passcode)(["']?\s*[:=]\s*["']?)[^\s"',&;}]{8,}/giu;

/** Runs that are long enough to be any key of IBM Cloud. */
const longRun = /[A-Za-z0-9_-]{40,}/gu;

/** Replaces what has the unmistakable shape of a key or a token. */
export function maskCredentials(text: string): string {
	return text
		.replace(webToken, '[secret]')
		.replace(bearer, '$1 [secret]')
		.replace(classicKey, '[secret]')
		.replace(namedSecret, '$1$2[secret]');
}

/** The same for output that is known to carry a secret: every long run of letters and digits goes. */
export function maskAllLongRuns(text: string): string {
	return maskCredentials(text).replace(longRun, '[secret]');
}
