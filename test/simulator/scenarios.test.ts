import assert from 'node:assert/strict';
import {join} from 'node:path';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';

import {chooseScenarios, worldOf} from '../../source/simulator/scenario.ts';
import {scenarios} from '../../source/simulator/scenarios/index.ts';
import {seed} from '../../source/simulator/seed.ts';
import {standardWorld} from '../../source/simulator/standard-world.ts';

import {Simulator, sampleAnswers} from './simulator.ts';
import type {Ended} from './simulator.ts';

/** Sets the sample credential in us-south and reads it back. */
async function outcome(scenario: string, useWrongKey = false) {
	const simulator = await Simulator.seeded(scenario);
	const {username, key, wrongKey} = await sampleAnswers(simulator);
	const set = await simulator.set('us-south', username, useWrongKey ? wrongKey : key);
	const get = await simulator.type('ks credential get --region us-south -q');
	return {simulator, set, get, key};
}

async function list(scenario: string): Promise<Ended> {
	const simulator = await Simulator.seeded(scenario);
	return simulator.type('sl user list --output json');
}

test('every scenario has a description and can be seeded', async () => {
	const listed = (await new Simulator().json('simulator-scenarios')) as {name: string; description: string}[];
	assert.equal(listed[0]?.name, 'standard');
	assert.equal(new Set(listed.map(({name}) => name)).size, listed.length);
	const {directory} = new Simulator();
	for (const {name, description} of listed) {
		assert.match(description, /^\S[^]+\.$/, name);
		// In this process, because a child for each of them takes long.
		const active = chooseScenarios(scenarios, name);
		const environment = {IBMCLOUD_HOME: join(directory, name)};
		const report = seed(environment, join(directory, 'state'), worldOf(standardWorld, active), active);
		assert.deepEqual(report.scenarios, [name]);
	}
	const unknown = await new Simulator('nonsense').type('version');
	assert.equal(unknown.exitCode, 70);
	assert.match(unknown.stderr, /not a scenario/);
});

test('an expired session fails in each program’s own words until a login', async () => {
	const simulator = await Simulator.seeded('expired-session');
	assert.match(
		(await simulator.type('ks credential get --region eu-de -q')).stderr,
		/Login token is expired/,
	);
	assert.match(
		(await simulator.type('sl user list')).stderr,
		/The refresh token has expired\. Log in again\./,
	);
	assert.match((await simulator.type('resource groups')).stderr, /BXNIM0408E/);
	await simulator.type('login --apikey anything -g default');
	assert.equal((await simulator.type('ks credential get --region eu-de -q')).exitCode, 0);
	// Later homes made from an API-key login cannot switch the account.
	assert.match((await simulator.type('target -c fedcba9876543210fedcba9876543210')).stderr, /API key/);
});

test('a stale token is refreshed silently, which rewrites the configuration', async () => {
	const simulator = await Simulator.seeded('stale-token');
	const before = simulator.configuration();
	assert.equal((await simulator.type('ks credential get --region eu-de -q')).exitCode, 0);
	assert.notEqual(simulator.configuration(), before);
	const after = simulator.configuration();
	await simulator.type('ks credential get --region eu-de -q');
	assert.equal(simulator.configuration(), after);
});

test('without a classic account nobody can be listed and nothing is linked', async () => {
	const simulator = await Simulator.seeded('no-classic-account');
	assert.doesNotMatch((await simulator.type('target')).stdout, /<->/);
	assert.match((await simulator.type('sl user list')).stderr, /Token received with no IMS account id/);
	assert.match(
		(await simulator.type('ks infra-permissions get -q')).stderr,
		/unable to connect to your Softlayer account/,
	);
});

test('German keeps the code and changes the words', async () => {
	const simulator = await Simulator.seeded('german');
	const unset = await simulator.type('ks credential get --region us-south -q');
	assert.match(unset.stderr, /^FEHLGESCHLAGEN\n.*\(E0051\)\n\n$/);
	assert.match(
		(await simulator.type('sl user apikey 7260999 --add')).stdout,
		/^OK\nErfolgreich hinzugefügt\. .*: demokey[0-9a-f]{57}\n$/,
	);
});

test('colour in JSON is gone once it is stripped', async () => {
	const simulator = await Simulator.seeded('coloured');
	const {stdout} = await simulator.type('plugin list --output json', {
		environment: {IBMCLOUD_COLOR: 'false'},
	});
	assert.throws(() => JSON.parse(stdout));
	assert.equal(
		(JSON.parse(stripVTControlCharacters(stdout)) as {Name: string}[])[0]?.Name,
		'container-service',
	);
});

test('each read fails once', async () => {
	const simulator = await Simulator.seeded('fails-once');
	for (const line of ['sl user list', 'ks credential get --region eu-de -q']) {
		assert.match((await simulator.type(line)).stderr, /i\/o timeout/);
		assert.equal((await simulator.type(line)).exitCode, 0);
	}
});

