import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {inspect} from 'node:util';
import pLimit from 'p-limit';
import {createClient, type Client} from '../../source/ibmcloud/client.ts';
import type {ConfigurationDirectory, Operation} from '../../source/ibmcloud/types.ts';
import {createAdapter} from '../../source/shell/adapter.ts';
import {Secret} from '../../source/secrets/secret.ts';
import {scratchDirectory} from '../support/scratch.ts';
import {sample} from './samples.ts';
import {ScriptedCli} from './scripted-cli.ts';

const scratch = scratchDirectory();
const username = '1234567_jane@example.com';
const key = 'k7c4a9e1f07b52d8836ea1f4c90d7b3e5582f6a0c1d94e7b38a5f2069de1c7b4';
const scope = {region: 'us-south', groupName: 'default'} as const;
let made = 0;

function cli(): ScriptedCli {
	return new ScriptedCli(path.join(scratch, String(made++)));
}

test('every command is exactly the one that IBM documents', async () => {
	const table: ReadonlyArray<
		[(client: Client, directory: ConfigurationDirectory) => Operation<unknown>, string]
	> = [
		[(client, directory) => client.version(directory), 'version'],
		[(client, directory) => client.plugins(directory), 'plugin list --output json'],
		[(client, directory) => client.target(directory), 'target --output json'],
		[(client, directory) => client.targetGroup('group-2')(directory), 'target -g group-2'],
		[(client, directory) => client.targetAccount('account-2')(directory), 'target -c account-2'],
		[(client, directory) => client.accountShow(directory), 'account show --output json'],
		[(client, directory) => client.accounts(directory), 'account list --output json'],
		[
			(client, directory) => client.users(directory),
			'sl user list --column id --column username --column email --column displayName --column classicAPIKey --column status --output json',
		],
		[(client, directory) => client.resourceGroups(directory), 'resource groups --output json'],
		[(client, directory) => client.clusters(directory), 'ks cluster ls --provider classic --output json -q'],
		[
			(client, directory) => client.credentialGet(scope, () => [])(directory),
			'ks credential get --region=us-south --output json -q',
		],
		[
			(client, directory) => client.credentialSet('eu-de', username, new Secret(key))(directory),
			`ks credential set classic --infrastructure-username=${username} --infrastructure-api-key=${key} --region=eu-de -q`,
		],
		[
			(client, directory) => client.credentialUnset('eu-de')(directory),
			'ks credential unset --region=eu-de -q',
		],
		[
			(client, directory) => client.infraPermissions('eu-de')(directory),
			'ks infra-permissions get --region=eu-de --output json -q',
		],
		[(client, directory) => client.addApiKey(4711)(directory), 'sl user apikey 4711 --add'],
		[(client, directory) => client.iamToken(directory), 'iam oauth-tokens --output json'],
	];
	await Promise.all(
		table.map(async ([build, command]) => {
			const scripted = cli();
			await build(scripted.client(), scripted.ownHome).run();
			assert.deepEqual(scripted.commands(), [command]);
			const environment = scripted.calls()[0]?.environment ?? {};
			assert.equal(environment['IBMCLOUD_VERSION_CHECK'], 'false');
			assert.equal(environment['IBMCLOUD_COLOR'], 'false');
			assert.equal(environment['LC_ALL'], 'C');
		}),
	);
});

test('building an operation starts nothing', () => {
	const scripted = cli();
	const operation = scripted.client().credentialGet(scope, () => [])(scripted.ownHome);
	assert.equal(operation.command, 'ibmcloud ks credential get --region=us-south --output json -q');
	assert.deepEqual(scripted.calls(), []);
});

test('operations have equal keys only for the same command in the same configuration', () => {
	const client = cli().client();
	const own: ConfigurationDirectory = {name: 'own', environment: {}, configurationFile: ''};
	const copy: ConfigurationDirectory = {...own, name: 'copy-1'};
	assert.equal(client.target(own).key, client.target(own).key);
	assert.notEqual(client.target(own).key, client.target(copy).key);
	assert.notEqual(client.target(own).key, client.version(own).key);
	const elsewhere = {...scope, region: 'eu-de'} as const;
	assert.notEqual(
		client.credentialGet(scope, () => [])(own).key,
		client.credentialGet(elsewhere, () => [])(own).key,
	);
});

