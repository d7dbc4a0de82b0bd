import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Sandbox} from '../support/sandbox.ts';
import {matterOf} from '../support/scenarios.ts';

/** Returns the scopes that were read, once for each read. */
function scopesRead(sandbox: Sandbox): readonly string[] {
	return sandbox
		.callsOf('ks', 'credential', 'get')
		.map((call) => call.arguments.find((argument) => argument.startsWith('--region=')) ?? '')
		.toSorted();
}

test('each scope is read once, those of the targeted group before the list of clusters is there', async () => {
	using sandbox = new Sandbox();
	// The list of clusters waits until a credential is asked for.
	sandbox.interceptCli(`
		'ks credential get '*) touch "$HOME/asked";;
		'ks cluster ls '*)
			tries=0
			until [ -e "$HOME/asked" ]; do
				tries=$((tries + 1))
				[ $tries -lt 400 ] || exit 1
				sleep 0.05
			done;;`);
	const {exitCode, stdout} = await sandbox.run(['status', '--output', 'json']);
	assert.equal(exitCode, 0);
	const {scopes} = JSON.parse(stdout) as {scopes: ReadonlyArray<{classicClusters: unknown}>};
	assert.ok(
		scopes.every(({classicClusters}) => Array.isArray(classicClusters)),
		stdout,
	);
	const read = scopesRead(sandbox);
	assert.equal(read.length, scopes.length);
	assert.ok(read.length >= 7);
});

for (const scenario of ['expired-session', 'logged-out', 'offline']) {
	test(`where the groups cannot be listed (${scenario}) no credential is read, and no command is killed`, async () => {
		using sandbox = new Sandbox(matterOf(scenario));
		const {exitCode, stderr} = await sandbox.run(['status', '--explain']);
		assert.notEqual(exitCode, 0);
		assert.deepEqual(scopesRead(sandbox), []);
		assert.doesNotMatch(stderr, /143/);
	});
}
