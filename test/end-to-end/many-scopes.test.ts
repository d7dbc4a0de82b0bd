import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {test} from 'node:test';
import {cliSays, fails, hangs} from '../support/faults.ts';
import {completeFlags, everywhere, groups, regions, sampleUser} from '../support/session-steps.ts';
import {killWhileSetting} from '../support/kill-while-setting.ts';
import {Sandbox} from '../support/sandbox.ts';

interface Document {
	readonly exitStatus: number;
	readonly finish: readonly string[];
	readonly scopes: ReadonlyArray<{
		readonly region: string;
		readonly resourceGroup: {readonly name: string};
		readonly result: {readonly kind: string};
	}>;
}

test('21 scopes are set in one run, and the operator’s target stays as it was', async () => {
	using sandbox = new Sandbox();
	const before = sandbox.configuration();
	const {stdout, exitCode} = await sandbox.run([
		...completeFlags(sandbox),
		...everywhere,
		'--force',
		'--output',
		'json',
	]);
	const {scopes} = JSON.parse(stdout) as Document;

	assert.equal(exitCode, 0);
	assert.equal(scopes.length, 21);
	for (const group of groups) {
		for (const region of regions) {
			assert.equal(sandbox.credential(region, group), sampleUser, `${region} ${group}`);
		}
	}

	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 21);
	assert.equal(sandbox.configuration(), before);
});

test('one scope that fails ends with 5 and is named; the printed command finishes it and sets no other again', async () => {
	using sandbox = new Sandbox({faults: [fails('ks credential set eu-gb infra', cliSays.unavailable)]});
	const {stdout, exitCode} = await sandbox.run([
		...completeFlags(sandbox),
		...everywhere,
		'--force',
		'--output',
		'json',
	]);
	const document = JSON.parse(stdout) as Document;
	const failed = document.scopes.filter(({result}) => result.kind === 'unknown');

	assert.equal(exitCode, 5);
	assert.deepEqual(
		failed.map(({region, resourceGroup}) => `${region} ${resourceGroup.name}`),
		['eu-gb infra'],
	);
	assert.equal(document.finish.length, 1);

	const before = sandbox.callsOf('ks', 'credential', 'set').length;
	sandbox.setFaults([]);
	execFileSync('sh', ['-c', (document.finish[0] ?? '').replace('classic-credentials', sandbox.command)], {
		env: sandbox.environment,
		stdio: 'pipe',
	});
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, before + 1);
	assert.equal(sandbox.credential('eu-gb', 'infra'), sampleUser);
});

async function killedWhileSetting(sandbox: Sandbox, flags: readonly string[]): Promise<void> {
	await using terminal = await sandbox.open([...completeFlags(sandbox), ...flags, '--no-pair-check'], {
		columns: 100,
		rows: 40,
	});
	await terminal.waitFor('❯ Apply');
	await killWhileSetting(sandbox, terminal);
}

test('a run that was killed is reported at the next start, and nothing is set twice', async () => {
	using sandbox = new Sandbox({faults: [hangs()]});
	await killedWhileSetting(sandbox, ['--region', 'us-south']);
	const {stdout} = await sandbox.run(['history', '--output', 'json']);
	const {entries} = JSON.parse(stdout) as {entries: Array<{event: string; region: string}>};
	assert.deepEqual(
		entries.map(({event, region}) => [event, region]),
		[['begin', 'us-south']],
	);

	await using next = await sandbox.open();
	await next.waitFor('us-south / default');
	assert.match(next.text(), /did not finish/);
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 1);
});

test('a batch that was killed is finished in what has no end, and in nothing else', async () => {
	using sandbox = new Sandbox({faults: [hangs()]});
	const flags = ['us-south', 'eu-de'].flatMap((region) => ['--region', region]);
	await killedWhileSetting(sandbox, [...flags, '--concurrency', '1']);
	const dryRun = await sandbox.run([...completeFlags(sandbox), '--region', 'us-east', '--dry-run']);
	assert.match(
		dryRun.stderr,
		/^ {2}classic-credentials setup --infrastructure-username=\S+ --region=us-south --region=eu-de --resource-group=default$/m,
	);

	await using next = await sandbox.open(['--no-pair-check'], {columns: 100, rows: 40});
	await next.waitFor('Started, result unknown; none is set there now: us-south / default.');
	await next.waitFor('Not started: eu-de / default.');
	next.press('enter');
	await next.waitFor('API key');
	next.type(sandbox.keyOf(sampleUser));
	next.press('enter');
	await next.waitFor('❯ Apply');
	next.press('enter');
	await next.waitFor('All 2 set');
	assert.equal(sandbox.credential('us-south'), sampleUser);
	assert.equal(sandbox.credential('eu-de'), sampleUser);
	await next.close();

	const {stdout} = await sandbox.run(['history', '--output', 'json']);
	const {entries} = JSON.parse(stdout) as {entries: Array<{event: string; region: string}>};
	assert.equal(entries.filter(({event}) => event === 'end').length, 2);
});

