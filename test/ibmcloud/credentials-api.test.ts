import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	getCredentialByApi,
	setCredentialByApi,
	unsetCredentialByApi,
	type CredentialToSet,
} from '../../source/ibmcloud/credentials-api.ts';
import type {CliError, Outcome} from '../../source/ibmcloud/types.ts';
import {writeOutcomeOf} from '../../source/ibmcloud/write-outcome.ts';
import {Secret} from '../../source/secrets/secret.ts';
import * as planted from '../http/secrets.ts';
import {authorityPath, startProxy, startServer} from '../http/servers.ts';

/** Returns everything a call needs, with this base address. */
function request(baseUrl: string, more: Partial<CredentialToSet> = {}): CredentialToSet {
	return {
		baseUrl,
		token: planted.token,
		refreshToken: planted.refreshToken,
		region: 'us-south',
		groupId: 'a'.repeat(32),
		username: planted.username,
		apiKey: planted.apiKey,
		proxyEnvironment: {},
		certificateAuthority: authorityPath,
		...more,
	};
}

/** Returns the error of an outcome, which must not contain a planted value. */
function errorOf(outcome: Outcome<unknown>): CliError {
	planted.assertNothingPlanted(outcome);
	assert.ok(!outcome.ok, 'expected an error');
	return outcome.error;
}

/** Reports whether a write that failed like this may have been carried out all the same. */
function mayHaveArrived(error: CliError): boolean {
	return writeOutcomeOf({ok: false, error}).kind === 'open';
}

void test('set: everything in headers, nothing in address or body, any 2xx is done', async (context) => {
	for (const [status, body] of [
		[204, ''],
		[200, '{}'],
		[202, '<html>'],
	] as const) {
		const server = await startServer(context, (response) => response.writeHead(status).end(body), 'loopback');
		assert.equal((await setCredentialByApi(request(`${server.url}/global`))).ok, true);
		assert.equal(server.received.length, 1);
		const [received] = server.received;
		assert.equal(received?.method, 'POST');
		assert.equal(received?.url, '/global/v1/credentials');
		assert.equal(received?.body, '');
		const {host: _host, connection: _connection, ...headers} = received?.headers ?? {};
		assert.deepEqual(headers, {
			accept: 'application/json',
			authorization: `Bearer ${planted.plantedToken}`,
			'content-length': '0',
			'user-agent': 'classic-credentials',
			'x-auth-refresh-token': planted.plantedRefreshToken,
			'x-auth-resource-group': 'a'.repeat(32),
			'x-auth-softlayer-apikey': planted.plantedKey,
			'x-auth-softlayer-username': planted.username,
			'x-region': 'us-south',
		});
	}
});

void test('set: a token with "Bearer" before it is the same token; what is not known is not sent', async (context) => {
	const server = await startServer(context, (response) => response.end(), 'loopback');
	const {refreshToken: _refreshToken, ...rest} = request(server.url);
	const bearer = new Secret(`Bearer ${planted.plantedToken}`);
	assert.equal((await setCredentialByApi({...rest, token: bearer})).ok, true);
	const [received] = server.received;
	assert.equal(received?.headers.authorization, `Bearer ${planted.plantedToken}`);
	assert.equal(received?.headers['x-auth-refresh-token'], undefined);
});

void test('set: the error of the service comes back with code and words, without what it repeats of ours', async (context) => {
	const server = await startServer(
		context,
		(response, {headers}) => {
			const description = `Bad \u001B[31mkey ${String(headers['x-auth-softlayer-apikey'])} ${String(headers.authorization)}`;
			const recoveryCLI = `Try again. ${String(headers['x-auth-refresh-token'])}`;
			response.writeHead(400).end(JSON.stringify({code: 'E0003', description, recoveryCLI, incidentID: 'x'}));
		},
		'loopback',
	);
	assert.deepEqual(errorOf(await setCredentialByApi(request(server.url))), {
		kind: 'api-declined',
		code: 'E0003',
		words: 'Bad key [secret] Bearer [secret]\nTry again. [secret]',
		command: `POST ${server.url}/v1/credentials`,
	});
});

void test('set: a code that is none, or that is a secret, is not taken', async (context) => {
	const shout = new Secret('ABCDEFGHIJKLMNOP');
	for (const code of ['ABCDEFGHIJKLMNOP', '\\u0041BCDEFGHIJKLMNOP', 'E 1', '', 'E0051\\u001b']) {
		const body = `{"code": "${code}", "description": 5}`;
		const server = await startServer(context, (response) => response.writeHead(500).end(body), 'loopback');
		assert.deepEqual(errorOf(await setCredentialByApi(request(server.url, {apiKey: shout}))), {
			kind: 'service-unavailable',
			words: '',
			command: `POST ${server.url}/v1/credentials`,
		});
	}
});

void test('a write is sent once, whatever happens to it', async (context) => {
	for (const write of [setCredentialByApi, unsetCredentialByApi]) {
		for (const [answer, kind] of [
			['destroy', 'api-no-answer'],
			['silence', 'api-no-answer'],
			['429', 'rate-limited'],
			['503', 'service-unavailable'],
			['307', 'api-no-answer'],
		] as const) {
			const server = await startServer(
				context,
				(response) => {
					if (answer === 'destroy') {
						response.destroy();
					} else if (answer !== 'silence') {
						response.writeHead(Number(answer), {Location: '/elsewhere', 'Retry-After': '0'}).end();
					}
				},
				'loopback',
			);
			const error = errorOf(
				await write(request(server.url, {timeoutMs: answer === 'silence' ? 2000 : 30_000})),
			);
			assert.equal(error.kind, kind);
			assert.equal(mayHaveArrived(error), true, answer);
			assert.equal(server.received.length, 1);
		}
	}
});

