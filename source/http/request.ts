import {readFile} from 'node:fs/promises';
import tls from 'node:tls';
import {cleanLine} from '../secrets/clean.ts';
import {protect, redact} from '../secrets/redact.ts';
import {Secret} from '../secrets/secret.ts';
import {checkAddress, type Checked} from './address.ts';
import {exchange, type Exchange, type RequestResult} from './exchange.ts';
import type {FailureReason} from './failure.ts';
import {proxyFor, type ProxyEnvironment} from './proxy.ts';

/** A header's value. Secrets are revealed only while the header is built. */
type HeaderValue =
	| string
	| Secret
	| {readonly kind: 'basic'; readonly username: string; readonly password: Secret}
	| {readonly kind: 'bearer'; readonly token: Secret};

export type Headers = Readonly<Record<string, HeaderValue>>;

/** How the connection is made; the same for every request of a session. */
export interface Connection {
	readonly proxyEnvironment: ProxyEnvironment;
	/** A PEM file with certificate authorities to trust in addition to Node's. */
	readonly certificateAuthority?: string | undefined;
	/** Milliseconds from the name look-up to the last byte; 60 s by default, as in the CLI. */
	readonly timeoutMs?: number;
	readonly signal?: AbortSignal | undefined;
}

export interface Request extends Connection {
	readonly method: Exchange['method'];
	/** Without secrets: an address that contains one is refused. */
	readonly url: string;
	readonly headers: Headers;
}

/**
 * Makes one request, once: no retry, no redirect followed (the key would go along), certificates always
 * verified, whatever `NODE_TLS_REJECT_UNAUTHORIZED` says. Never rejects. No result contains a secret of the
 * headers: the body is redacted, but otherwise as the server wrote it, neither trusted nor cleaned; words are
 * Node's own (English, technical), cleaned and redacted, and may be empty.
 */
export async function sendRequest(request: Request): Promise<RequestResult> {
	const values = {Accept: 'application/json', 'User-Agent': 'classic-credentials', ...request.headers};
	const headers = Object.entries<HeaderValue>(values).map(([name, value]) => ({name, ...partsOf(value)}));
	for (const {secret} of headers) {
		if (secret !== undefined) {
			protect(secret);
		}
	}

	const failure = (reason: FailureReason, words: string, mayHaveArrived = false): RequestResult => ({
		ok: false,
		reason,
		words: cleanLine(words),
		mayHaveArrived,
	});

	const address = checkAddress(request.url);
	if (!address.ok) {
		return failure('refused-url', address.words);
	}

	if (redact(request.url) !== request.url) {
		return failure('refused-url', 'the address contains a secret');
	}

	const unusable = headers.find(({text}) => !sendable.test(text));
	if (unusable !== undefined) {
		return failure('unusable-characters', `${unusable.name} cannot carry this value`);
	}

	const url = address.value;
	const proxy = proxyFor(url, request.proxyEnvironment);
	if (!proxy.ok) {
		return failure('refused-url', proxy.words);
	}

	const authorities = await certificateAuthorities(request.certificateAuthority);
	if (!authorities.ok) {
		return failure('tls', authorities.words);
	}

	const ending = await exchange({
		url,
		method: request.method,
		headers: new Map(headers.map(({name, text}) => [name, text])),
		proxy: proxy.value,
		certificates: authorities.value,
		timeoutMs: request.timeoutMs ?? 60_000,
		signal: request.signal,
	});
	return ending.ok
		? {...ending, body: redact(ending.body)}
		: failure(ending.reason, ending.words, ending.mayHaveArrived);
}

/**
 * Returns Node's authorities and those in the file: a company's own authority is added, and replaces none.
 * Without a file, returns undefined, which is Node's own choice (`NODE_EXTRA_CA_CERTS` included).
 */
async function certificateAuthorities(
	path: string | undefined,
): Promise<Checked<readonly string[] | undefined>> {
	if (path === undefined) {
		return {ok: true, value: undefined};
	}

	try {
		const additional = await readFile(path, 'utf8');
		if (!additional.includes('-----BEGIN CERTIFICATE-----')) {
			return {ok: false, words: `${path}: no certificate in PEM form`};
		}

		return {ok: true, value: [...tls.getCACertificates('default'), additional]};
	} catch (error) {
		return {ok: false, words: error instanceof Error ? error.message : `${path}: cannot be read`};
	}
}

/**
 * Visible ASCII, spaces only inside. A line break would begin another header; servers differ in how they read
 * anything beyond ASCII, and spaces at the ends are cut off: the service would get another key than given.
 */
const sendable = /^[!-~](?:[ -~]*[!-~])?$/;

/** Returns a value as it is sent, empty if it cannot be, and the secret in it. */
function partsOf(value: HeaderValue): {readonly text: string; readonly secret?: Secret} {
	if (typeof value === 'string') {
		return {text: value};
	}

	if (value instanceof Secret) {
		return {text: value.reveal(), secret: value};
	}

	if (value.kind === 'bearer') {
		// The CLI hands out tokens with "Bearer " in front, and so does its configuration file.
		const token = value.token.reveal().trim();
		const secret = new Secret(token.replace(/^bearer\s+/i, ''));
		return {text: `Bearer ${secret.reveal()}`, secret};
	}

	const {username, password: secret} = value;
	const pair = Buffer.from(`${username}:${secret.reveal()}`).toString('base64');
	// A colon ends the user name in HTTP Basic: with one inside it, the key would begin too early.
	return {text: username.includes(':') ? '' : `Basic ${pair}`, secret};
}