test('a run that was killed in another account is reported, and not offered: its groups are others', async () => {
	using sandbox = new Sandbox({faults: [hangs()]});
	await killedWhileSetting(sandbox, ['--region', 'us-south']);
	const [journal = ''] = sandbox.unfinishedRuns();
	const begun = readFileSync(journal, 'utf8');
	writeFileSync(journal, begun.replace(/"account":\{"id":"[^"]*"/u, '"account":{"id":"another"'));
	assert.notEqual(readFileSync(journal, 'utf8'), begun);

	await using next = await sandbox.open([], {columns: 100, rows: 40});
	await next.waitFor('Which infrastructure user');
	assert.match(next.text(), /did not finish: us-south \/ default/);
	assert.doesNotMatch(next.text(), /Unfinished run/);
});

test('two sessions at once lose no line of the journal', async () => {
	using sandbox = new Sandbox();
	const flags = completeFlags(sandbox);
	await Promise.all(
		[
			['us-south', 'us-east', 'eu-de'],
			['jp-tok', 'jp-osa', 'au-syd'],
		].map(async (names) =>
			sandbox.run([...flags, ...names.flatMap((region) => ['--region', region]), '--force']),
		),
	);
	const {stdout} = await sandbox.run(['history', '--output', 'json']);
	const {entries} = JSON.parse(stdout) as {entries: ReadonlyArray<{event: string}>};

	assert.equal(entries.filter(({event}) => event === 'begin').length, 6);
	assert.equal(entries.filter(({event}) => event === 'end').length, 6);
});

test('--where-set renews the key in every scope in which the user is set, and in no other', async () => {
	using sandbox = new Sandbox();
	const flags = completeFlags(sandbox);
	await sandbox.run([...flags, '--region', 'us-south', '--region', 'jp-tok', '-g', 'infra', '--force']);
	await sandbox.run([...flags, '--region', 'au-syd', '--force']);
	const before = sandbox.callsOf('ks', 'credential', 'set').length;
	const {stdout, exitCode} = await sandbox.run([...flags, '--where-set', '--force', '--output', 'json']);
	const {scopes} = JSON.parse(stdout) as Document;

	assert.equal(exitCode, 0);
	assert.deepEqual(scopes.map(({region, resourceGroup}) => `${region} ${resourceGroup.name}`).toSorted(), [
		'au-syd default',
		'jp-tok infra',
		'us-south infra',
	]);
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, before + 3);
});

test('--if-current changes nothing where something else is set', async () => {
	using sandbox = new Sandbox();
	const {exitCode, stderr} = await sandbox.run([
		...completeFlags(sandbox),
		'--region',
		'eu-de',
		'--if-current',
		'none',
		'--force',
	]);

	assert.equal(exitCode, 4);
	assert.match(stderr, /1234567_jane\.roe@example\.com/);
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 0);
});

test('unset removes what is set, and the read-back shows none', async () => {
	using sandbox = new Sandbox();
	const {exitCode, stdout} = await sandbox.run(['unset', '--region', 'eu-de', '--force']);

	assert.equal(exitCode, 0);
	assert.match(stdout, /none is set any more/);
	assert.equal(sandbox.credential('eu-de'), undefined);
});

test('status shows who is set where, and ends with 4 where somebody else is expected', async () => {
	using sandbox = new Sandbox();
	const {stdout, exitCode} = await sandbox.run(['status']);
	assert.equal(exitCode, 0);
	assert.match(stdout, /eu-de \/ default +1234567_jane\.roe@example\.com/);
	assert.match(stdout, /us-east \/ infra +default: linked account 1234567 +legacy-tor/);

	const drift = await sandbox.run(['status', '--region', 'eu-de', '--expect', sampleUser]);
	assert.equal(drift.exitCode, 4);
	assert.match(
		drift.stderr,
		/expected 1234567_infra\.admin@example\.com, found 1234567_jane\.roe@example\.com/,
	);
});
