import {joinAddress} from '../http/address.ts';
import {sendRequest, type Connection, type Headers, type Request} from '../http/request.ts';
import {cleanSentence} from '../secrets/clean.ts';
import {parseObject} from '../secrets/json.ts';
import {redact} from '../secrets/redact.ts';
import type {Secret} from '../secrets/secret.ts';
import {isNothingSet} from './error-row.ts';
import {present, usernameOf} from './parsers/fields.ts';
import type {CliError, Credential, ErrorKind, Outcome} from './types.ts';

interface ApiScope extends Connection {
	readonly baseUrl: string;
	/** The IAM access token, with or without "Bearer " before it. */
	readonly token: Secret;
	readonly region: string;
	/** The resource group's id. Always sent: without it the account's default group is meant (inferred). */
	readonly groupId: string;
}

export interface CredentialToSet extends ApiScope {
	readonly username: string;
	readonly apiKey: Secret;
	/** Required by IBM's description, sent by one client of two, kept by the service: set only if asked for. */
	readonly refreshToken?: Secret | undefined;
}

/**
 * Stores a pair for a scope: `POST /v1/credentials` without a body, all values in headers. Any 2xx means done
 * (from source: 204 and 200 in the tests of two clients; the real one is unknown). Never repeated.
 *
 * Headers: `Authorization`, `X-Region`, `X-Auth-Softlayer-Username`, `X-Auth-Softlayer-APIKey`: documented,
 * and in both clients. `X-Auth-Resource-Group`: from source (bluemix-go only). `X-Auth-Refresh-Token`: from
 * source, sent by one of the two. `Content-Length: 0`: inferred.
 */
export async function setCredentialByApi(credential: CredentialToSet): Promise<Outcome<unknown>> {
	return call('POST', credential, {
		'X-Auth-Softlayer-Username': credential.username,
		'X-Auth-Softlayer-APIKey': credential.apiKey,
		...(credential.refreshToken === undefined ? {} : {'X-Auth-Refresh-Token': credential.refreshToken}),
	});
}

/** Unsets a scope: `DELETE /v1/credentials` (from source). 2xx or none set means done. Never repeated. */
export async function unsetCredentialByApi(scope: ApiScope): Promise<Outcome<unknown>> {
	return call('DELETE', scope, {});
}

/** Reads a scope's credential: `GET /v1/credentials`, answered by `{"apiUser": ...}` (from source). */
export async function getCredentialByApi(scope: ApiScope): Promise<Outcome<Credential>> {
	const outcome = await call('GET', scope, {});
	if (!outcome.ok) {
		return outcome;
	}

	if (outcome.value === undefined) {
		return {ok: true, value: null};
	}

	const username = usernameOf(parseObject(outcome.value)?.['apiUser']);
	return username === undefined
		? {ok: false, error: {kind: 'api-no-answer', words: '', command: requestLine('GET', scope.baseUrl)}}
		: {ok: true, value: username};
}

function requestLine(method: Request['method'], baseUrl: string): string {
	return `${method} ${baseUrl}/v1/credentials`;
}

/**
 * Returns the body of a 2xx answer, or undefined if none is set: 404 with E0051 (inferred). A 404 without
 * that code is an error, since it can come from anywhere.
 */
async function call(
	method: Request['method'],
	scope: ApiScope & Partial<CredentialToSet>,
	headers: Headers,
): Promise<Outcome<string | undefined>> {
	const command = requestLine(method, scope.baseUrl);
	const result = await sendRequest({
		...scope,
		method,
		url: joinAddress(scope.baseUrl, '/v1/credentials'),
		headers: {
			Authorization: {kind: 'bearer', token: scope.token},
			'X-Region': scope.region,
			'X-Auth-Resource-Group': scope.groupId,
			...headers,
		},
	});
	if (!result.ok) {
		const {reason, words, mayHaveArrived} = result;
		const kind = mayHaveArrived ? 'api-no-answer' : 'api-not-sent';
		return {ok: false, error: {kind: reason === 'cancelled' ? reason : kind, words, command}};
	}

	const {status, body} = result;
	if (status >= 200 && status < 300) {
		return {ok: true, value: body};
	}

	const error = readError(status, body, scope);
	return method !== 'POST' && status === 404 && isNothingSet(error.code)
		? {ok: true, value: undefined}
		: {ok: false, error: {...error, command}};
}

/** Reads the service's `ErrorResponse` (from source): description, and remedy in CLI terms (inferred). */
function readError(
	status: number,
	body: string,
	{username = '', region, groupId, refreshToken}: ApiScope & Partial<CredentialToSet>,
): Omit<CliError, 'command'> {
	const given = [username, region, groupId].join(' ');
	const answer = parseObject(body) ?? {};
	const sentences = [answer['description'], answer['recoveryCLI']].flatMap((sentence) =>
		typeof sentence === 'string' && sentence.trim() !== '' ? [cleanSentence(sentence, given)] : [],
	);
	const code = answer['code'];
	const isCode =
		typeof code === 'string' && /^[A-Z]{1,8}[0-9A-Za-z]{1,8}$/.test(code) && redact(code) === code;
	return {
		kind: kindOf(status, body, refreshToken === undefined),
		words: sentences.join('\n'),
		...present({code: isCode ? code : undefined}),
	};
}

/**
 * Classifies an answer other than 2xx. That 401 means an expired session and 403 a missing role is inferred.
 * Only a 4xx means that nothing was done, unless a gateway sends it or it says "not now" about something that
 * may be under way (documented: RFC 9110, RFC 6585).
 */
function kindOf(status: number, body: string, isWithoutRefreshToken: boolean): ErrorKind {
	if (status >= 500) {
		return 'service-unavailable';
	}

	// The service answers in JSON: a page comes from something on the way.
	if (status < 400 || [408, 409, 425].includes(status) || body.trimStart().startsWith('<')) {
		return 'api-no-answer';
	}

	if (status === 429) {
		return 'rate-limited';
	}

	if (isWithoutRefreshToken && /x-auth-refresh-token/i.test(body)) {
		return 'api-wants-refresh-token';
	}

	return status === 401 ? 'session-expired' : status === 403 ? 'role-too-low' : 'api-declined';
}
