import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, truncateSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {clusterAccount} from '../../source/simulator/standard.ts';
import {schemas} from '../../source/documents/schemas.ts';
import {cliSays, fails} from '../support/faults.ts';
import {sampleUser} from '../support/session-steps.ts';
import {Sandbox} from '../support/sandbox.ts';

interface Document {
	readonly exitStatus: number;
	readonly scopes: ReadonlyArray<{
		readonly region: string;
		readonly resourceGroup: {readonly name: string};
		readonly expected?: string | null;
		readonly found?: string | null;
		readonly asExpected: boolean | null;
	}>;
}

/** Saves the output of `status --all`; returns the argument that gives it back. */
async function keep(sandbox: Sandbox): Promise<string> {
	const {stdout, exitCode, stderr} = await sandbox.run(['status', '--all', '--output', 'json']);
	assert.equal(exitCode, 0, stderr);
	return `@${sandbox.write('status.json', stdout)}`;
}

test('what status has printed is expected as it stands: 0, and no more calls than status --all', async () => {
	using sandbox = new Sandbox();
	const file = await keep(sandbox);
	const calls = sandbox.calls().length;
	const {stdout, stderr, exitCode} = await sandbox.run(['status', '--expect', file]);
	assert.equal(exitCode, 0, stderr);
	assert.ok(sandbox.calls().length - calls <= 1.1 * calls, `${sandbox.calls().length - calls} > ${calls}`);
	assert.match(stdout, /^Account Example Cluster Account \(1234567\), as first\.last@example\.com, 20/);
	assert.match(stdout, /All 21 scopes are as .*status\.json says/);
	assert.equal(stdout.split('\n').length, 3, stdout);
	const quiet = await sandbox.run(['status', '--expect', file, '--quiet']);
	assert.deepEqual([quiet.stdout, quiet.exitCode], ['', 0]);
});

test('after one change by somebody else: 4, and the one row alone; in JSON all, each with expected and found', async () => {
	using sandbox = new Sandbox();
	const file = await keep(sandbox);
	sandbox.change({credential: {region: 'jp-tok', group: 'team-a', username: sampleUser}});
	const checked = await sandbox.run(['status', '--expect', file]);
	assert.equal(checked.exitCode, 4);
	assert.deepEqual(
		checked.stdout.split('\n').filter((line) => / \/ (?:default|infra|team-a)\s/.test(line)).length,
		1,
		checked.stdout,
	);
	assert.match(checked.stdout, /^! jp-tok \/ team-a +1234567_infra\.admin/m);
	assert.match(checked.stderr, /jp-tok \/ team-a: expected none, found 1234567_infra\.admin@example\.com/);

	const {stdout, exitCode} = await sandbox.run(['status', '--expect', file, '--output', 'json']);
	const document = schemas.status.parse(JSON.parse(stdout)) as Document;
	assert.partialDeepStrictEqual(document, {
		account: {id: clusterAccount, name: 'Example Cluster Account', number: '1234567'},
		operator: 'first.last@example.com',
	});
	assert.deepEqual([exitCode, document.exitStatus], [4, 4]);
	assert.equal(document.scopes.length, 21);
	for (const {region, resourceGroup, expected, found, asExpected} of document.scopes) {
		const isChanged = region === 'jp-tok' && resourceGroup.name === 'team-a';
		assert.equal(asExpected, !isChanged);
		assert.equal(found, isChanged ? sampleUser : expected);
		assert.ok(expected === null || typeof expected === 'string');
	}
});

test('what cannot be read: 5 with a row, or 4 where another differs; 3 where nothing can', async () => {
	using sandbox = new Sandbox();
	const file = await keep(sandbox);
	sandbox.setFaults([fails('ks credential get eu-gb infra', cliSays.unavailable)]);
	const partly = await sandbox.run(['status', '--expect', file]);
	assert.equal(partly.exitCode, 5);
	assert.match(partly.stdout, /eu-gb \/ infra +not read/);
	assert.doesNotMatch(partly.stdout, /default +eu-gb/);
	sandbox.change({credential: {region: 'eu-de', username: sampleUser}});
	assert.equal((await sandbox.run(['status', '--expect', file])).exitCode, 4);
	sandbox.change({session: 'ended'});
	assert.equal((await sandbox.run(['status', '--expect', file])).exitCode, 3);
});