test('a username that begins with a dash or holds blanks stays one value', async () => {
	const scripted = cli();
	await scripted.client().credentialSet('us-south', '-f x', new Secret(key))(scripted.ownHome).run();
	assert.equal(scripted.calls()[0]?.args[4], '--infrastructure-username=-f x');
});

test('the key is only in the argument: not in the environment, the operation or its outcome', async () => {
	const scripted = cli();
	scripted.answer('ks-credential-set-classic', {stderr: `FAILED\nbad key ${key}`, exitCode: 1});
	const client = scripted.client({...scripted.environment, STRAY: key});
	const operation = client.credentialSet('us-south', username, new Secret(key))(scripted.ownHome);
	const outcome = await operation.run();
	assert.equal(outcome.ok, false);
	const seen =
		inspect([operation, outcome], {depth: 9, showHidden: true}) + JSON.stringify([operation, outcome]);
	assert.ok(!seen.includes(key));
	assert.match(operation.command, /--infrastructure-api-key="\$KEY"/);
	assert.ok(!JSON.stringify(scripted.calls()[0]?.environment).includes(key));
});

test('answers are parsed: what is set, and the code for "none set"', async () => {
	const scripted = cli();
	const get = async (): Promise<unknown> =>
		scripted
			.client()
			.credentialGet(scope, () => [])(scripted.ownHome)
			.run();
	scripted.answer('ks-credential-get', {stdout: sample('ks-credential-get.set.json')});
	assert.deepEqual(await get(), {ok: true, value: '7654321_infra.admin@example.com'});
	scripted.answer('ks-credential-get', {stderr: sample('ks-credential-get.unset.txt'), exitCode: 1});
	assert.deepEqual(await get(), {ok: true, value: null});
});

test('a set that ends with 0 is taken as it is, whatever it prints', async () => {
	const scripted = cli();
	const operation = scripted.client().credentialSet('us-south', username, new Secret(key))(scripted.ownHome);
	for (const stdout of ['', 'OK\n', 'Erfolg\n', '{"nonsense":']) {
		scripted.answer('ks-credential-set-classic', {stdout});
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		assert.deepEqual(await operation.run(), {ok: true, value: undefined});
	}
});

test('a failure carries its kind, the own words of the CLI and the command', async () => {
	const scripted = cli();
	const stderr = sample('ks-credential-set-classic.invalid-key.txt');
	scripted.answer('ks-credential-set-classic', {stderr, exitCode: 1});
	const set = scripted.client().credentialSet('us-south', username, new Secret(key));
	const outcome = await set(scripted.ownHome).run();
	assert.ok(!outcome.ok);
	assert.equal(outcome.error.kind, 'key-invalid');
	assert.match(outcome.error.words, /Invalid API key/);
	assert.equal(outcome.error.exitCode, 1);
	assert.match(outcome.error.command, /^ibmcloud ks credential set classic /);
});

test('without a program that may be run every operation fails for that reason', async () => {
	const error = {kind: 'cli-missing', words: '', command: 'ibmcloud'} as const;
	const client = createClient({run: createAdapter({}).run, program: {ok: false, error}, limit: pLimit(1)});
	const own: ConfigurationDirectory = {name: 'own', environment: {}, configurationFile: ''};
	assert.deepEqual(await client.version(own).run(), {ok: false, error});
});

test('a signal cancels what runs and what waits its turn', async () => {
	const scripted = cli();
	const outcome = await scripted.client().version(scripted.ownHome).run({signal: AbortSignal.abort()});
	assert.equal(!outcome.ok && outcome.error.kind, 'cancelled');
	assert.deepEqual(scripted.calls(), []);
});
