import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {schemas} from '../../source/documents/schemas.ts';
import {cliSays, fails} from '../support/faults.ts';
import {giveKey, sampleUser} from '../support/session-steps.ts';
import {Sandbox} from '../support/sandbox.ts';

const jane = '1234567_jane.roe@example.com';
const foreign = '7654321_infra.admin@example.com';

/** Saves Jane in Frankfurt, the sample user in Dallas and in another group; returns the file's argument. */
async function keep(sandbox: Sandbox): Promise<string> {
	sandbox.change({credential: {region: 'us-south', username: sampleUser}});
	sandbox.change({credential: {region: 'us-south', group: 'infra', username: sampleUser}});
	const {stdout, exitCode} = await sandbox.run(['status', '--all', '--output', 'json']);
	assert.equal(exitCode, 0);
	return `@${sandbox.write('status.json', stdout)}`;
}

/** Returns the flags with the key of each of these users. */
function keysOf(sandbox: Sandbox, ...users: readonly string[]): string[] {
	return users.flatMap((user) => [
		'--infrastructure-api-key',
		`${user}=@${sandbox.write(`${user}.key`, sandbox.keyOf(user))}`,
	]);
}

test('after a change by somebody else setup --from sets that row back and nothing else; then there is nothing to do', async () => {
	using sandbox = new Sandbox();
	const file = await keep(sandbox);
	sandbox.change({credential: {region: 'us-south', group: 'infra', username: foreign}});
	const keys = keysOf(sandbox, sampleUser);

	const dry = await sandbox.run(['setup', '--from', file, '--dry-run']);
	assert.equal(dry.exitCode, 4, dry.stderr);
	assert.match(dry.stdout, /us-south/);
	assert.doesNotMatch(dry.stdout, /eu-de/);

	const unnamed = await sandbox.run(['setup', '--from', file, '--force', ...keys]);
	assert.equal(unnamed.exitCode, 2);
	assert.match(unnamed.stderr, /--replace-account 7654321/);
	assert.equal(sandbox.credential('us-south', 'infra'), foreign);

	const {exitCode, stderr} = await sandbox.run([
		'setup',
		'--from',
		file,
		'--force',
		'--replace-account',
		'7654321',
		...keys,
	]);
	assert.equal(exitCode, 0, stderr);
	assert.equal(sandbox.credential('us-south', 'infra'), sampleUser);
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 1);
	assert.equal((await sandbox.run(['status', '--expect', file])).exitCode, 0);

	const again = await sandbox.run(['setup', '--from', file, '--force', ...keys]);
	assert.equal(again.exitCode, 0);
	assert.match(again.stdout, /Nothing to do/);
	assert.doesNotMatch(again.stdout, /What will run|scope +now/);
	assert.equal((await sandbox.run(['setup', '--from', file, '--dry-run'])).exitCode, 0);
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 1);
});

test('several users in several groups, each with its own key: one run, one document, and the journal has each', async () => {
	using sandbox = new Sandbox();
	const file = await keep(sandbox);
	for (const [region, group] of [
		['eu-de', 'default'],
		['us-south', 'default'],
		['us-south', 'infra'],
	] as const) {
		sandbox.change({credential: {region, group, username: null}});
	}

	const {stdout, exitCode, stderr} = await sandbox.run([
		'setup',
		'--from',
		file,
		'--force',
		'--output',
		'json',
		...keysOf(sandbox, jane, sampleUser),
	]);
	assert.equal(exitCode, 0, stderr);
	const document = schemas.change.parse(JSON.parse(stdout)) as {
		readonly infrastructureUsername: string | null;
		readonly scopes: ReadonlyArray<{readonly after: string; readonly keyFingerprint: string}>;
	};
	assert.equal(document.infrastructureUsername, null);
	assert.deepEqual(document.scopes.map(({after}) => after).toSorted(), [sampleUser, sampleUser, jane]);
	assert.equal(new Set(document.scopes.map(({keyFingerprint}) => keyFingerprint)).size, 2);
	assert.equal(sandbox.credential('eu-de'), jane);
	assert.equal(sandbox.credential('us-south'), sampleUser);
	assert.equal(sandbox.credential('us-south', 'infra'), sampleUser);
	const history = await sandbox.run(['history', '--output', 'json']);
	const {entries} = JSON.parse(history.stdout) as {
		readonly entries: ReadonlyArray<{readonly event: string; readonly after: string}>;
	};
	assert.deepEqual(
		entries
			.filter(({event}) => event === 'end')
			.map(({after}) => after)
			.toSorted(),
		[sampleUser, sampleUser, jane],
	);
});

test('a scope that fails: 5, and the printed command finishes it with the key of its own user', async () => {
	using sandbox = new Sandbox();
	const file = await keep(sandbox);
	sandbox.change({credential: {region: 'eu-de', username: null}});
	sandbox.change({credential: {region: 'us-south', username: null}});
	sandbox.setFaults([fails('ks credential set eu-de', cliSays.unavailable)]);
	const {stdout, exitCode} = await sandbox.run([
		'setup',
		'--from',
		file,
		'--force',
		'--output',
		'json',
		...keysOf(sandbox, jane, sampleUser),
	]);
	assert.equal(exitCode, 5);
	const {finish} = JSON.parse(stdout) as {readonly finish: readonly string[]};
	assert.equal(finish.length, 1);
	sandbox.setFaults([]);
	sandbox.paste((finish[0] ?? '').replace('classic-credentials', sandbox.command));
	assert.equal(sandbox.credential('eu-de'), jane);
});

