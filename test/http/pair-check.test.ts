import assert from 'node:assert/strict';
import type {ServerResponse} from 'node:http';
import {test, type TestContext} from 'node:test';
import {pairCheckEndpoint} from '../../source/http/address.ts';
import {checkPair, type PairCheck} from '../../source/http/pair-check.ts';
import {apiKey, assertNothingPlanted, plantedKey, username} from './secrets.ts';
import {authorityPath, closedPort, startServer} from './servers.ts';

async function check(
	endpoint: string,
	more: Partial<Parameters<typeof checkPair>[0]> = {},
): Promise<PairCheck> {
	const result = await checkPair({username, apiKey, endpoint, proxyEnvironment: {}, ...more});
	assertNothingPlanted(result);
	return result;
}

/** The check against a server that answers with this status and body. */
async function answered(context: TestContext, status: number, body: string): Promise<PairCheck> {
	const server = await startServer(context, (response: ServerResponse) =>
		response.writeHead(status).end(body),
	);
	return check(server.url);
}

void test('a valid pair says which account it opens', async (context) => {
	const server = await startServer(
		context,
		(response) => response.end('{"id": 1234567, "companyName": "x"}'),
		'loopback',
	);
	const result = await check(`${server.url}/rest/v3.1/`, {certificateAuthority: authorityPath});
	assert.deepEqual(result, {kind: 'valid', account: '1234567'});
	const [received] = server.received;
	assert.equal(received?.method, 'GET');
	assert.equal(received?.url, '/rest/v3.1/SoftLayer_Account/getObject.json');
	assert.equal(
		received?.headers.authorization,
		`Basic ${Buffer.from(`${username}:${plantedKey}`).toString('base64')}`,
	);
});

void test('an account number is digits, or there is none', async (context) => {
	assert.deepEqual(await answered(context, 200, '{"id": "1234567"}'), {kind: 'valid', account: '1234567'});
	for (const body of [
		'{}',
		'{"id": -1}',
		'{"id": 1.5}',
		'{"id": 1e30}',
		'{"id": "12\\u001b[31m"}',
		'{"id": null}',
		'{"id": [1]}',
	]) {
		assert.deepEqual(await answered(context, 200, body), {kind: 'valid'}, body);
	}
});

void test('401 and 403 refuse the pair, with the words of the API', async (context) => {
	const body = '{"error": "Invalid API token.", "code": "SoftLayer_Exception_InvalidLegacyToken"}';
	for (const status of [401, 403]) {
		assert.deepEqual(await answered(context, status, body), {kind: 'refused', words: 'Invalid API token.'});
	}

	assert.deepEqual(await answered(context, 401, '<html>'), {kind: 'refused', words: ''});
	assert.equal((await answered(context, 403, ' <html>blocked</html>')).kind, 'skipped');
});

void test('words of the server are cleaned, redacted and short', async (context) => {
	const split = [...plantedKey].join('\u200B');
	const error = `\u001B[31mred\u001B]0;title\u0007 \u202Eright\nnext\0 ${plantedKey} ${split} ${'é'.repeat(10_000)}`;
	const result = await answered(context, 401, JSON.stringify({error}));
	assert.ok(result.kind === 'refused');
	assert.match(result.words, /^red right next \[secret\] \[secret\] é+…$/);
	assert.equal(result.words.length, 300);
	const escaped = [...plantedKey].map((letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join('');
	assert.deepEqual(await answered(context, 401, `{"error": "${escaped}"}`), {
		kind: 'refused',
		words: '[secret]',
	});
});

void test('anything else says nothing about the pair: the check is skipped with its reason', async (context) => {
	for (const [status, body, reason] of [
		[500, '{"error": "down"}', 'service-unavailable'],
		[503, '<html>', 'service-unavailable'],
		[429, '', 'rate-limited'],
		[302, '', 'redirected'],
		[404, '{"error": "no such service"}', 'unreadable'],
		[200, '<html>log in to the hotel</html>', 'unreadable'],
		[200, '{"id": 1234', 'unreadable'],
		[200, '[]', 'unreadable'],
		[200, 'null', 'unreadable'],
		[200, '"1234567"', 'unreadable'],
		[200, '{"error": "wrong"}', 'unreadable'],
		[204, '', 'unreadable'],
		[200, 'x'.repeat(10_000_000), 'answer-too-large'],
	] as const) {
		const result = await answered(context, status, status === 204 ? '' : body);
		assert.ok(result.kind === 'skipped', `${status} ${body.slice(0, 20)}`);
		assert.equal(result.reason, reason, `${status} ${body.slice(0, 20)}`);
	}
});

void test('no connection, no time, no trust, no usable name: skipped', async (context) => {
	const silent = await startServer(context, () => undefined);
	const untrusted = await startServer(context, (response) => response.end('{"id": 1}'), 'loopback');
	for (const [result, reason] of [
		[await check(`http://127.0.0.1:${await closedPort()}`), 'network'],
		[await check(silent.url, {timeoutMs: 100}), 'timed-out'],
		[await check(silent.url, {signal: AbortSignal.timeout(100)}), 'cancelled'],
		[await check(untrusted.url), 'tls'],
		[await check('http://classic.test/rest/v3.1'), 'refused-url'],
		[await check('not an address'), 'refused-url'],
		[await check(silent.url, {username: 'a:b'}), 'unusable-characters'],
	] as const) {
		assert.ok(result.kind === 'skipped');
		assert.equal(result.reason, reason);
	}
});

void test('the endpoint comes from ENV_SL_API_ENDPOINT, and a foreign host is told apart', () => {
	assert.deepEqual(pairCheckEndpoint({}), {
		url: 'https://api.softlayer.com/rest/v3.1',
		host: 'api.softlayer.com',
		isIbm: true,
	});
	assert.deepEqual(pairCheckEndpoint({ENV_SL_API_ENDPOINT: ' '}), pairCheckEndpoint({}));
	assert.deepEqual(pairCheckEndpoint({ENV_SL_API_ENDPOINT: 'http://127.0.0.1:8080/rest/v3.1/'}), {
		url: 'http://127.0.0.1:8080/rest/v3.1',
		host: '127.0.0.1:8080',
		isIbm: false,
	});
	for (const [host, isIbm] of [
		['api.service.softlayer.com', true],
		['API.SoftLayer.com.', true],
		['x.cloud.ibm.com', true],
		['ibm.com', true],
		['softlayer.com.evil.test', false],
		['evilsoftlayer.com', false],
		['api.softlayer.com@evil.test', false],
		['evil.test/api.softlayer.com', false],
	] as const) {
		assert.equal(pairCheckEndpoint({ENV_SL_API_ENDPOINT: `https://${host}/rest/v3.1`}).isIbm, isIbm, host);
	}

	assert.equal(pairCheckEndpoint({ENV_SL_API_ENDPOINT: 'api.softlayer.com/rest/v3.1'}).isIbm, false);
});
