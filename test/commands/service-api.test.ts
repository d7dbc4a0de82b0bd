import assert from 'node:assert/strict';
import type http from 'node:http';
import {test, type TestContext} from 'node:test';
import {createServiceApi, type ServiceApi} from '../../source/commands/service-api.ts';
import {ConfigurationDirectories} from '../../source/ibmcloud/configuration-directories.ts';
import type {WriteOutcome} from '../../source/ibmcloud/types.ts';
import type {Scope} from '../../source/plan/plan.ts';
import {
	authorityPath,
	closedPort,
	refreshTokensIn,
	startProxy,
	startServer,
	type TestServer,
} from '../http/servers.ts';
import {refreshTokenOf, ScriptedCli} from '../ibmcloud/scripted-cli.ts';
import {pair, planned} from '../plan/plans.ts';
import {scratchDirectory} from '../support/scratch.ts';

const {scope} = planned();
const otherGroup: Scope = {...scope, group: {id: 'group-2', name: 'name of group-2'}};
const change = {kind: 'set', pair: pair()} as const;
const never = new AbortController().signal;

interface Setting {
	readonly cli: ScriptedCli;
	readonly directories: ConfigurationDirectories;
	readonly api: ServiceApi;
	readonly server: TestServer;
	/** Sets the pair with the token of the configuration that targets the scope's group. */
	readonly set: (where?: Scope, accountId?: string) => Promise<WriteOutcome>;
}

/** Makes an `ibmcloud` for the test and a service with this answer, which the environment points to. */
async function setting(
	context: TestContext,
	answer: (response: http.ServerResponse) => void,
	environment: (server: TestServer) => Promise<Record<string, string>> = async ({url}) => ({
		CLASSIC_CREDENTIALS_API_ENDPOINT: url,
	}),
	certificate: 'loopback' | 'ibm' = 'loopback',
): Promise<Setting> {
	const cli = new ScriptedCli(scratchDirectory());
	const server = await startServer(context, answer, certificate);
	const client = cli.client();
	const directories = new ConfigurationDirectories({
		client,
		environment: cli.environment,
		homeDirectory: cli.home,
		copiesDirectory: `${cli.directory}/copies`,
		targetedGroup: () => undefined,
	});
	const api = createServiceApi(client, {
		CLASSIC_CREDENTIALS_CA_FILE: authorityPath,
		...(await environment(server)),
	});
	return {
		cli,
		directories,
		api,
		server,
		async set(where = scope, accountId = 'account-1') {
			const home = await directories.forGroup(where.group);
			assert.ok(home.ok);
			return api.write(home.value, where, change, {accountId, signal: never});
		},
	};
}

const done = (response: http.ServerResponse): unknown => response.writeHead(204).end();

function accountsIn({received}: TestServer): unknown[] {
	return received.map(({headers}) => {
		const [, claims = ''] = String(headers.authorization).split('.');
		const {account} = JSON.parse(Buffer.from(claims, 'base64url').toString()) as {account: {bss: string}};
		return account.bss;
	});
}

test('the token is that of the configuration that was looked at, wherever the operator has gone meanwhile', async (context) => {
	const {cli, directories, server, set} = await setting(context, done);
	assert.ok((await directories.forGroup(otherGroup.group)).ok);
	await cli.client().targetAccount('account-2')(cli.ownHome).run();
	assert.deepEqual(await set(otherGroup), {kind: 'done'});
	assert.deepEqual(accountsIn(server), ['account-1']);
});

test('a token of another account than the reviewed one is not sent, nor one that does not say whose it is', async (context) => {
	const {cli, server, set} = await setting(context, done);
	await cli.client().targetAccount('account-2')(cli.ownHome).run();
	const outcome = await set();
	assert.equal(outcome.kind === 'refused' && outcome.error.kind, 'api-other-account');

	cli.answer('iam-oauth-tokens', {stdout: '{"iam_token": "Bearer e30.e30.c2ln"}'});
	assert.equal((await set(scope, 'account-2')).kind, 'refused');
	assert.equal(server.received.length, 0);
});

test('nothing is sent where the configuration has moved since the token was made', async (context) => {
	const {cli, server, set} = await setting(context, done);
	const claims = Buffer.from('{"account": {"bss": "account-1"}}').toString('base64url');
	cli.answer('iam-oauth-tokens', {stdout: `{"iam_token": "Bearer e30.${claims}.c2ln"}`});
	await cli.client().targetAccount('account-2')(cli.ownHome).run();
	assert.equal((await set()).kind, 'refused');
	assert.equal(server.received.length, 0);
});

