import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Sandbox} from '../support/sandbox.ts';
import {testScenarios} from '../support/scenarios.ts';

const user = '1234567_infra.admin@example.com';

/** Returns the flags of a run that is complete but for `--force`. */
function complete(sandbox: Sandbox, region = 'us-south'): string[] {
	const key = sandbox.write('key', `${sandbox.keyOf(user)}\n`);
	return ['--infrastructure-username', user, '--infrastructure-api-key', `@${key}`, '--region', region];
}

test('with every answer and --force the credential is set and proven', async () => {
	using sandbox = new Sandbox();
	const {stdout, stderr, exitCode} = await sandbox.run([...complete(sandbox), '--force']);

	assert.equal(exitCode, 0, stderr);
	assert.match(
		stdout,
		/us-south \/ default {2}verified: .*\s+default: linked account 1234567 → 1234567_infra\.admin@example\.com/,
	);
	assert.equal(sandbox.credential('us-south'), user);
});

test('everything that is missing is named at once, and no child is started', async () => {
	using sandbox = new Sandbox();
	const {stderr, exitCode} = await sandbox.run([]);

	assert.equal(exitCode, 2);
	for (const flag of ['--infrastructure-username', '--infrastructure-api-key', '--region', '--force']) {
		assert.ok(stderr.includes(flag), stderr);
	}

	assert.equal(sandbox.calls().length, 0);
});

test('without --force nothing is changed', async () => {
	using sandbox = new Sandbox();
	const {stderr, exitCode} = await sandbox.run(complete(sandbox));

	assert.equal(exitCode, 2);
	assert.match(stderr, /--force/);
	assert.equal(sandbox.credential('us-south'), undefined);
});

test('a dry run shows the commands and changes nothing', async () => {
	using sandbox = new Sandbox();
	const {stdout, exitCode} = await sandbox.run([...complete(sandbox), '--dry-run']);

	assert.equal(exitCode, 0);
	assert.match(stdout, /credential set classic .*--infrastructure-api-key="\$KEY"/);
	assert.match(stdout, /Dry run: nothing was changed/);
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 0);
});

test('a key on the command line is refused and not repeated', async () => {
	using sandbox = new Sandbox();
	const key = sandbox.keyOf(user);
	const {stdout, stderr, exitCode} = await sandbox.run([`--infrastructure-api-key=${key}`, '--force']);

	assert.equal(exitCode, 2);
	assert.match(stderr, /shell history/);
	assert.ok(!`${stdout}${stderr}`.includes(key));
});

test('the key comes from standard input', async () => {
	using sandbox = new Sandbox();
	const {exitCode} = await sandbox.run(
		['--infrastructure-username', user, '--infrastructure-api-key', '-', '--region', 'us-south', '--force'],
		{input: `${sandbox.keyOf(user)}\n`},
	);

	assert.equal(exitCode, 0);
	assert.equal(sandbox.credential('us-south'), user);
});

test('the pair comes from the environment, and no child inherits the key', async () => {
	using before = new Sandbox();
	using sandbox = new Sandbox({
		environment: {IAAS_CLASSIC_USERNAME: user, IAAS_CLASSIC_API_KEY: before.keyOf(user)},
	});
	const {exitCode} = await sandbox.run(['--region', 'us-south', '--force']);

	assert.equal(exitCode, 0);
	for (const call of sandbox.calls()) {
		assert.equal(call.environmentHoldsKey, false);
		assert.ok(!call.environmentNames.includes('IAAS_CLASSIC_API_KEY'));
	}
});

test('what is taken out of a key is said, wherever the key comes from, and quiet runs say it like other notes', async () => {
	using before = new Sandbox();
	const quoted = `KEY="${before.keyOf(user)}"`;
	const named = ['--infrastructure-username', user, '--region', 'us-south', '--force', '-q'];
	for (const [source, environment, input] of [
		['@', {}, ''],
		['-', {}, `${quoted}\n`],
		[undefined, {IAAS_CLASSIC_USERNAME: user, IAAS_CLASSIC_API_KEY: quoted}, ''],
	] as const) {
		using sandbox = new Sandbox({environment});
		const file = sandbox.write('key.txt', `${quoted}\n`);
		const from = source === undefined ? [] : ['--infrastructure-api-key', source.replace('@', `@${file}`)];
		const {exitCode, stderr} = await sandbox.run([...named, ...from], {input});
		assert.equal(exitCode, 0, stderr);
		assert.match(stderr, /^NOTE {2}API key: taken out: the name and the = before it$/mu, source);
		assert.match(stderr, /^NOTE {2}API key: taken out: the quotes around it$/mu, source);
	}
});

