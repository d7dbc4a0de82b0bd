import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtemp, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {test} from 'node:test';
import {promisify} from 'node:util';
import {build} from 'esbuild';
import {assertNothingPlanted, plantedKey} from './secrets.ts';
import {authorityPath, closedPort, startProxy, startServer} from './servers.ts';

const run = promisify(execFile);
const room = new URL('../../source/http/', import.meta.url).href;
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
	import {checkPair} from '${room}pair-check.ts';
	import {Secret} from '${secretModule}';
	const apiKey = new Secret(process.env.PLANTED);
	delete process.env.PLANTED;
	const result = await checkPair({username: 'u', apiKey, endpoint: '${endpoint}', timeoutMs: 1000,
		proxyEnvironment: {HTTPS_PROXY: '${proxy}'}});
	console.log(JSON.stringify(result));
`;

void test('nothing loads the client before a request is made', async () => {
	const {stdout} = await child(
		`import {createRequire} from 'node:module';
		const {cache} = createRequire('${room}request.ts');
		const loaded = () => Object.keys(cache).some((path) => path.includes('undici'));
		const names = ['request', 'pair-check', 'pair-check-endpoint', 'credentials-api'];
		for (const name of names) await import('${room}' + name + '.ts');
		const before = loaded();
		const {sendRequest} = await import('${room}request.ts');
		await sendRequest({method: 'GET', url: 'http://127.0.0.1:${await closedPort()}', headers: {}, proxyEnvironment: {}, timeoutMs: 1000});
		console.log(before, loaded());`,
		{},
	);
	assert.equal(stdout, 'false true\n');
});

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
	for (const [endpoint, proxyUrl] of [
		[server.url, ''],
		['https://classic.test', proxy.url],
	] as const) {
		const {stdout} = await child(check(endpoint, proxyUrl), {NODE_TLS_REJECT_UNAUTHORIZED: '0'});
		assert.match(stdout, /"reason":"tls"/);
	}

	assert.equal(server.received.length, 0);
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

void test('it works bundled as it is published, in a file of its own', async (context) => {
	const server = await startServer(context, (response) => response.end('{"id": 1234567}'), 'loopback');
	const directory = await mkdtemp(path.join(tmpdir(), 'classic-credentials-http-'));
	context.after(async () => rm(directory, {recursive: true}));
	const script = check(server.url, '').replace('timeoutMs: 1000', `certificateAuthority: '${authorityPath}'`);
	await build({
		stdin: {contents: script.replaceAll('file://', ''), resolveDir: import.meta.dirname},
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		target: 'node22',
		outdir: directory,
		outExtension: {'.js': '.mjs'},
		banner: {
			js: "import {createRequire as requireFrom} from 'node:module'; const require = requireFrom(import.meta.url);",
		},
	});
	const {stdout} = await run(process.execPath, [path.join(directory, 'stdin.mjs')], {
		env: {PLANTED: plantedKey},
	});
	assert.equal(stdout, '{"kind":"valid","account":"1234567"}\n');
	const {size} = await stat(path.join(directory, 'stdin.mjs'));
	assert.ok(size < 100_000, 'the client is not in the file that is loaded first');
});