void test('a write has not been carried out where the service declines it; a page, or a status of "not now", leaves that open', async (context) => {
	for (const [status, body, isOpen] of [
		[400, '', false],
		[401, '{}', false],
		[403, '{"description": "no"}', false],
		[404, '{}', false],
		[413, '', false],
		[422, '{"code": "E0003"}', false],
		[403, '<html>a filter on the way</html>', true],
		[408, '{}', true],
		[409, '{}', true],
		[425, '', true],
		[429, '{"code": "E0003"}', true],
		[302, '', true],
		[500, '{"code": "E0003"}', true],
		[504, '<html>', true],
	] as const) {
		const server = await startServer(context, (response) => response.writeHead(status).end(body), 'loopback');
		const error = errorOf(await setCredentialByApi(request(server.url)));
		assert.equal(mayHaveArrived(error), isOpen, `${status} ${body}`);
	}
});

void test('set: an answer that names the refresh token asks for it, unless it was sent', async (context) => {
	const body = '{"code": "E0000", "description": "The header x-auth-refresh-token is missing."}';
	const server = await startServer(context, (response) => response.writeHead(400).end(body), 'loopback');
	const {refreshToken: _refreshToken, ...without} = request(server.url);
	assert.equal(errorOf(await setCredentialByApi(without)).kind, 'api-wants-refresh-token');
	assert.equal(errorOf(await setCredentialByApi(request(server.url))).kind, 'api-declined');
});

void test('unset: where none is set, nothing is left to do', async (context) => {
	const body = '{"code": "E0051", "description": "The user credentials could not be found."}';
	const server = await startServer(context, (response) => response.writeHead(404).end(body), 'loopback');
	assert.equal((await unsetCredentialByApi(request(server.url))).ok, true);
});

void test('set: what a header cannot carry is refused before anything is sent', async (context) => {
	const server = await startServer(context, (response) => response.end(), 'loopback');
	for (const more of [
		{username: 'a\r\nX-Region: eu-de'},
		{username: '用户'},
		{username: ''},
		{apiKey: new Secret(`${planted.plantedKey}\n`)},
		{apiKey: new Secret(`${planted.plantedKey}鍵`)},
		{region: 'us-south\r\n'},
	]) {
		const error = errorOf(await setCredentialByApi(request(server.url, more)));
		assert.equal(error.kind, 'api-not-sent');
		assert.match(error.words, /cannot carry this value/u);
	}

	assert.equal(server.received.length, 0);
});

void test('set: without the authority the server is not trusted; plain http leaves this machine never', async (context) => {
	const server = await startServer(context, (response) => response.end(), 'loopback');
	const {certificateAuthority: _certificateAuthority, ...rest} = request(server.url);
	for (const [call, words] of [
		[rest, /certificate/u],
		[request('http://classic.test/global'), /is not encrypted/u],
	] as const) {
		const error = errorOf(await setCredentialByApi(call));
		assert.equal(error.kind, 'api-not-sent');
		assert.match(error.words, words);
	}

	assert.equal(server.received.length, 0);
});

void test('set: through the proxy', async (context) => {
	const server = await startServer(context, (response) => response.writeHead(204).end(), 'loopback');
	const proxy = await startProxy(context, server);
	const outcome = await setCredentialByApi(
		request('https://classic.test/global', {proxyEnvironment: {HTTPS_PROXY: proxy.url}}),
	);
	assert.equal(outcome.ok, true);
	assert.equal(proxy.connects[0]?.target, 'classic.test:443');
	assert.equal(server.received[0]?.headers['x-auth-softlayer-apikey'], planted.plantedKey);
});

void test('get: set, none, and not readable; the key is not sent along', async (context) => {
	const none =
		'{"code": "E0051", "description": "The user credentials could not be found.", "type": "General"}';
	for (const [status, body, expected] of [
		[200, '{"apiUser": "7654321_infra.admin@example.com"}', '7654321_infra.admin@example.com'],
		[200, `{"apiUser": "a ${planted.plantedToken}"}`, 'a [secret]'],
		[404, none, null],
	] as const) {
		const server = await startServer(context, (response) => response.writeHead(status).end(body), 'loopback');
		const outcome = await getCredentialByApi(request(server.url));
		planted.assertNothingPlanted(outcome);
		assert.deepEqual(outcome, {ok: true, value: expected});
		assert.equal(server.received[0]?.method, 'GET');
		assert.equal(server.received[0]?.headers['x-region'], 'us-south');
		assert.equal(server.received[0]?.headers['x-auth-softlayer-apikey'], undefined);
	}

	for (const [status, body, kind] of [
		[404, '<html>', 'api-no-answer'],
		[404, '{}', 'api-declined'],
		[400, none, 'api-declined'],
		[401, none, 'session-expired'],
		[200, '<html>', 'api-no-answer'],
		[200, '', 'api-no-answer'],
		[200, '{}', 'api-no-answer'],
		[200, '{"apiUser": 5}', 'api-no-answer'],
		[200, '{"apiUser": " "}', 'api-no-answer'],
		[200, '{"apiUser": "a\\u0007b"}', 'api-no-answer'],
	] as const) {
		const server = await startServer(context, (response) => response.writeHead(status).end(body), 'loopback');
		const outcome = await getCredentialByApi(request(server.url));
		planted.assertNothingPlanted(outcome);
		assert.equal(errorOf(outcome).kind, kind);
	}
});

void test('unset: any 2xx is done', async (context) => {
	const server = await startServer(context, (response) => response.writeHead(204).end(), 'loopback');
	assert.equal((await unsetCredentialByApi(request(server.url))).ok, true);
	assert.equal(server.received[0]?.method, 'DELETE');
	assert.equal(server.received[0]?.headers['x-auth-softlayer-apikey'], undefined);
});