test('a file of another account: refused before any credential is read', async () => {
	using sandbox = new Sandbox();
	const file = await keep(sandbox);
	sandbox.change({target: {account: 'fedcba9876543210fedcba9876543210'}});
	const before = sandbox.callsOf('ks', 'credential', 'get').length;
	const {exitCode, stderr} = await sandbox.run(['status', '--expect', file]);
	assert.equal(exitCode, 2);
	assert.match(stderr, /account\.id: expected fedcba98.*Old Infrastructure Account/);
	assert.equal(sandbox.callsOf('ks', 'credential', 'get').length, before);
});

test('a group that is not there, or is called otherwise: refused with its place', async () => {
	using sandbox = new Sandbox();
	const text = readFileSync((await keep(sandbox)).slice(1), 'utf8');
	const renamed = sandbox.write('renamed.json', text.replace('"name": "team-a"', '"name": "team-b"'));
	const gone = sandbox.write('gone.json', text.replaceAll('3f6d1c0b7a594e2f8c1d5b9e0a4f7261', 'gone'));
	const first = await sandbox.run(['status', '--expect', `@${renamed}`]);
	assert.deepEqual([first.exitCode, first.stdout], [2, '']);
	assert.match(first.stderr, /scopes\[14\]\.resourceGroup\.name: expected team-a/);
	const second = await sandbox.run(['status', '--expect', `@${gone}`]);
	assert.equal(second.exitCode, 2);
	assert.match(second.stderr, /scopes\[14\]\.resourceGroup\.id: expected the ID of a resource group/);
});

test('the name of a file may be long; a key in its place is refused and not repeated', async () => {
	using sandbox = new Sandbox();
	const {stdout} = await sandbox.run(['status', '--output', 'json']);
	const file = sandbox.write('example-account-all-regions-2026-11-25-as-it-was-at-noon.json', stdout);
	assert.equal((await sandbox.run(['status', '--expect', `@${file}`])).exitCode, 0);
	const key = sandbox.keyOf(sampleUser);
	const {exitCode, stderr} = await sandbox.run(['status', '--expect', key]);
	assert.equal(exitCode, 2);
	assert.ok(!stderr.includes(key));
});

test('the file says which scopes: no option beside it does', async () => {
	using sandbox = new Sandbox();
	const file = await keep(sandbox);
	for (const [named, ...more] of [
		['--all', '--all'],
		['--region', '--region', 'eu-de'],
		['--resource-group', '-g', 'default'],
	] as const) {
		// oxlint-disable-next-line no-await-in-loop -- one sandbox
		const {exitCode, stderr} = await sandbox.run(['status', '--expect', file, ...more]);
		assert.equal(exitCode, 2);
		assert.ok(stderr.includes(`leave out ${named}.`), stderr);
	}
});

test('a file of 100 MB, a device, a pipe that never ends or never begins, a directory: refused, and ibmcloud is not asked', async () => {
	using sandbox = new Sandbox();
	const huge = sandbox.write('huge.json', '');
	truncateSync(huge, 100 * 1024 * 1024);
	mkdirSync(path.join(sandbox.directory, 'dir'));
	const pipe = path.join(sandbox.directory, 'pipe');
	execFileSync('mkfifo', [pipe]);
	const calls = sandbox.calls().length;
	const cases: ReadonlyArray<readonly [string, RegExp, prefix?: readonly string[]]> = [
		[huge, /longer than 4 MB/],
		['/dev/zero', /is a device/],
		['/proc/self/fd/0', /longer than 4 MB/, ['sh', '-c', 'yes | "$@"', 'sh']],
		[pipe, /within 10 seconds/],
		[path.join(sandbox.directory, 'dir'), /is a directory/],
		[path.join(sandbox.directory, 'none.json'), /could not be read/],
		['', /could not be read/],
		[sandbox.write('text.json', 'secretword'), /expected the JSON document/],
	];
	await Promise.all(
		cases.map(async ([file, said, prefix = []]) => {
			const {exitCode, stdout, stderr} = await sandbox.run(['status', '--expect', `@${file}`], {prefix});
			assert.equal(exitCode, 2, `${file} ${stderr}`);
			assert.equal(stdout, '');
			assert.match(stderr, said);
			assert.doesNotMatch(stderr, /secretword/);
		}),
	);
	assert.equal(sandbox.calls().length, calls);
});
