import assert from 'node:assert/strict';
import {test} from 'node:test';
import {colleagueSets, fails} from '../../support/faults.ts';
import {completeFlags, sampleUser, toReview} from '../../support/session-steps.ts';
import {Sandbox} from '../../support/sandbox.ts';
import {credential} from '../../support/scenarios.ts';

const colleague = '7654321_old.owner@example.com';
const scope = ['--region=us-south', '--no-pair-check', '--force'];
const clean = {services: {credentials: [], clusters: []}};

interface Document {
	readonly outcome: string;
	readonly exitStatus: number;
	readonly undo: readonly string[];
	readonly scopes: ReadonlyArray<{readonly result: {readonly kind: string}}>;
}

test('guided: what another terminal sets between the review and Enter is not overwritten; the review shows both', async () => {
	using sandbox = new Sandbox(clean);
	await using terminal = await sandbox.open(['--no-pair-check']);
	await toReview(terminal, {key: sandbox.keyOf(sampleUser)});
	sandbox.change({credential: {region: 'us-south', username: colleague}});
	terminal.press('enter');
	await terminal.waitFor(/Changed since the review: none was set/u);
	await terminal.waitFor(colleague);
	assert.equal(sandbox.credential('us-south'), colleague);
	assert.deepEqual(sandbox.callsOf('ks', 'credential', 'set'), []);
	// The new situation needs a confirmation: that account loses control.
	await terminal.waitFor('❯ Apply');
	terminal.press('enter');
	await terminal.waitFor('Type 7654321 to confirm');
	terminal.type('7654321');
	terminal.press('enter');
	assert.equal((await terminal.waitForExit()).exitCode, 0);
	assert.equal(sandbox.credential('us-south'), sampleUser);
});

test('without a terminal: what a colleague sets after the first read stays, status 4', async () => {
	using sandbox = new Sandbox({...clean, faults: [colleagueSets(colleague)]});
	const {exitCode, stdout} = await sandbox.run([...completeFlags(sandbox), ...scope, '--output=json']);
	const document = JSON.parse(stdout) as Document;
	assert.equal(exitCode, 4);
	assert.equal(document.scopes[0]?.result.kind, 'changed-since-review');
	assert.equal(document.outcome, 'failed');
	assert.equal(sandbox.credential('us-south'), colleague);
});

test('--if-current none against a colleague: the colleague’s stays', async () => {
	using sandbox = new Sandbox({...clean, faults: [colleagueSets(colleague)]});
	const {exitCode} = await sandbox.run([...completeFlags(sandbox), ...scope, '--if-current=none']);
	assert.equal(exitCode, 4);
	assert.equal(sandbox.credential('us-south'), colleague);
});

test('--if-current compares every scope before the first is written, and foretells with --dry-run', async () => {
	using sandbox = new Sandbox({services: {credentials: [credential(colleague, 'eu-de')], clusters: []}});
	for (const more of [[], ['--dry-run']]) {
		const flags = [...completeFlags(sandbox), ...scope, '--region=eu-de', '--if-current=none', ...more];
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const {exitCode, stderr} = await sandbox.run(flags);
		assert.equal(exitCode, 4, stderr);
		assert.match(stderr, /eu-de \/ default: 7654321_old\.owner@example\.com/u);
	}

	assert.deepEqual(sandbox.callsOf('ks', 'credential', 'set'), []);
});

test('--if-current over two scopes, one of which a colleague changes meanwhile: nothing is set, status 4', async () => {
	using sandbox = new Sandbox({...clean, faults: [colleagueSets(colleague)]});
	const flags = [...completeFlags(sandbox), ...scope, '--region=eu-de', '--if-current=none'];
	const {exitCode, stderr} = await sandbox.run(flags);
	assert.equal(exitCode, 4, stderr);
	assert.deepEqual(sandbox.callsOf('ks', 'credential', 'set'), []);
});

test('an option that takes one value and is given twice is refused', async () => {
	using sandbox = new Sandbox();
	const {exitCode, stderr} = await sandbox.run(['--if-current=none', '--if-current=somebody']);
	assert.equal(exitCode, 2);
	assert.match(stderr, /'--if-current' takes one value/u);
});

test('the cluster list unreadable and another account’s pair: no number of Enters applies it', async () => {
	using sandbox = new Sandbox({
		services: {credentials: []},
		faults: [fails('ks cluster ls', 'Forbidden. (HTTP 403)')],
	});
	const foreign = '7654321_old.owner@example.com';
	await using terminal = await sandbox.open([
		'--no-pair-check',
		'--region=us-south',
		...completeFlags(sandbox, foreign),
	]);
	await terminal.waitFor('❯ Apply');
	for (let count = 0; count < 4; count++) {
		terminal.press('enter');
	}

	await terminal.waitFor('Type 1234567 to confirm');
	assert.match(terminal.text(), /could not be listed/u);
	assert.deepEqual(sandbox.callsOf('ks', 'credential', 'set'), []);
});