test('a row that is none is compared and never removed: 4, and it is named', async () => {
	using sandbox = new Sandbox();
	const file = await keep(sandbox);
	sandbox.change({credential: {region: 'jp-osa', group: 'team-a', username: foreign}});
	const {stdout, stderr, exitCode} = await sandbox.run(['setup', '--from', file, '--force']);
	assert.equal(exitCode, 4);
	assert.match(`${stdout}${stderr}`, /jp-osa \/ team-a: the file expects none, found 7654321_infra\.admin/);
	assert.equal(sandbox.credential('jp-osa', 'team-a'), foreign);
	assert.deepEqual(sandbox.callsOf('ks', 'credential', 'unset'), []);
});

test('keys that are missing, of nobody in the file, or of nobody at all: refused with what fits', async () => {
	using sandbox = new Sandbox();
	const file = await keep(sandbox);
	sandbox.change({credential: {region: 'eu-de', username: foreign}});
	const key = `@${sandbox.write('key', sandbox.keyOf(jane))}`;
	const flag = '--infrastructure-api-key';
	const run = async (...more: readonly string[]): Promise<readonly [number | null, string]> => {
		const {exitCode, stderr} = await sandbox.run(['setup', '--from', file, '--force', ...more]);
		return [exitCode, stderr];
	};

	const missing = await run();
	assert.equal(missing[0], 2);
	assert.ok(missing[1].includes(`${flag} ${jane}=@FILE`), missing[1]);
	assert.ok(!missing[1].includes(sampleUser), missing[1]);
	for (const more of [
		[flag, key],
		[flag, `${foreign}=${key}`],
		[flag, `${jane}=${key}`, flag, `${jane}=${key}`],
		[flag, sandbox.keyOf(jane)],
		[flag, `${jane}=${sandbox.keyOf(jane)}`],
		['--region', 'eu-de'],
		['--where-set'],
	]) {
		// oxlint-disable-next-line no-await-in-loop -- one sandbox
		const [status, said] = await run(...more);
		assert.equal(status, 2, said);
		assert.ok(!said.includes(sandbox.keyOf(jane)), said);
	}

	assert.deepEqual(sandbox.callsOf('ks', 'credential', 'set'), []);
});

test('where the file has one user, @FILE alone is enough, and so is the pair of the environment', async () => {
	using sandbox = new Sandbox();
	const {stdout} = await sandbox.run(['status', '--output', 'json']);
	const file = `@${sandbox.write('status.json', stdout)}`;
	const key = `@${sandbox.write('key', sandbox.keyOf(jane))}`;
	for (const options of [
		{args: ['--infrastructure-api-key', key]},
		{args: [], environment: {IAAS_CLASSIC_USERNAME: jane, IAAS_CLASSIC_API_KEY: sandbox.keyOf(jane)}},
	]) {
		sandbox.change({credential: {region: 'eu-de', username: null}});
		const {args, ...more} = options;
		// oxlint-disable-next-line no-await-in-loop -- one after the other
		const ended = await sandbox.run(['setup', '--from', file, '--force', ...args], more);
		assert.equal(ended.exitCode, 0, ended.stderr);
		assert.equal(sandbox.credential('eu-de'), jane);
	}
});

test('a row that could not be read when the file was written, or does not fit: refused as a whole, in JSON too', async () => {
	using sandbox = new Sandbox();
	sandbox.setFaults([fails('ks credential get eu-gb', cliSays.unavailable)]);
	const {stdout, exitCode} = await sandbox.run(['status', '--output', 'json']);
	assert.equal(exitCode, 5);
	sandbox.setFaults([]);
	const file = `@${sandbox.write('status.json', stdout)}`;
	const calls = sandbox.calls().length;
	const ended = await sandbox.run(['setup', '--from', file, '--dry-run', '--output', 'json']);
	assert.equal(ended.exitCode, 2);
	const document = schemas.change.parse(JSON.parse(ended.stdout)) as {readonly message: string};
	assert.match(document.message, /scopes\[3\]\.credential/);
	assert.equal(sandbox.calls().length, calls);
	const mars = sandbox.write('mars.json', readFileSync(file.slice(1), 'utf8').replace('"jp-tok"', '"mars"'));
	const second = await sandbox.run(['setup', '--from', `@${mars}`, '--dry-run']);
	assert.equal(second.exitCode, 2);
	assert.match(second.stderr, /scopes\[4\]\.region: expected us-south/);
});

test('guided: the key of each user is asked once, the review shows what differs, and it is set', async () => {
	using sandbox = new Sandbox();
	const file = await keep(sandbox);
	sandbox.change({credential: {region: 'eu-de', username: null}});
	sandbox.change({credential: {region: 'us-south', username: jane}});
	await using terminal = await sandbox.open(['setup', '--from', file], {columns: 120, rows: 40});
	await terminal.waitFor(`What is the classic infrastructure API key of ${sampleUser}`);
	await giveKey(terminal, sandbox.keyOf(sampleUser));
	await terminal.waitFor(`What is the classic infrastructure API key of ${jane}`);
	await giveKey(terminal, sandbox.keyOf(jane));
	await terminal.waitFor('❯ Apply');
	terminal.press('enter');
	const {exitCode} = await terminal.waitForExit();
	assert.equal(exitCode, 0);
	assert.equal(sandbox.credential('eu-de'), jane);
	assert.equal(sandbox.credential('us-south'), sampleUser);
	assert.equal(sandbox.callsOf('ks', 'credential', 'set').length, 2);
});
