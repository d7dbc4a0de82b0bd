import {cleanLine, cleanSentence} from '../secrets/clean.ts';
import {parseObject} from '../secrets/json.ts';
import {redact} from '../secrets/redact.ts';
import type {Secret} from '../secrets/secret.ts';
import {joinAddress} from './address.ts';
import type {FailureReason} from './failure.ts';
import type {Headers} from './headers.ts';
import {sendRequest, type Connection, type Request} from './request.ts';

/** One scope as the API is asked about it. */
export interface CredentialsApiScope extends Connection {
	readonly baseUrl: string;
	/** The IAM access token, with or without "Bearer " before it. */
	readonly token: Secret;
	readonly region: string;
	/** The resource group's id. Always sent: without it the account's default one is meant (inferred). */
	readonly groupId: string;
}

export interface CredentialToSet extends CredentialsApiScope {
	readonly username: string;
	readonly apiKey: Secret;
	/** Required by IBM's description, sent by one client of two, kept there: only where asked for. */
	readonly refreshToken?: Secret | undefined;
}

/** Why a call did nothing that can be relied on. */
export interface CredentialsApiError {
	/** `answered`: the service said no, see `status`. `redirected`: key and token do not follow. */
	readonly reason: FailureReason | 'answered' | 'redirected' | 'unreadable';
	readonly status?: number;
	/** IBM's error code (`E0051`) where one came. */
	readonly code?: string;
	/** The service's or the library's own words, safe to show, one sentence a line; may be empty. */
	readonly words: string;
	/** True where a write may have been carried out all the same: read back, never repeat. */
	readonly mayHaveArrived: boolean;
	/** True where the answer names the header of the refresh token, which was not sent. */
	readonly wantsRefreshToken?: boolean;
}

export type CredentialsApiOutcome<Value> =
	| {readonly ok: true; readonly value: Value}
	| {readonly ok: false; readonly error: CredentialsApiError};

/** What is set. */
export type StoredCredential = {readonly kind: 'none'} | {readonly kind: 'set'; readonly username: string};

/**
 * Stores a pair for a scope: `POST /v1/credentials` without a body, everything in headers. Any 2xx counts as
 * done (from source: 204 and 200 in the tests of two clients; the real one is unknown). Never repeated.
 *
 * Headers: `Authorization`, `X-Region`, `X-Auth-Softlayer-Username`, `X-Auth-Softlayer-APIKey`: documented,
 * and in both clients. `X-Auth-Resource-Group`: from source (bluemix-go only). `X-Auth-Refresh-Token`: from
 * source, sent by one of the two. `Content-Length: 0`: inferred.
 */
export async function setCredentialByApi(
	credential: CredentialToSet,
): Promise<CredentialsApiOutcome<undefined>> {
	const outcome = await call('POST', credential, {
		'X-Auth-Softlayer-Username': credential.username,
		'X-Auth-Softlayer-APIKey': credential.apiKey,
		...(credential.refreshToken === undefined ? {} : {'X-Auth-Refresh-Token': credential.refreshToken}),
	});
	return outcome.ok ? {ok: true, value: undefined} : outcome;
}

/**
 * Removes what is set in a scope: `DELETE /v1/credentials` (from source). Any 2xx counts as done, and so does
 * the answer that none is set. Never repeated.
 */
export async function unsetCredentialByApi(
	scope: CredentialsApiScope,
): Promise<CredentialsApiOutcome<undefined>> {
	const outcome = await call('DELETE', scope, {});
	return outcome.ok || isNoneSet(outcome.error) ? {ok: true, value: undefined} : outcome;
}

/**
 * Reads what is set in a scope: `GET /v1/credentials`, answered by `{"apiUser": ...}` (from source). "None"
 * is 404 with E0051 (inferred); a 404 without that code is an error, it can come from anywhere.
 */
export async function getCredentialByApi(
	scope: CredentialsApiScope,
): Promise<CredentialsApiOutcome<StoredCredential>> {
	const outcome = await call('GET', scope, {});
	if (!outcome.ok) {
		return isNoneSet(outcome.error) ? {ok: true, value: {kind: 'none'}} : outcome;
	}

	const name = parseObject(outcome.value)?.['apiUser'];
	const username = typeof name === 'string' ? name.trim() : '';
	// A name that cleaning would change is not the name.
	return username === '' || cleanLine(username) !== username
		? {ok: false, error: {reason: 'unreadable', words: '', mayHaveArrived: true}}
		: {ok: true, value: {kind: 'set', username}};
}

function isNoneSet({status, code}: CredentialsApiError): boolean {
	return status === 404 && code === 'E0051';
}

/** The body of a 2xx answer, or the error. */
async function call(
	method: Request['method'],
	scope: CredentialsApiScope & Partial<CredentialToSet>,
	headers: Headers,
): Promise<CredentialsApiOutcome<string>> {
	const result = await sendRequest({
		...scope,
		method,
		url: joinAddress(scope.baseUrl, '/v1/credentials'),
		headers: {
			Accept: 'application/json',
			Authorization: {kind: 'bearer', token: scope.token},
			'User-Agent': 'classic-credentials',
			'X-Region': scope.region,
			'X-Auth-Resource-Group': scope.groupId,
			...headers,
		},
	});
	if (!result.ok) {
		const {reason, words, mayHaveArrived} = result;
		return {ok: false, error: {reason, words, mayHaveArrived}};
	}

	return result.status >= 200 && result.status < 300
		? {ok: true, value: result.body}
		: {ok: false, error: readError(result.status, result.body, scope)};
}

/** The service's `ErrorResponse` (from source): description, and the remedy as the CLI says it (inferred). */
function readError(
	status: number,
	body: string,
	{username = '', region, groupId, refreshToken}: CredentialsApiScope & Partial<CredentialToSet>,
): CredentialsApiError {
	const given = [username, region, groupId].join(' ');
	const answer = parseObject(body) ?? {};
	const sentences = [answer['description'], answer['recoveryCLI']].flatMap((sentence) =>
		typeof sentence === 'string' && sentence.trim() !== '' ? [cleanSentence(sentence, given)] : [],
	);
	const code = answer['code'];
	const isRedirected = status >= 300 && status < 400;
	// The service answers in JSON: a page is somebody's on the way.
	const isPage = body.trimStart().startsWith('<');
	return {
		reason: isRedirected ? 'redirected' : isPage && status < 500 ? 'unreadable' : 'answered',
		status,
		...(typeof code === 'string' && /^[A-Z]{1,8}[0-9A-Za-z]{1,8}$/.test(code) && redact(code) === code
			? {code}
			: {}),
		words: sentences.join('\n'),
		mayHaveArrived: isPage || !declines(status),
		...(refreshToken === undefined && /x-auth-refresh-token/i.test(body) ? {wantsRefreshToken: true} : {}),
	};
}

/**
 * Whether an answer with this status has not done what was asked: 4xx, but for those that a gateway gives, or
 * that say "not now" of something that may be under way (documented: RFC 9110, RFC 6585).
 */
function declines(status: number): boolean {
	return status >= 400 && status < 500 && ![408, 409, 425, 429].includes(status);
}
