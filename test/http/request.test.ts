import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import net from 'node:net';
import {test} from 'node:test';
import tls from 'node:tls';
import type {RequestResult} from '../../source/http/exchange.ts';
import {proxyFor} from '../../source/http/proxy.ts';
import {sendRequest, type Request} from '../../source/http/request.ts';
import {Secret} from '../../source/secrets/secret.ts';
import {apiKey, assertNothingPlanted, plantedKey, plantedSpellings, username} from './secrets.ts';
import {authorityPath, closedPort, listen, startProxy, startServer} from './servers.ts';

/** A GET with the planted key; every test gives its own address and environment, never this process's. */
async function get(url: string, more: Partial<Request> = {}): Promise<RequestResult> {
	const result = await sendRequest({
		method: 'GET',
		url,
		headers: {Authorization: {kind: 'basic', username, password: apiKey}},
		proxyEnvironment: {},
		timeoutMs: 5000,
		...more,
	});
	assertNothingPlanted(result);
	return result;
}

/** Returns the failure that a result has to be. */
function failure(result: RequestResult): Extract<RequestResult, {ok: false}> {
	assert.ok(!result.ok, 'expected a failure');
	return result;
}

void test('the answer comes back with its status, and the key went in the header only', async (context) => {
	const server = await startServer(context, (response) => response.writeHead(418).end('{"a": "é"}'));
	const result = await get(`${server.url}/a/b?c=d`);
	assert.deepEqual(result, {ok: true, status: 418, body: '{"a": "é"}'});
	assert.equal(server.received[0]?.url, '/a/b?c=d');
	const expected = Buffer.from(`${username}:${plantedKey}`).toString('base64');
	assert.equal(server.received[0]?.headers.authorization, `Basic ${expected}`);
});

void test('https is verified against the additional authority', async (context) => {
	const server = await startServer(context, (response) => response.end('yes'), 'loopback');
	const result = await get(server.url, {certificateAuthority: authorityPath});
	assert.deepEqual(result, {ok: true, status: 200, body: 'yes'});
});

void test('a certificate that does not verify is refused, and nothing is sent', async (context) => {
	const unknown = await startServer(context, (response) => response.end('yes'), 'loopback');
	const misnamed = await startServer(context, (response) => response.end('yes'), 'other-name');
	for (const [server, certificateAuthority] of [
		[unknown, undefined],
		[misnamed, authorityPath],
	] as const) {
		const {reason, words, mayHaveArrived} = failure(await get(server.url, {certificateAuthority}));
		assert.equal(reason, 'tls');
		assert.match(words, /UNABLE_TO|ALTNAME/);
		assert.equal(mayHaveArrived, false);
		assert.equal(server.received.length, 0);
	}
});

void test('a server that has not proven who it is gets no byte of the request', async (context) => {
	const heard: string[] = [];
	const pem = readFileSync(authorityPath.replace('authority.pem', 'loopback.pem'));
	const server = tls.createServer({cert: pem, key: pem}, (socket) => {
		socket.on('error', () => undefined);
		socket.on('data', (chunk) => {
			heard.push(chunk.toString());
			socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
		});
	});
	const url = `https://127.0.0.1:${await listen(context, server)}`;
	assert.equal(failure(await get(url)).reason, 'tls');
	// One that has proven its identity does hear something: the connection before is over by then.
	assert.ok((await get(url, {certificateAuthority: authorityPath})).ok);
	assert.equal(heard.length, 1);
	assert.match(heard[0] ?? '', /^GET \/ HTTP\/1\.1\r\n/);
});

void test('an authority file that is missing or holds no certificate is said', async () => {
	for (const certificateAuthority of [
		'/nowhere/authority.pem',
		import.meta.filename.replace('request.test', 'servers'),
	]) {
		assert.equal(failure(await get('https://127.0.0.1:9', {certificateAuthority})).reason, 'tls');
	}
});

void test('plain http leaves this machine never; an address with a secret or a login in it is refused', async () => {
	for (const url of [
		'http://example.test/',
		'http://10.0.0.1/',
		'http://127.0.0.1.example.test/',
		'http://localhost.example.test/',
		'http://[::ffff:127.0.0.1]/',
		'ftp://127.0.0.1/',
		'127.0.0.1',
		'',
		'https://user:word@127.0.0.1/',
		`https://127.0.0.1/?key=${plantedKey}`,
		`https://127.0.0.1/${plantedKey.slice(0, 32)}`,
	]) {
		const {reason, mayHaveArrived} = failure(await get(url));
		assert.equal(reason, 'refused-url', url);
		assert.equal(mayHaveArrived, false);
	}
});

