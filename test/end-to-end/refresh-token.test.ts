import assert from 'node:assert/strict';
import {test} from 'node:test';
import {authorityPath, refreshTokensIn, startProxy, startServer} from '../http/servers.ts';
import {Canary, plantTokens} from '../support/canary.ts';
import {completeFlags, sampleUser} from '../support/session-steps.ts';
import {Sandbox} from '../support/sandbox.ts';

test('a service of IBM that asks for the refresh token gets it when the operator says so, and not before', async (context) => {
	// The server stands at IBM's address, which a proxy on this machine leads to.
	const server = await startServer(
		context,
		(response, {headers}) => {
			if (headers['x-auth-refresh-token'] === undefined) {
				response.writeHead(400).end('{"code": "E0000", "description": "X-Auth-Refresh-Token is required."}');
				return;
			}

			sandbox.change({credential: {region: 'us-south', group: 'default', username: sampleUser}});
			response.writeHead(204).end();
		},
		'ibm',
	);
	const proxy = await startProxy(context, server);
	using sandbox = new Sandbox({
		environment: {HTTPS_PROXY: proxy.url, CLASSIC_CREDENTIALS_CA_FILE: authorityPath},
	});
	const [token = '', refreshToken = ''] = plantTokens(sandbox);
	const canary = new Canary([sandbox.keyOf(sampleUser), token, refreshToken]);
	const flags = [...completeFlags(sandbox), '--region=us-south', '--via=api', '--no-pair-check'];
	await using terminal = await sandbox.open(flags, {rows: 50});
	await terminal.waitFor('❯ Apply');
	terminal.press('enter');
	await terminal.waitFor('Also send your login’s refresh token');
	assert.match(
		terminal.text().replaceAll(/\s+/gu, ' '),
		/asked for your login’s refresh token, which was not sent/u,
	);
	assert.deepEqual(refreshTokensIn(server), [undefined]);
	assert.equal(sandbox.credential('us-south'), undefined);

	terminal.press('down');
	await terminal.waitFor('❯ Also send your login’s refresh token');
	terminal.press('enter');
	assert.equal((await terminal.waitForExit()).exitCode, 0);
	assert.deepEqual(refreshTokensIn(server), [undefined, refreshToken]);
	assert.equal(sandbox.credential('us-south'), sampleUser);
	assert.deepEqual(
		proxy.connects.map(({target}) => target),
		Array.from({length: 2}, () => 'containers.cloud.ibm.com:443'),
	);
	canary.assertNotShown(terminal);
	canary.assertNotKept(sandbox, ['config.json', 'key']);
});
