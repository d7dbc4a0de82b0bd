import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {test} from 'node:test';
import {promisify} from 'node:util';
import {build} from 'esbuild';
import {plainBuiltins} from '../../scripts/build/plain-builtins.ts';
import {assertNothingPlanted, plantedKey} from './secrets.ts';
import {authorityPath, startProxy, startServer} from './servers.ts';

const run = promisify(execFile);
const folder = new URL('../../source/http/', import.meta.url).href;
const secretModule = new URL('../../source/secrets/secret.ts', import.meta.url).href;

/** Runs a module in a Node of its own. The key goes in through the environment, so that it is in no argument. */
async function child(
	script: string,
	environment: Record<string, string>,
): Promise<{stdout: string; stderr: string}> {
	return run(process.execPath, ['--input-type=module', '--eval', script], {
		env: {PLANTED: plantedKey, ...environment},
		timeout: 20_000,
		maxBuffer: 100_000_000,
	});
}

const check = (endpoint: string, proxy: string) => `
	import {checkPair} from '${folder}pair-check.ts';
	import {Secret} from '${secretModule}';
	const apiKey = new Secret(process.env.PLANTED);
	delete process.env.PLANTED;
	const result = await checkPair({username: 'u', apiKey, endpoint: '${endpoint}', timeoutMs: 1000,
		proxyEnvironment: {HTTPS_PROXY: '${proxy}'}});
	console.log(JSON.stringify(result));
`;

void test('debug output of Node and its libraries does not contain the key', async (context) => {
	const server = await startServer(context, (response) => response.end('{"id": 1234567}'));
	const {stdout, stderr} = await child(check(server.url, ''), {NODE_DEBUG: '*', DEBUG: '*'});
	assert.equal(stdout, '{"kind":"valid","account":"1234567"}\n');
	assert.ok(stderr.length > 0, 'the debug output is on');
	assertNothingPlanted(stderr);
});

void test('the switch that turns verification off for a whole Node process does not count here', async (context) => {
	const server = await startServer(context, (response) => response.end('{"id": 1234567}'), 'loopback');
	const proxy = await startProxy(context, server);
	const encrypted = await startProxy(context, server, {});
	for (const [endpoint, proxyUrl] of [
		[server.url, ''],
		['https://classic.test', proxy.url],
		['https://classic.test', encrypted.url],
	] as const) {
		const {stdout} = await child(check(endpoint, proxyUrl), {NODE_TLS_REJECT_UNAUTHORIZED: '0'});
		assert.match(stdout, /"reason":"tls"/);
	}

	assert.equal(server.received.length, 0);
	assert.deepEqual(encrypted.connects, [], 'a proxy that is not verified gets no word, its password neither');
});

void test('TLS before 1.2 is refused, of a server and of a proxy, also where the environment allows it', async (context) => {
	const old = {minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0'} as const;
	const server = await startServer(context, (response) => response.end('{"id": 1234567}'), 'loopback', old);
	const current = await startServer(context, (response) => response.end('{"id": 1234567}'), 'loopback');
	const proxy = await startProxy(context, current, old);
	const environment = {
		NODE_EXTRA_CA_CERTS: authorityPath,
		NODE_OPTIONS: '--tls-min-v1.0 --tls-cipher-list=DEFAULT@SECLEVEL=0',
	};
	const {port} = new URL(server.url);
	const plain = `import tls from 'node:tls';
		const socket = tls.connect(${port}, '127.0.0.1', () => { console.log(socket.getProtocol()); socket.destroy(); });`;
	assert.equal((await child(plain, environment)).stdout, 'TLSv1.1\n', 'the environment does allow it');
	for (const [endpoint, proxyUrl] of [
		[server.url, ''],
		['https://classic.test', proxy.url],
	] as const) {
		const {stdout} = await child(check(endpoint, proxyUrl), environment);
		assert.match(stdout, /"reason":"tls"/);
	}

	assert.equal(server.received.length + current.received.length, 0);
});

void test('after a time-out nothing keeps the process from ending', async (context) => {
	const server = await startServer(context, () => undefined);
	const proxy = await startProxy(context, {status: 0});
	for (const [endpoint, proxyUrl] of [
		[server.url, ''],
		['https://classic.test', proxy.url],
	] as const) {
		const before = performance.now();
		const {stdout} = await child(check(endpoint, proxyUrl), {});
		assert.match(stdout, /"timed-out"/);
		assert.ok(performance.now() - before < 5000, 'ends soon after its time limit');
	}
});

void test('it works bundled as it is published', async (context) => {
	const server = await startServer(context, (response) => response.end('{"id": 1234567}'), 'loopback');
	const directory = await mkdtemp(path.join(tmpdir(), 'classic-credentials-http-'));
	context.after(async () => rm(directory, {recursive: true}));
	const script = check(server.url, '').replace('timeoutMs: 1000', `certificateAuthority: '${authorityPath}'`);
	await build({
		stdin: {contents: script.replaceAll('file://', ''), resolveDir: import.meta.dirname},
		bundle: true,
		format: 'esm',
		platform: 'node',
		target: 'esnext',
		outfile: path.join(directory, 'check.mjs'),
		plugins: [plainBuiltins],
	});
	const {stdout} = await run(process.execPath, [path.join(directory, 'check.mjs')], {
		env: {PLANTED: plantedKey},
	});
	assert.equal(stdout, '{"kind":"valid","account":"1234567"}\n');
});