test('setting can go wrong in every way', async () => {
	const wrongKey = await outcome('wrong-key', true);
	assert.match(wrongKey.set.stderr, /SoftLayer_Exception_User_Customer_Unauthorized: Invalid API key/);
	assert.equal((await outcome('wrong-key')).set.exitCode, 0);
	assert.equal((await outcome('role-too-low')).set.exitCode, 1);
	const nothing = await outcome('set-changes-nothing');
	assert.deepEqual([nothing.set.exitCode, nothing.get.exitCode], [0, 1]);
	assert.match((await outcome('read-back-differs')).get.stdout, /7654321_somebody\.else@example\.com/);
	const leak = await outcome('leaks-key');
	assert.ok(leak.set.stderr.includes(leak.key));
	assert.match((await outcome('scope-fails:us-south')).set.stderr, /HTTP 503/);
	const killed = await outcome('dies-by-signal');
	assert.deepEqual([killed.set.signal, killed.get.exitCode], ['SIGKILL', 1]);
	const over = await outcome('session-expires-midway');
	assert.equal(over.set.exitCode, 0);
	assert.match(over.get.stderr, /Login token is expired/);
});

test('a late read-back shows the old state first', async () => {
	const simulator = await Simulator.seeded('late-read-back:3600000');
	const {username, key} = await sampleAnswers(simulator);
	await simulator.set('us-south', username, key);
	assert.match((await simulator.type('ks credential get --region us-south -q')).stderr, /E0051/);
	const later = {environment: {CLASSIC_CREDENTIALS_SIMULATOR_SCENARIO: 'late-read-back:0'}};
	assert.equal((await simulator.type('ks credential get --region us-south -q', later)).exitCode, 0);
});

test('the target of the operator changes after the first credential is read', async () => {
	const simulator = await Simulator.seeded('target-changes');
	assert.match(
		(await simulator.type('ks credential get --region eu-de -q')).stdout,
		/resource group default/,
	);
	assert.match((await simulator.type('target')).stdout, /Resource group: {4}infra/);
	await simulator.type('ks credential get --region eu-de -q');
	assert.match((await simulator.type('target')).stdout, /Resource group: {4}infra/);
});

test('lists of users come in every size and shape', async () => {
	assert.equal((await list('no-users')).stdout, '[]\n');
	assert.equal((await list('null-users')).stdout, '[\n    {}\n]\n');
	assert.equal((JSON.parse((await list('many-users')).stdout) as unknown[]).length, 5000);
	const half = await list('half-json');
	assert.equal(half.exitCode, 0);
	assert.throws(() => JSON.parse(half.stdout));
	const hostile = (await list('hostile-names')).stdout;
	assert.match(hostile, /\\u001b\[31mRED/);
	assert.match(hostile, /\\u003cscript\\u003e/);
	assert.ok(
		(JSON.parse((await list('unicode-users')).stdout) as {displayName: string}[]).some(
			({displayName}) => displayName === '김민준',
		),
	);
});

test('missing permissions can be granted', async () => {
	const simulator = await Simulator.seeded('missing-permissions');
	const {username, key} = await sampleAnswers(simulator);
	await simulator.set('us-south', username, key);
	assert.match(
		(await simulator.type('ks infra-permissions get --region us-south -q')).stdout,
		/View Virtual Server Details +required/,
	);
	const granted = await simulator.type(
		'sl user permission-edit 7260307 --permission VIRTUAL_GUEST_VIEW,SERVER_ADD --enable true',
	);
	assert.equal(granted.stdout, 'Permissions updated successfully\n');
	assert.doesNotMatch(
		(await simulator.type('ks infra-permissions get --region us-south -q')).stdout,
		/View Virtual Server Details/,
	);
});

test('a flood ends when nobody reads it any more', async () => {
	const simulator = await Simulator.seeded('floods');
	const child = simulator.start(['sl', 'user', 'list']);
	child.stdout?.once('data', () => child.stdout?.destroy());
	const exitCode = await new Promise((resolve) => child.on('exit', resolve));
	assert.equal(exitCode, 1);
});

test('a call that ignores SIGTERM is ended only by SIGKILL', async () => {
	// The notice tells that the signals are ignored from now on; the call itself says nothing before it hangs.
	const simulator = await Simulator.seeded('ignores-sigterm:no command,update-notice,hangs:sl user list');
	const child = simulator.start(['sl', 'user', 'list']);
	await new Promise((resolve) => child.stdout?.once('data', resolve));
	for (let attempt = 0; attempt < 5; attempt++) child.kill('SIGTERM');
	child.kill('SIGKILL');
	const signal = await new Promise((resolve) => child.on('exit', (_code, name) => resolve(name)));
	assert.equal(signal, 'SIGKILL');
});