void test('a server that never answers meets the time limit', async (context) => {
	const server = await startServer(context, () => undefined);
	const {reason, mayHaveArrived} = failure(await get(server.url, {timeoutMs: 100}));
	assert.equal(reason, 'timed-out');
	assert.equal(mayHaveArrived, true);
});

void test('a server that begins and never ends meets the time limit', async (context) => {
	const server = await startServer(context, (response) => {
		response.writeHead(200).write('{"id":');
	});
	assert.equal(failure(await get(server.url, {timeoutMs: 100})).reason, 'timed-out');
});

void test('a signal cancels, before and during', async (context) => {
	const controller = new AbortController();
	const server = await startServer(context, () => {
		controller.abort(new Error(plantedKey));
	});
	assert.equal(failure(await get(server.url, {signal: AbortSignal.abort()})).reason, 'cancelled');
	assert.equal(server.received.length, 0);
	const {reason, mayHaveArrived} = failure(await get(server.url, {signal: controller.signal}));
	assert.equal(reason, 'cancelled');
	assert.equal(mayHaveArrived, true);
});

void test('nobody listening, a broken connection and a strange protocol are network failures', async (context) => {
	const refused = failure(await get(`http://127.0.0.1:${await closedPort()}`));
	assert.equal(refused.reason, 'network');
	assert.match(refused.words, /ECONNREFUSED/);
	assert.equal(refused.mayHaveArrived, false);
	const broken = await startServer(context, (response) => response.destroy());
	const afterwards = failure(await get(broken.url));
	assert.equal(afterwards.reason, 'network');
	assert.equal(afterwards.mayHaveArrived, true);
	const strange = net.createServer((socket) => {
		socket.on('error', () => undefined).end(`SSH-2.0 ${plantedKey}\r\n`);
	});
	assert.equal(failure(await get(`http://127.0.0.1:${await listen(context, strange)}`)).reason, 'network');
});

void test('10 MB, in the body or in a header, are not taken', async (context) => {
	const body = await startServer(context, (response) => response.end('x'.repeat(10_000_000)));
	assert.equal(failure(await get(body.url)).reason, 'answer-too-large');
	const header = net.createServer((socket) => {
		socket.on('error', () => undefined);
		socket.write(`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(10_000_000)}`);
	});
	const url = `http://127.0.0.1:${await listen(context, header)}`;
	assert.equal(failure(await get(url)).reason, 'answer-too-large');
	const proxyEnvironment = {HTTPS_PROXY: url};
	assert.equal(failure(await get('https://classic.test/', {proxyEnvironment})).reason, 'answer-too-large');
	const limit = await startServer(context, (response) => response.end('x'.repeat(64 * 1024)));
	assert.equal((await get(limit.url)).ok, true);
});

void test('a redirect is an answer: it is not followed, the key does not go along', async (context) => {
	const elsewhere = await startServer(context, (response) => response.end('caught'));
	const server = await startServer(context, (response) =>
		response.writeHead(302, {Location: elsewhere.url}).end(),
	);
	const result = await get(server.url);
	assert.ok(result.ok && result.status === 302);
	assert.equal(elsewhere.received.length, 0);
});

void test('a server that returns the key, in any spelling, gets it into no value', async (context) => {
	const server = await startServer(context, (response, {headers}) => {
		response.end([headers.authorization, ...plantedSpellings, encodeURIComponent(plantedKey)].join(' '));
	});
	const result = await get(server.url, {
		headers: {
			Authorization: {kind: 'basic', username, password: apiKey},
			'X-Others': new Secret(plantedSpellings.join(' ')),
		},
	});
	assert.ok(result.ok && result.body.includes('[secret]'));
});

void test('a value that a header cannot carry unchanged is refused before anything is sent', async (context) => {
	const server = await startServer(context, (response) => response.end());
	for (const value of ['a\r\nX-Other: b', 'a\nb', 'a\0b', 'schlüssel', '鍵', ' a', 'a ', '']) {
		for (const header of [value, new Secret(value)]) {
			const result = failure(await get(server.url, {headers: {'X-Value': header}}));
			assert.equal(result.reason, 'unusable-characters');
			assert.match(result.words, /X-Value/);
		}
	}

	const colon = {Authorization: {kind: 'basic', username: 'a:b', password: apiKey}} as const;
	assert.equal(failure(await get(server.url, {headers: colon})).reason, 'unusable-characters');
	assert.equal(server.received.length, 0);
});

