import {Secret} from '../secrets/secret.ts';
import type {Checked} from './address.ts';

/** A header's value. Secret ones are revealed only while the header is built. */
export type HeaderValue =
	| string
	| Secret
	| {readonly kind: 'basic'; readonly username: string; readonly password: Secret}
	| {readonly kind: 'bearer'; readonly token: Secret};

export type Headers = Readonly<Record<string, HeaderValue>>;

/**
 * Only visible ASCII and spaces within. A line break would begin another header; anything beyond ASCII is
 * read differently by different servers, and spaces at the ends are cut off on the way: the service would get
 * another key than the operator gave.
 */
const sendable = /^[!-~](?:[ -~]*[!-~])?$/;

/** Builds the headers, with the secrets in them: for the client alone, never for words or errors. */
export function buildHeaders(values: Headers): Checked<Record<string, string>> {
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(values)) {
		const {text} = partsOf(value);
		if (text === undefined || !sendable.test(text)) {
			return {ok: false, words: `${name} cannot carry this value`};
		}

		headers[name] = text;
	}

	return {ok: true, value: headers};
}

/** The secrets that a set of headers carries, for redaction. */
export function secretsIn(values: Headers): readonly Secret[] {
	return Object.values(values).flatMap((value) => partsOf(value).secret ?? []);
}

/** A value as it is sent, undefined where it cannot be, and the secret in it. */
function partsOf(value: HeaderValue): {readonly text: string | undefined; readonly secret?: Secret} {
	if (typeof value === 'string') {
		return {text: value};
	}

	if (value instanceof Secret) {
		return {text: value.reveal(), secret: value};
	}

	if (value.kind === 'bearer') {
		// The CLI hands out tokens with "Bearer " before them, its configuration file too; other sources do
		// not.
		const token = value.token.reveal().trim();
		const secret = new Secret(token.replace(/^bearer\s+/i, ''));
		return {text: `Bearer ${secret.reveal()}`, secret};
	}

	const {username, password: secret} = value;
	const pair = Buffer.from(`${username}:${secret.reveal()}`).toString('base64');
	// A colon ends the user name in HTTP Basic: with one inside, the key would begin too early.
	return {text: username.includes(':') ? undefined : `Basic ${pair}`, secret};
}