test('--output json prints one document and nothing else on standard output', async () => {
	using sandbox = new Sandbox();
	const {stdout, exitCode} = await sandbox.run([...complete(sandbox), '--force', '--output', 'json']);
	const document = JSON.parse(stdout) as {scopes: Array<{region: string; result: {kind: string}}>};

	assert.equal(exitCode, 0);
	assert.equal(document.scopes[0]?.region, 'us-south');
	assert.equal(document.scopes[0]?.result.kind, 'verified');
});

test('a region without classic clusters ends with 2', async () => {
	using sandbox = new Sandbox();
	const {stderr, exitCode} = await sandbox.run([...complete(sandbox, 'ca-tor'), '--force']);

	assert.equal(exitCode, 2);
	assert.match(stderr, /one of the regions that host classic clusters: us-south/);
});

test('a data center finds its region', async () => {
	using sandbox = new Sandbox();
	const {exitCode} = await sandbox.run([...complete(sandbox, 'tor01'), '--force']);

	assert.equal(exitCode, 0);
	assert.equal(sandbox.credential('us-east'), user);
});

test('where the present credential cannot be read, that scope fails alone', async () => {
	using sandbox = new Sandbox();
	sandbox.interceptCli(
		"*'credential get --region=eu-de'*) echo FAILED >&2; echo 'Internal error' >&2; exit 1;;",
	);
	const {stdout, exitCode} = await sandbox.run([
		...complete(sandbox),
		'--region',
		'eu-de',
		'--force',
		'--output',
		'json',
	]);
	const {scopes} = JSON.parse(stdout) as {scopes: Array<{region: string; result: {kind: string}}>};

	assert.equal(exitCode, 5);
	assert.deepEqual(
		scopes.map(({region, result}) => [region, result.kind]),
		[
			['us-south', 'verified'],
			['eu-de', 'failed'],
		],
	);
});

test('the words of the CLI stand on standard error', async () => {
	using sandbox = new Sandbox({scenario: 'wrong-key'});
	const key = sandbox.write('wrong', 'wrongdemokey'.padEnd(64, '0'));
	const {stderr, exitCode} = await sandbox.run([
		'--infrastructure-username',
		user,
		'--infrastructure-api-key',
		`@${key}`,
		'--region',
		'us-south',
		'--no-pair-check',
		'--force',
	]);

	assert.equal(exitCode, 1);
	assert.match(stderr, /Invalid API key/);
});

test('without a CLI the missing prerequisite ends with 3', async () => {
	using sandbox = new Sandbox({withoutCli: true});
	const {stderr, exitCode} = await sandbox.run([...complete(sandbox), '--force']);

	assert.equal(exitCode, 3);
	assert.match(stderr, /ibmcloud is not installed/);
});

test('the rehearsal plays the whole path by itself in a pipe', async () => {
	using sandbox = new Sandbox({withoutCli: true});
	const {stdout, exitCode} = await sandbox.run(['--demo']);

	assert.equal(exitCode, 0);
	assert.match(stdout, /Verified: the credential is set/);
	assert.deepEqual(sandbox.privateDirectories(), []);
});

test('another resource group is reached through a private copy, and nothing of the operator changes', async () => {
	using sandbox = new Sandbox();
	const before = sandbox.configuration();
	const {exitCode, stderr} = await sandbox.run([...complete(sandbox), '-g', 'infra', '--force']);

	assert.equal(exitCode, 0, stderr);
	assert.equal(sandbox.credential('us-south', 'infra'), user);
	assert.equal(sandbox.credential('us-south'), undefined);
	assert.equal(sandbox.configuration(), before);
	assert.deepEqual(sandbox.privateDirectories(), []);
});

test('a group that does not exist ends with 2 and names the command that lists them', async () => {
	using sandbox = new Sandbox();
	const {exitCode, stderr} = await sandbox.run([...complete(sandbox), '-g', 'nowhere', '--force']);

	assert.equal(exitCode, 2);
	assert.match(stderr, /ibmcloud resource groups/);
});

test('without a targeted group the missing flag is named, and nothing is left to the default', async () => {
	using sandbox = new Sandbox(testScenarios['no-group']);
	const {exitCode, stderr} = await sandbox.run([...complete(sandbox), '--force']);

	assert.equal(exitCode, 2);
	assert.match(stderr, /--resource-group/);
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 0);
});
