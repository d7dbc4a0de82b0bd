/** The nets under `redact`: what must be a secret, or could be one, by its form alone. */

const placeholder = '[secret]';

/** A JSON web token (documented shape: three base64url parts, the first of which is a JSON object). */
const webToken = /\beyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*)?/gu;

/** Made when it is first asked for: `\w` without case asks for Unicode's tables, and a start waits for it. */
const bearer = (): RegExp => /\b(Bearer)\s+[\w.~+/=-]{16,}/giu;

/** A classic API key (from source: the pattern of detect-secrets, 64 lower-case letters and digits). */
const classicKey = /(?<![A-Za-z0-9])[A-Za-z0-9]{64}(?![A-Za-z0-9])/gu;

/** The value of a field or header whose name says that it is one: a refresh token has no shape of its own. */
const namedSecret =
	/((?:refresh|access)[_-]?token|api[_-]?key|passw(?:or)?d|passcode)(["']?\s*[:=]\s*["']?)[^\s"',&;}]{8,}/giu;

/** Replaces what has the shape of a key or a token, whoever printed it: nothing that is needed has one. */
export function maskShapes(text: string): string {
	return text
		.replace(webToken, placeholder)
		.replace(bearer(), `$1 ${placeholder}`)
		.replace(classicKey, placeholder)
		.replace(namedSecret, `$1$2${placeholder}`);
}

const longRun = /[\w+=-]{16,}/gu;
const longestNumber = 19;
const longestWord = 39;

/** Account and resource group ids, incident numbers: hexadecimal, which `redact` reads. */
const identifier = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/iu;

/** Exception classes and the like: `SoftLayer_Exception_User_Customer_Unauthorized`. */
const className = /^[A-Z][A-Za-z]*(?:_[A-Z][A-Za-z]*)+$/u;

/**
 * Replaces every long run that could be a secret in an encoding that nobody has thought of: for the words of
 * a command or request that was given one.
 *
 * @param given the command or request itself without its secrets: what stands in it is none.
 */
export function maskLongRuns(text: string, given: string): string {
	return text.replace(longRun, (run) => {
		const isLikely =
			(/\d/u.test(run) && (/[A-Za-z]/u.test(run) || run.length > longestNumber)) || run.length > longestWord;
		return isLikely && !identifier.test(run) && !className.test(run) && !given.includes(run)
			? placeholder
			: run;
	});
}
