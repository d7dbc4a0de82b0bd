import assert from 'node:assert/strict';
import {join} from 'node:path';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';

import {chooseScenario, scenarios} from '../../source/simulator/scenarios.ts';
import type {Scenario} from '../../source/simulator/scenarios.ts';
import {seed} from '../../source/simulator/scenarios.ts';
import {ServiceStore} from '../../source/simulator/store.ts';
import {testScenarios} from '../support/scenarios.ts';
import {Simulator, sampleAnswers} from './simulator.ts';
import type {Ended} from '../support/sandbox.ts';

/** Sets the sample credential in us-south and reads it back. */
async function outcome(scenario: string | Scenario, useWrongKey = false) {
	const simulator = await Simulator.seeded(scenario);
	const {username, key, wrongKey} = await sampleAnswers(simulator);
	const set = await simulator.set('us-south', username, useWrongKey ? wrongKey : key);
	const get = await simulator.type('ks credential get --region us-south -q');
	return {simulator, set, get, key};
}

async function list(scenario: Scenario): Promise<Ended> {
	const simulator = await Simulator.seeded(scenario);
	return simulator.type('sl user list --output json');
}

test('every scenario has a description and can be seeded', async () => {
	assert.equal(scenarios[0]?.name, 'standard');
	assert.equal(new Set(scenarios.map(({name}) => name)).size, scenarios.length);
	const {directory} = new Simulator();
	for (const {name, description} of scenarios) {
		assert.match(description, /^\S[^]+\.$/, name);
		// In this process, because a child for each of them takes long.
		const store = new ServiceStore(join(directory, name, 'state'));
		const report = seed({IBMCLOUD_HOME: join(directory, name)}, store, chooseScenario(name, undefined));
		assert.ok(report.keys[report.sampleAnswers.username], name);
	}
	const unknown = await new Simulator('nonsense').type('simulator-seed');
	assert.equal(unknown.exitCode, 70);
	assert.match(unknown.stderr, /not a scenario/);
});

test('what is not prepared is said', async () => {
	const {exitCode, stderr} = await new Simulator().type('version');
	assert.equal(exitCode, 70);
	assert.match(stderr, /run simulator-seed first/);
});

test('an expired session fails in each program’s own words until a login', async () => {
	const simulator = await Simulator.seeded(testScenarios['expired-session']);
	assert.match(
		(await simulator.type('ks credential get --region eu-de -q')).stderr,
		/Login token is expired/,
	);
	assert.match(
		(await simulator.type('sl user list --output json')).stderr,
		/The refresh token has expired\. Log in again\./,
	);
	assert.match((await simulator.type('resource groups --output json')).stderr, /BXNIM0408E/);
	await simulator.type('login --apikey anything -g default');
	assert.equal((await simulator.type('ks credential get --region eu-de -q')).exitCode, 0);
	// Later homes made from an API-key login cannot switch the account.
	assert.match((await simulator.type('target -c fedcba9876543210fedcba9876543210')).stderr, /API key/);
});

test('a stale token is refreshed silently, which rewrites the configuration', async () => {
	const simulator = await Simulator.seeded(testScenarios['stale-token']);
	const before = simulator.configuration();
	assert.equal((await simulator.type('ks credential get --region eu-de -q')).exitCode, 0);
	assert.notEqual(simulator.configuration(), before);
	const after = simulator.configuration();
	await simulator.type('ks credential get --region eu-de -q');
	assert.equal(simulator.configuration(), after);
});

test('without a classic account nobody can be listed and nothing is linked', async () => {
	const simulator = await Simulator.seeded(testScenarios['no-classic-account']);
	assert.doesNotMatch((await simulator.type('target')).stdout, /<->/);
	assert.match(
		(await simulator.type('sl user list --output json')).stderr,
		/Token received with no IMS account id/,
	);
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

test('color in JSON is gone once it is stripped', async () => {
	const simulator = await Simulator.seeded(testScenarios.colored);
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
	const simulator = await Simulator.seeded(testScenarios['fails-once']);
	for (const line of ['sl user list --output json', 'ks credential get --region eu-de -q']) {
		assert.match((await simulator.type(line)).stderr, /i\/o timeout/);
		assert.equal((await simulator.type(line)).exitCode, 0);
	}
});

test('setting can go wrong in every way', async () => {
	const wrongKey = await outcome('wrong-key', true);
	assert.match(wrongKey.set.stderr, /SoftLayer_Exception_User_Customer_Unauthorized: Invalid API key/);
	assert.equal((await outcome('wrong-key')).set.exitCode, 0);
	assert.equal((await outcome(testScenarios['role-too-low'])).set.exitCode, 1);
	const nothing = await outcome(testScenarios['set-changes-nothing']);
	assert.deepEqual([nothing.set.exitCode, nothing.get.exitCode], [0, 1]);
	const differs = await outcome(testScenarios['read-back-differs']);
	assert.match(differs.get.stdout, /7654321_somebody\.else@example\.com/);
	const leak = await outcome(testScenarios['leaks-key']);
	assert.ok(leak.set.stderr.includes(`X-Auth-Softlayer-APIKey: ${leak.key}`));
	const killed = await outcome(testScenarios['dies-by-signal']);
	assert.deepEqual([killed.set.signal, killed.get.exitCode], ['SIGKILL', 1]);
	const over = await outcome(testScenarios['session-expires-midway']);
	assert.equal(over.set.exitCode, 0);
	assert.match(over.get.stderr, /Login token is expired/);
});

test('the target of the operator changes after the first credential is read', async () => {
	const simulator = await Simulator.seeded(testScenarios['target-changes']);
	assert.match(
		(await simulator.type('ks credential get --region eu-de -q')).stdout,
		/resource group default/,
	);
	assert.match((await simulator.type('target')).stdout, /Resource group: {4}infra/);
	await simulator.type('ks credential get --region eu-de -q');
	assert.match((await simulator.type('target')).stdout, /Resource group: {4}infra/);
});

test('lists of users come in every size and shape', async () => {
	assert.equal((await list(testScenarios['no-users'])).stdout, '[]\n');
	assert.equal((await list(testScenarios['null-users'])).stdout, '[\n    {}\n]\n');
	assert.equal((JSON.parse((await list(testScenarios['many-users'])).stdout) as unknown[]).length, 5000);
	const half = await list(testScenarios['half-json']);
	assert.equal(half.exitCode, 0);
	assert.throws(() => JSON.parse(half.stdout));
	const hostile = (await list(testScenarios['hostile-names'])).stdout;
	assert.match(hostile, /\\u001b\[31mRED/);
	assert.match(hostile, /\\u003cscript\\u003e/);
	assert.ok(
		(JSON.parse((await list(testScenarios['unicode-users'])).stdout) as {displayName: string}[]).some(
			({displayName}) => displayName === '김민준',
		),
	);
});
