import {cleanSentence} from '../secrets/clean.ts';
import {parseObject} from '../secrets/json.ts';
import {redact} from '../secrets/redact.ts';
import type {Secret} from '../secrets/secret.ts';
import {joinAddress} from './address.ts';
import type {FailureReason} from './failure.ts';
import {sendRequest, type Connection} from './request.ts';

/** Why nothing is known about the pair. */
export type PairCheckSkip =
	| FailureReason
	/** Set by callers that decide not to check: the session has a private endpoint, or `--no-pair-check`. */
	| 'private-endpoint'
	| 'turned-off'
	| 'rate-limited'
	| 'service-unavailable'
	/** The answer redirects elsewhere; the key does not follow. */
	| 'redirected'
	/** Not the API's answer: a portal's page, another API, half an answer. */
	| 'unreadable';

/** What the classic API says about a pair. The words are the server's or the library's, and safe to show. */
export type PairCheck =
	/** `account` is the number of the classic account that the pair opens, if the answer has it. */
	| {readonly kind: 'valid'; readonly account?: string}
	/** A wrong pair, or an address that this user may not use; only prose tells them apart. */
	| {readonly kind: 'refused'; readonly words: string}
	| {readonly kind: 'skipped'; readonly reason: PairCheckSkip; readonly words: string};

interface PairCheckRequest extends Connection {
	readonly username: string;
	readonly apiKey: Secret;
	/** The API's base, from `pairCheckEndpoint`. */
	readonly endpoint: string;
}

/**
 * Asks the classic API whether the pair is valid and which account it opens: `SoftLayer_Account/getObject`
 * with HTTP Basic (documented: SLDN; from source: detect-secrets takes 200 as valid). That 401 means refused
 * is inferred, and so is 403. Never rejects.
 */
export async function checkPair(pair: PairCheckRequest): Promise<PairCheck> {
	const result = await sendRequest({
		timeoutMs: 10_000,
		...pair,
		method: 'GET',
		url: joinAddress(pair.endpoint, '/SoftLayer_Account/getObject.json'),
		headers: {Authorization: {kind: 'basic', username: pair.username, password: pair.apiKey}},
	});
	return result.ok
		? readAnswer(result.status, result.body, pair.username)
		: {kind: 'skipped', reason: result.reason, words: result.words};
}

function readAnswer(status: number, body: string, username: string): PairCheck {
	const answer = parseObject(body);
	const error = typeof answer?.['error'] === 'string' ? cleanSentence(answer['error'], username) : '';
	if (status === 200 && answer !== undefined && error === '') {
		const account = accountNumber(answer['id']);
		return account === undefined ? {kind: 'valid'} : {kind: 'valid', account};
	}

	// A 403 with a page is from a filter on the way (the API answers in JSON), and says nothing about the pair.
	if (status === 401 || (status === 403 && !body.trimStart().startsWith('<'))) {
		return {kind: 'refused', words: error};
	}

	return {kind: 'skipped', reason: skipReason(status), words: error === '' ? `HTTP ${status}` : error};
}

function skipReason(status: number): PairCheckSkip {
	if (status >= 500) {
		return 'service-unavailable';
	}

	return status === 429 ? 'rate-limited' : status >= 300 && status < 400 ? 'redirected' : 'unreadable';
}

function accountNumber(id: unknown): string | undefined {
	const text = typeof id === 'number' ? String(id) : id;
	return typeof text === 'string' && /^\d{1,12}$/.test(text) && redact(text) === text ? text : undefined;
}