void test('https goes through the proxy that the environment names, verified end to end', async (context) => {
	const server = await startServer(context, (response) => response.end('reached'), 'loopback');
	const proxy = await startProxy(context, server);
	const encrypted = await startProxy(context, server, {});
	for (const proxyEnvironment of [
		{HTTPS_PROXY: proxy.url},
		{https_proxy: proxy.url},
		{HTTP_PROXY: proxy.url},
		{HTTPS_PROXY: proxy.url.replace('http://', ''), NO_PROXY: 'other.test'},
		{HTTPS_PROXY: encrypted.url},
	]) {
		const result = await get('https://classic.test/', {
			proxyEnvironment,
			certificateAuthority: authorityPath,
		});
		assert.deepEqual(result, {ok: true, status: 200, body: 'reached'});
	}

	assert.deepEqual(new Set(proxy.connects.map(({target}) => target)), new Set(['classic.test:443']));
	// The proxy opens the tunnel, and the name within it is verified all the same.
	for (const [host, certificateAuthority] of [
		['not-in-the-certificate.test', authorityPath],
		['classic.test', undefined],
	] as const) {
		const options = {proxyEnvironment: {HTTPS_PROXY: proxy.url}, certificateAuthority};
		assert.equal(failure(await get(`https://${host}/`, options)).reason, 'tls');
	}

	assert.equal(encrypted.connects.length, 1);
	assert.equal(server.received.length, 5);
	assert.equal(server.received[4]?.headers.host, 'classic.test');
});

void test('the proxy gets its own password, which is in no words', async (context) => {
	const server = await startServer(context, (response) => response.end('yes, proxy-word'), 'loopback');
	const proxy = await startProxy(context, server);
	const withPassword = proxy.url.replace('http://', 'http://operator:proxy-word@');
	const options = {proxyEnvironment: {HTTPS_PROXY: withPassword}, certificateAuthority: authorityPath};
	const answer = await get('https://classic.test/', options);
	assert.deepEqual(answer, {ok: true, status: 200, body: 'yes, [secret]'});
	const expected = `Basic ${Buffer.from('operator:proxy-word').toString('base64')}`;
	assert.equal(proxy.connects[0]?.authorization, expected);
	const refusing = await startProxy(context, {status: 407});
	const refused = refusing.url.replace('http://', 'http://operator:proxy-word@');
	const result = failure(await get('https://classic.test/', {proxyEnvironment: {HTTPS_PROXY: refused}}));
	assert.equal(result.reason, 'network');
	assert.match(result.words, /407/);
	assert.doesNotMatch(JSON.stringify(result), /proxy-word/);
});

void test('NO_PROXY and this machine are reached without the proxy', async (context) => {
	const server = await startServer(context, (response) => response.end('direct'));
	const secure = await startServer(context, (response) => response.end('direct'), 'loopback');
	const proxy = await startProxy(context, {status: 502});
	const everything = {HTTPS_PROXY: proxy.url, HTTP_PROXY: proxy.url, http_proxy: proxy.url};
	for (const url of [server.url, secure.url, `http://localhost:${server.port}`]) {
		const options = {proxyEnvironment: everything, certificateAuthority: authorityPath};
		assert.deepEqual(await get(url, options), {ok: true, status: 200, body: 'direct'});
	}

	for (const [exceptions, isExcepted] of [
		['other.test, classic.test', true],
		['.test', true],
		['*.test', true],
		['*', true],
		['classic.test:443', true],
		['classic.test:8443', false],
		['.classic.test,lassic.test', false],
		['', false],
	] as const) {
		const choice = proxyFor(new URL('https://classic.test/'), {HTTPS_PROXY: 'x', NO_PROXY: exceptions});
		assert.equal(choice.ok && choice.value === undefined, isExcepted, exceptions);
	}

	// An address of this machine other than loopback, so that no name is looked up outside it.
	const {port} = secure;
	const excepted = {proxyEnvironment: {...everything, NO_PROXY: 'other.test, 0.0.0.0'}};
	assert.equal(failure(await get(`https://0.0.0.0:${port}/`, excepted)).reason, 'tls');
	assert.deepEqual(proxy.connects, []);
	assert.equal(
		failure(await get(`https://0.0.0.0:${port}/`, {proxyEnvironment: everything})).reason,
		'network',
	);
	assert.equal(proxy.connects.map(({target}) => target).join(), `0.0.0.0:${port}`);
});

void test('a proxy that never answers meets the time limit; one that is no http proxy is refused', async (context) => {
	const proxy = await startProxy(context, {status: 0});
	const silent = {proxyEnvironment: {HTTPS_PROXY: proxy.url}, timeoutMs: 100};
	const {reason, mayHaveArrived} = failure(await get('https://classic.test/', silent));
	assert.equal(reason, 'timed-out');
	assert.equal(mayHaveArrived, false);
	for (const address of ['socks5://127.0.0.1:1080', 'http://', ':::']) {
		const result = failure(await get('https://classic.test/', {proxyEnvironment: {HTTPS_PROXY: address}}));
		assert.equal(result.reason, 'refused-url');
		assert.match(result.words, /HTTPS_PROXY/);
	}
});