test('without a token nothing was sent, and the words are those of ibmcloud', async (context) => {
	const {cli, server, set} = await setting(context, done);
	cli.answer('iam-oauth-tokens', {stderr: 'FAILED\nBXNIM0408E: expired', exitCode: 1});
	const outcome = await set();
	assert.equal(outcome.kind, 'refused');
	assert.equal(outcome.kind === 'refused' && outcome.error.kind, 'session-expired');
	assert.equal(server.received.length, 0);
});

for (const [what, answer, kind, error] of [
	['400', (response) => response.writeHead(400).end('{}'), 'refused', 'api-declined'],
	['401', (response) => response.writeHead(401).end('{}'), 'refused', 'session-expired'],
	['403', (response) => response.writeHead(403).end('{}'), 'refused', 'role-too-low'],
	['400, for want of the refresh token', wantsRefreshToken, 'refused', 'api-wants-refresh-token'],
	['403 with a page', (response) => response.writeHead(403).end('<html>'), 'open', 'api-no-answer'],
	['409', (response) => response.writeHead(409).end('{}'), 'open', 'api-no-answer'],
	['429', (response) => response.writeHead(429).end('{}'), 'open', 'rate-limited'],
	['307', (response) => response.writeHead(307, {Location: '/x'}).end(), 'open', 'api-no-answer'],
	['500', (response) => response.writeHead(500).end('{}'), 'open', 'service-unavailable'],
	['504', (response) => response.writeHead(504).end('<html>'), 'open', 'service-unavailable'],
	['a connection that breaks', (response) => response.destroy(), 'open', 'api-no-answer'],
	['half an answer', (response) => response.writeHead(204, {'X-A': 'b'}).destroy(), 'open', 'api-no-answer'],
] as const satisfies ReadonlyArray<
	readonly [string, (response: http.ServerResponse) => unknown, string, string]
>) {
	test(`a write that is answered by ${what} is ${kind}: ${error}`, async (context) => {
		const {server, set} = await setting(context, answer);
		const outcome = await set();
		assert.deepEqual([outcome.kind, 'error' in outcome ? outcome.error.kind : undefined], [kind, error]);
		assert.equal(server.received.length, 1);
	});
}

function wantsRefreshToken(response: http.ServerResponse): void {
	response.writeHead(400).end('{"code": "E0000", "description": "X-Auth-Refresh-Token is required."}');
}

test('a service that cannot be reached, or that is not trusted, has been sent nothing', async (context) => {
	const port = await closedPort();
	const untrusted = await startServer(context, done, 'other-name');
	for (const endpoint of [`https://127.0.0.1:${port}`, untrusted.url, 'http://classic.test']) {
		// oxlint-disable-next-line no-await-in-loop -- one after the other
		const {set} = await setting(context, done, async () => ({CLASSIC_CREDENTIALS_API_ENDPOINT: endpoint}));
		// oxlint-disable-next-line no-await-in-loop -- one after the other
		const outcome = await set();
		assert.equal(outcome.kind, 'refused', endpoint);
		assert.equal(outcome.kind === 'refused' && outcome.error.kind, 'api-not-sent', endpoint);
	}

	assert.equal(untrusted.received.length, 0);
});

/** Makes a service at IBM's own address: the proxy leads to this machine. */
async function settingAtIbm(context: TestContext): Promise<Setting> {
	return setting(
		context,
		wantsRefreshToken,
		async (server) => ({HTTPS_PROXY: (await startProxy(context, server)).url}),
		'ibm',
	);
}

test('the refresh token is sent to IBM alone, after an answer that asks for it, and after the operator’s yes', async (context) => {
	const {api, server, set} = await settingAtIbm(context);
	assert.equal(api.isIbm, true);
	await set();
	await set();
	api.allowRefreshToken();
	await set();
	assert.deepEqual(refreshTokensIn(server), [undefined, undefined, refreshTokenOf('account-1')]);
});

test('a yes alone does not send the refresh token: the answer has to ask for it', async (context) => {
	const {api, server, set} = await settingAtIbm(context);
	api.allowRefreshToken();
	await set();
	assert.deepEqual(refreshTokensIn(server), [undefined]);
});

test('to a host that is not of IBM the refresh token is never sent', async (context) => {
	const {api, server, set} = await setting(context, wantsRefreshToken);
	assert.equal(api.isIbm, false);
	api.allowRefreshToken();
	await set();
	await set();
	assert.deepEqual(refreshTokensIn(server), [undefined, undefined]);
});

test('an unset where none is set is done', async (context) => {
	const {api, cli} = await setting(context, (response) => response.writeHead(404).end('{"code": "E0051"}'));
	const outcome = await api.write(
		cli.ownHome,
		scope,
		{kind: 'unset'},
		{accountId: 'account-1', signal: never},
	);
	assert.deepEqual(outcome, {kind: 'done'});
});
