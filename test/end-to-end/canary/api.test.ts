import assert from 'node:assert/strict';
import type http from 'node:http';
import {test, type TestContext} from 'node:test';
import {authorityPath, startServer, type Received, type TestServer} from '../../http/servers.ts';
import {Canary, plantTokens, seenChildren, watchChildren} from '../../support/canary.ts';
import {chooseEntry, sampleUser, toReview} from '../../support/session-steps.ts';
import {Sandbox} from '../../support/sandbox.ts';

const noise = {IBMCLOUD_TRACE: 'true', DEBUG: '*', NODE_DEBUG: '*'};

type Service = (response: http.ServerResponse, request: Received, sandbox: Sandbox) => void;

/** A service as it should be: what is set there, the CLI sees too. */
const honest: Service = (response, {headers, method}, sandbox) => {
	const region = `--region=${String(headers['x-region'])}`;
	const username = `--infrastructure-username=${String(headers['x-auth-softlayer-username'])}`;
	const key = `--infrastructure-api-key=${String(headers['x-auth-softlayer-apikey'])}`;
	sandbox.cli(
		method === 'POST'
			? ['ks', 'credential', 'set', 'classic', username, key, region, '-q']
			: ['ks', 'credential', 'unset', region, '-q'],
	);
	response.writeHead(204).end();
};

/** Repeats everything that it received in its error. */
const repeating: Service = (response, {headers, url}) => {
	const description = `Bad request ${url}: ${JSON.stringify(headers)}`;
	response.writeHead(400).end(JSON.stringify({code: 'E0003', description, recoveryCLI: description}));
};

interface Stage {
	readonly sandbox: Sandbox;
	readonly server: TestServer;
	readonly canary: Canary;
	readonly key: string;
}

async function stage(context: TestContext, service: Service): Promise<Stage> {
	const answering: {sandbox?: Sandbox} = {};
	const server = await startServer(
		context,
		(response, request) => {
			if (answering.sandbox !== undefined) {
				service(response, request, answering.sandbox);
			}
		},
		'loopback',
	);
	const sandbox = new Sandbox({
		environment: {
			CLASSIC_CREDENTIALS_API_ENDPOINT: `${server.url}/global`,
			CLASSIC_CREDENTIALS_CA_FILE: authorityPath,
		},
	});
	answering.sandbox = sandbox;
	const tokens = plantTokens(sandbox);
	watchChildren(sandbox);
	const key = sandbox.keyOf(sampleUser);
	return {sandbox, server, key, canary: new Canary([key, ...tokens])};
}

/** Asserts that neither key nor token is an argument, or anywhere else; only the server has received them. */
function assertSilent({sandbox, canary, server, key}: Stage): void {
	canary.assertNotInherited(seenChildren(sandbox), () => false);
	canary.assertNotKept(sandbox, ['config.json', 'key']);
	const posted = server.received.find(({method}) => method === 'POST');
	assert.equal(posted?.headers['x-auth-softlayer-apikey'], key);
	assert.match(String(posted?.headers.authorization), /^Bearer eyJ/);
	assert.equal(posted?.body, '');
}

test('guided with --via api, set and proven: neither key nor token is an argument', async (context) => {
	const all = await stage(context, honest);
	using sandbox = all.sandbox;
	await using terminal = await sandbox.open(['--via', 'api'], {
		environment: {...sandbox.environment, ...noise},
	});
	await toReview(terminal, {key: all.key});
	await chooseEntry(terminal, 'Show the commands');
	await terminal.waitFor('POST https://127.0.0.1');
	await terminal.waitFor('❯ Back to the review');
	terminal.press('escape');
	await terminal.waitFor('❯ Apply');
	assert.match(terminal.text(), /sent to 127\.0\.0\.1:\d+,/);
	assert.match(terminal.text(), /not yet been seen at work/);
	assert.doesNotMatch(terminal.text(), /process list\)/);
	terminal.press('enter');
	assert.equal((await terminal.waitForExit()).exitCode, 0);

	assert.equal(sandbox.credential('us-south'), sampleUser);
	all.canary.assertNotShown(terminal);
	assertSilent(all);
});

test('the writer chosen on the review; the review says what the process list shows', async (context) => {
	const all = await stage(context, honest);
	using sandbox = all.sandbox;
	await using terminal = await sandbox.open([], {rows: 50});
	await toReview(terminal, {key: all.key});
	assert.match(terminal.text(), /Use the API: no key in the process list/);
	await chooseEntry(terminal, 'Show the commands');
	await terminal.waitFor('other users of this machine can read the key (process list)');
	await terminal.waitFor('❯ Back to the review');
	terminal.press('escape');
	await terminal.waitFor('❯ Apply');
	await chooseEntry(terminal, 'Use the API');
	await terminal.waitFor('not yet been seen at work');
	await terminal.waitFor('❯ Apply');
	terminal.press('enter');
	assert.equal((await terminal.waitForExit()).exitCode, 0);
	all.canary.assertNotShown(terminal);
	assertSilent(all);
});

for (const [name, service, status] of [
	['answers with an error that repeats every header', repeating, 1],
	['breaks the connection', ((response) => response.destroy()) satisfies Service, 1],
	['sends elsewhere', ((response) => response.writeHead(307, {Location: '/x'}).end()) satisfies Service, 1],
	['says something unreadable', ((response) => response.writeHead(500).end('<html>')) satisfies Service, 1],
] as const) {
	test(`without a terminal, where the service ${name}: one request, nothing repeated`, async (context) => {
		const all = await stage(context, service);
		using sandbox = all.sandbox;
		const file = sandbox.write('key', all.key);
		const ended = await sandbox.run(
			[
				'--infrastructure-username',
				sampleUser,
				`--infrastructure-api-key=@${file}`,
				'--region=us-south',
				'--via=api',
				'--no-pair-check',
				'--force',
				'--output=json',
			],
			{environment: noise},
		);
		assert.equal(ended.exitCode, status, ended.stderr.slice(-2000));
		assert.equal(all.server.received.filter(({method}) => method === 'POST').length, 1);
		all.canary.assertNotSaid(ended);
		assertSilent(all);
	});
}

test('the check of the pair, where the server repeats what it was sent', async (context) => {
	const server = await startServer(context, (response, {headers}) => {
		const [, credentials = ''] = String(headers.authorization).split(' ');
		const pair = Buffer.from(credentials, 'base64').toString();
		response.writeHead(401).end(JSON.stringify({error: `Invalid API token ${pair} ${credentials}`}));
	});
	using sandbox = new Sandbox({environment: {ENV_SL_API_ENDPOINT: `${server.url}/rest/v3.1`}});
	watchChildren(sandbox);
	const key = sandbox.keyOf(sampleUser);
	const canary = new Canary([key]);
	const ended = await sandbox.run(
		['--infrastructure-username', sampleUser, '--infrastructure-api-key=-', '--region=us-south', '--force'],
		{input: key, environment: noise},
	);
	assert.notEqual(ended.exitCode, 0);
	assert.equal(server.received.length, 1);
	canary.assertNotSaid(ended);
	canary.assertNotKept(sandbox);
	canary.assertNotInherited(seenChildren(sandbox), () => false);
});