test('--force alone takes no control: status 2 with the whole command, which then does it', async () => {
	using sandbox = new Sandbox({services: {credentials: [credential(colleague)]}});
	const flags = [...completeFlags(sandbox), ...scope];
	const refused = await sandbox.run([...flags, '--quiet']);
	assert.equal(refused.exitCode, 2);
	const [command] = /classic-credentials setup .*--replace-account=7654321.*/u.exec(refused.stderr) ?? [];
	assert.ok(command !== undefined, refused.stderr);
	const wrong = await sandbox.run([...flags, '--replace-account=1111111']);
	assert.equal(wrong.exitCode, 2);
	assert.deepEqual(sandbox.callsOf('ks', 'credential', 'set'), []);

	const done = await sandbox.run([...flags, '--replace-account=7654321', '--quiet']);
	assert.equal(done.exitCode, 0, done.stderr);
	assert.match(done.stderr, /account 7654321 loses control to 1234567/u, '-q does not hide it');
	assert.equal(sandbox.credential('us-south'), sampleUser);
});

test('what is printed for another group sets that group when pasted, and leaves the default one and the target', async () => {
	using sandbox = new Sandbox({services: {credentials: []}});
	const before = sandbox.configuration();
	const {stdout} = await sandbox.run([
		...completeFlags(sandbox),
		'--region=us-south',
		'--resource-group=infra',
		'--no-pair-check',
		'--dry-run',
	]);
	const block = stdout.split('\n').find((line) => line.trim().startsWith('ibmcloud '));
	assert.ok(block !== undefined, stdout);
	sandbox.paste(block.trim(), {KEY: sandbox.keyOf(sampleUser)});
	assert.equal(sandbox.credential('us-south', 'infra'), sampleUser);
	assert.equal(sandbox.credential('us-south'), undefined);
	const group = (text: string): unknown => (JSON.parse(text) as Record<string, unknown>)['ResourceGroup'];
	assert.deepEqual(group(sandbox.configuration()), group(before));
});

test('unset where none is set: nothing is offered, nothing runs, and nothing was "removed"', async () => {
	using sandbox = new Sandbox({services: {credentials: []}});
	await using terminal = await sandbox.open(['unset', '--region=us-south']);
	await terminal.waitFor('there is nothing to do');
	assert.doesNotMatch(terminal.text(), /Remove the credential/u);
	terminal.press('enter');
	assert.equal((await terminal.waitForExit()).exitCode, 0);
	assert.doesNotMatch(terminal.text(), /removed/iu);
	const {stdout} = await sandbox.run(['unset', '--region=us-south', '--force', '--output=json']);
	assert.equal((JSON.parse(stdout) as Document).outcome, 'nothing-to-do');
	const inWords = await sandbox.run(['unset', '--region=us-south', '--force']);
	assert.match(inWords.stdout, /^OK {2}Nothing to do: none is set there\.$/mu);
	assert.doesNotMatch(inWords.stdout, /key|removed/iu);
	assert.deepEqual(sandbox.callsOf('ks', 'credential', 'unset'), []);
});

test('what a run left, undone by the command that it printed', async () => {
	using sandbox = new Sandbox(clean);
	const {stdout} = await sandbox.run([...completeFlags(sandbox), ...scope, '--output=json']);
	const {outcome, undo} = JSON.parse(stdout) as Document;
	assert.equal(outcome, 'applied');
	const [command = ''] = undo;
	sandbox.paste(command.replace(/^classic-credentials/u, sandbox.command));
	assert.equal(sandbox.credential('us-south'), undefined);
});

test('after a renewal: whose old key undoes it, and commands for its workers that name their group', async () => {
	using sandbox = new Sandbox();
	sandbox.change({credential: {region: 'us-east', group: 'infra', username: sampleUser}});
	const flags = ['--region=us-east', '--resource-group=infra', '--no-pair-check', '--force'];
	const {stdout} = await sandbox.run([...completeFlags(sandbox), ...flags]);
	assert.match(stdout, /^To undo it, set the old key of 1234567_infra\.admin@example\.com again\./mu);
	assert.match(
		stdout,
		/ {2}ibmcloud target -g infra && ibmcloud ks api-key reset --region=us-east && ibmcloud ks cluster master refresh --cluster legacy-tor; ibmcloud target -g default\n/u,
	);
});
