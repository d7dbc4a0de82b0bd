import assert from 'node:assert/strict';
import {test} from 'node:test';
import {completeFlags, sampleUser as user, toReview} from '../support/session-steps.ts';
import {Sandbox} from '../support/sandbox.ts';

/** Variables that `ibmcloud` adds (from source: SDK `bluemix/env.go` sets old and new names). */
const host = {
	IBMCLOUD_CLI: 'ibmcloud',
	BLUEMIX_CLI: 'ibmcloud',
	IBMCLOUD_PLUGIN_NAMESPACE: 'classic-credentials',
	BLUEMIX_PLUGIN_NAMESPACE: 'classic-credentials',
};

/** Matches the program's name without `ibmcloud`, but for its title and names of files. */
const bareName =
	/(?<!ibmcloud |\/|\S)classic-credentials (?:setup|status|unset|doctor|history|completion|--)/;

test('SendMetadata prints one JSON document and nothing else', async () => {
	using sandbox = new Sandbox({withoutCli: true});
	const {stdout, stderr, exitCode} = await sandbox.run(['SendMetadata']);
	assert.equal(exitCode, 0);
	assert.equal(stderr, '');
	assert.equal((JSON.parse(stdout) as {Name: string}).Name, 'classic-credentials');
	const completed = await sandbox.run(['SendCompletion', 'setup', '--where']);
	assert.equal(completed.stdout, '--where-set\n');
});

test('a guided session as the host starts it: the host’s name in all that is said, its variables in no child', async () => {
	using sandbox = new Sandbox({environment: host});
	await using terminal = await sandbox.open(['setup']);
	await toReview(terminal, {key: sandbox.keyOf(user)});
	terminal.press('enter');
	const {exitCode} = await terminal.waitForExit();
	assert.equal(exitCode, 0);
	assert.match(
		terminal.text(),
		/us-south \/ default {2}verified: .*\s+default: linked account 1234567 → 1234567_infra\.admin@example\.com/,
	);
	assert.match(terminal.text(), /ibmcloud classic-credentials unset/);
	assert.doesNotMatch(terminal.text(), bareName);
	assert.ok(sandbox.calls().length > 5);
	for (const {environmentNames} of sandbox.calls()) {
		assert.deepEqual(
			environmentNames.filter((name) => name in host),
			[],
		);
	}
});

test('undo, next steps, help and refusals name the host’s command; by itself the program’s own', async () => {
	using sandbox = new Sandbox({environment: host});
	for (const args of [
		['setup', '--help'],
		['status', '--help'],
		['setup', '--bogus'],
		['setup', ...completeFlags(sandbox), '--region=us-south', '--force'],
		['setup', '--demo'],
	]) {
		// oxlint-disable-next-line no-await-in-loop -- one after the other: the same sandbox
		const {stdout, stderr} = await sandbox.run(args);
		assert.match(stdout + stderr, /ibmcloud classic-credentials (?:setup|status|unset)/, args.join(' '));
		assert.doesNotMatch(stdout + stderr, bareName);
	}

	using own = new Sandbox();
	const {stdout} = await own.run(['setup', ...completeFlags(own), '--region=us-south', '--force']);
	assert.match(stdout, bareName);
	assert.doesNotMatch(stdout, /ibmcloud classic-credentials/);
});

test('where ibmcloud works for a machine nothing is asked, in a terminal either', async () => {
	using sandbox = new Sandbox({environment: {...host, IBMCLOUD_MCP_ENABLED: 'true'}});
	await using terminal = await sandbox.open(['setup']);
	const {exitCode} = await terminal.waitForExit();
	assert.equal(exitCode, 2);
	assert.match(terminal.text(), /IBMCLOUD_MCP_ENABLED is set, so nothing is asked\. Missing: /);
	assert.deepEqual(sandbox.calls(), []);
});
