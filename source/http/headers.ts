import {Secret} from '../secrets/secret.ts';

/** A header's value. Secret ones are revealed only while the header is built. */
export type HeaderValue =
	| string
	| Secret
	| {readonly kind: 'basic'; readonly username: string; readonly password: Secret}
	| {readonly kind: 'bearer'; readonly token: Secret};

export type Headers = Readonly<Record<string, HeaderValue>>;

/** Headers as they are sent, or the name of the header whose value cannot be sent. */
export type BuiltHeaders =
	| {readonly ok: true; readonly headers: Record<string, string>}
	| {readonly ok: false; readonly name: string};

/**
 * Only visible ASCII and spaces within. A line break would begin another header; anything beyond ASCII is
 * read differently by different servers, and spaces at the ends are cut off on the way: the service would get
 * another key than the operator gave.
 */
const sendable = /^[!-~](?:[ -~]*[!-~])?$/;

/** Builds the headers, with the secrets in them: for the client alone, never for words or errors. */
export function buildHeaders(values: Headers): BuiltHeaders {
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(values)) {
		const text = headerText(value);
		if (text === undefined || !sendable.test(text)) {
			return {ok: false, name};
		}

		headers[name] = text;
	}

	return {ok: true, headers};
}

/** The secrets that a set of headers carries, for redaction. */
export function secretsIn(values: Headers): readonly Secret[] {
	return Object.values(values).flatMap((value) => {
		if (typeof value === 'string') {
			return [];
		}

		if (value instanceof Secret) {
			return [value];
		}

		return [value.kind === 'basic' ? value.password : withoutScheme(value.token)];
	});
}

function headerText(value: HeaderValue): string | undefined {
	if (typeof value === 'string') {
		return value;
	}

	if (value instanceof Secret) {
		return value.reveal();
	}

	if (value.kind === 'bearer') {
		return `Bearer ${withoutScheme(value.token).reveal()}`;
	}

	// A colon ends the user name in HTTP Basic: with one inside, the key would begin too early.
	if (value.username.includes(':')) {
		return undefined;
	}

	return `Basic ${Buffer.from(`${value.username}:${value.password.reveal()}`).toString('base64')}`;
}

/** The CLI hands out tokens with "Bearer " before them, its configuration file too; other sources do not. */
function withoutScheme(token: Secret): Secret {
	return new Secret(
		token
			.reveal()
			.trim()
			.replace(/^bearer\s+/i, ''),
	);
}
