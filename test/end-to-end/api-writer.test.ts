import assert from 'node:assert/strict';
import type http from 'node:http';
import {test, type TestContext} from 'node:test';
import {authorityPath, startServer, type Received, type TestServer} from '../http/servers.ts';
import {sampleUser} from '../support/session-steps.ts';
import {Sandbox, type Ended} from '../support/sandbox.ts';

/** An account of the simulated login that is not targeted. */
const otherAccount = 'fedcba9876543210fedcba9876543210';

type Service = (response: http.ServerResponse, carryOut: () => void) => void;

/** Makes a sandbox and a service with these answers; the CLI sees what the service carries out. */
async function machine(
	context: TestContext,
	service: Service,
): Promise<{sandbox: Sandbox; server: TestServer}> {
	const carryOut = ({headers}: Received): void => {
		sandbox.cli([
			'ks',
			'credential',
			'set',
			'classic',
			`--region=${String(headers['x-region'])}`,
			`--infrastructure-username=${String(headers['x-auth-softlayer-username'])}`,
			`--infrastructure-api-key=${String(headers['x-auth-softlayer-apikey'])}`,
		]);
	};
	const server = await startServer(
		context,
		(response, request) => {
			service(response, () => {
				carryOut(request);
			});
		},
		'loopback',
	);
	const sandbox = new Sandbox({
		environment: {CLASSIC_CREDENTIALS_API_ENDPOINT: server.url, CLASSIC_CREDENTIALS_CA_FILE: authorityPath},
	});
	return {sandbox, server};
}

async function set(sandbox: Sandbox, ...more: readonly string[]): Promise<Ended> {
	return sandbox.run([
		`--infrastructure-username=${sampleUser}`,
		'--region=us-south',
		'--via=api',
		'--force',
		`--infrastructure-api-key=@${sandbox.write('key', sandbox.keyOf(sampleUser))}`,
		...more,
	]);
}

test('what the API declines is said to be the API’s word, and the way out is the command', async (context) => {
	const all = await machine(context, (response) => response.writeHead(400).end('{"code": "E0003"}'));
	using sandbox = all.sandbox;
	const {exitCode, stderr} = await set(sandbox);
	assert.equal(exitCode, 1);
	assert.match(stderr, /The service’s API declined the request\./);
	assert.match(stderr, /--via=cli/);
	assert.doesNotMatch(stderr, /ibmcloud reported an error|--via=api/);
});

test('a host that is not of IBM is named without a terminal, with -q and in JSON, too', async (context) => {
	const all = await machine(context, (response, carryOut) => {
		carryOut();
		response.writeHead(204).end();
	});
	using sandbox = all.sandbox;
	for (const more of ['--quiet', '--output=json']) {
		// oxlint-disable-next-line no-await-in-loop -- one run after the other
		const {exitCode, stderr} = await set(sandbox, more);
		assert.equal(exitCode, 0, stderr);
		assert.match(stderr, /sent to 127\.0\.0\.1:\d+, not a host of IBM/);
	}
});

for (const [name, answer] of [
	['504', (response) => response.writeHead(504).end('<html>')],
	['a broken connection', (response) => response.destroy()],
] as const satisfies ReadonlyArray<readonly [string, (response: http.ServerResponse) => void]>) {
	test(`a write that took effect and was answered by ${name} is verified`, async (context) => {
		const all = await machine(context, (response, carryOut) => {
			carryOut();
			answer(response);
		});
		using sandbox = all.sandbox;
		const {exitCode, stdout, stderr} = await set(sandbox);
		assert.equal(exitCode, 0, stderr);
		assert.match(stdout, /verified/);
		assert.equal(all.server.received.length, 1);
	});

	test(`a write that took no effect and was answered by ${name} is not known`, async (context) => {
		const all = await machine(context, answer);
		using sandbox = all.sandbox;
		const {exitCode, stderr} = await set(sandbox);
		assert.equal(exitCode, 1);
		assert.match(stderr, /not known/i);
		assert.doesNotMatch(stderr, /not set\b|did not answer in time/);
		assert.equal(all.server.received.length, 1);
	});
}

test('no request leaves where another terminal targets another account at the last moment', async (context) => {
	const all = await machine(context, (response) => response.writeHead(204).end());
	using sandbox = all.sandbox;
	sandbox.setFaults([{match: 'iam oauth-tokens', change: {target: {account: otherAccount}}}]);
	const {exitCode, stderr} = await set(sandbox);
	assert.equal(all.server.received.length, 0);
	assert.equal(exitCode, 4, stderr);
	assert.match(stderr, /nothing was set here/);
});

test('for a scope elsewhere the token is that of its private copy, wherever the operator goes', async (context) => {
	const all = await machine(context, (response) => response.writeHead(503).end());
	using sandbox = all.sandbox;
	sandbox.setFaults([{match: 'ks credential get', change: {target: {account: otherAccount}}}]);
	const {stderr} = await set(sandbox, '--resource-group=infra');
	assert.equal(all.server.received.length, 1, stderr);
	const [, claims = ''] = String(all.server.received[0]?.headers.authorization).split('.');
	assert.doesNotMatch(Buffer.from(claims, 'base64url').toString(), new RegExp(otherAccount));
});

test('a service that does not follow the group is found out: both groups are named, and what puts it right', async (context) => {
	// The simulated service is asked without a group and takes the targeted one, which is the default group.
	const all = await machine(context, (response, carryOut) => {
		carryOut();
		response.writeHead(204).end();
	});
	using sandbox = all.sandbox;
	const {exitCode, stdout, stderr} = await set(sandbox, '--resource-group=infra', '--output=json');
	assert.equal(exitCode, 4, stdout);
	const document = JSON.parse(stdout) as {
		scopes: ReadonlyArray<{result: {kind: string}}>;
		finish: readonly string[];
		undo: readonly string[];
	};
	assert.equal(document.scopes[0]?.result.kind, 'wrong-group');
	assert.match(document.finish.join(), /--via=cli .*--resource-group=infra/);
	assert.match(document.undo.join(), /unset .*--resource-group=default/);
	assert.match(stderr, /the API changed default instead of infra/);
	assert.equal(sandbox.credential('us-south', 'infra'), undefined);
});
