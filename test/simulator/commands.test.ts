import assert from 'node:assert/strict';
import {cpSync, existsSync, readFileSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';

import {oneUser} from '../support/users.ts';
import {Simulator, sampleAnswers} from './simulator.ts';

test('a pair that is set is read back, named as manual, and unset again', async () => {
	const simulator = await Simulator.seeded();
	const {username, key} = await sampleAnswers(simulator);
	assert.equal(key.length, 64);

	const before = await simulator.type('ks credential get --region us-south -q');
	assert.equal(before.exitCode, 1);
	assert.equal(before.stdout, '');
	assert.equal(
		before.stderr,
		'FAILED\nNo credentials set for resource group default.: The user credentials could not be found. (E0051)\n\n',
	);
	const linked = (await simulator.json('ks infra-permissions get --region us-south --output json -q')) as {
		account: string;
		accountType: string;
	};
	assert.deepEqual([linked.account, linked.accountType], ['1234567', 'linked']);

	assert.equal((await simulator.set('us-south', username, key)).exitCode, 0);
	assert.deepEqual(await simulator.json('ks credential get --region us-south --output json -q'), {
		apiUser: username,
	});
	const manual = (await simulator.json('ks infra-permissions get --region us-south --output=json -q')) as {
		account: string;
		accountType: string;
	};
	assert.deepEqual([manual.account, manual.accountType], ['1234567', 'IaaS']);

	assert.equal((await simulator.type('ks credential unset --region us-south -q')).exitCode, 0);
	assert.match((await simulator.type('ks credential get --region us-south -q')).stderr, /E0051/);
});

test('a wrong key is accepted by set and shows only when the service uses the pair', async () => {
	const simulator = await Simulator.seeded();
	const {username, wrongKey} = await sampleAnswers(simulator);
	assert.equal((await simulator.set('us-south', username, wrongKey)).exitCode, 0);
	assert.deepEqual(await simulator.json('ks credential get --region us-south --output json -q'), {
		apiUser: username,
	});
	assert.match(
		(await simulator.type('ks infra-permissions get --region us-south -q')).stderr,
		/Invalid API key/,
	);
});

test('the targeted group decides the scope, and only of the configuration directory that is used', async () => {
	const simulator = await Simulator.seeded();
	const {username, key} = await sampleAnswers(simulator);
	const untouched = simulator.configuration();
	const copy = join(simulator.directory, 'copy');
	cpSync(simulator.home, copy, {recursive: true});
	const inCopy = {environment: {IBMCLOUD_HOME: copy}};

	assert.match((await simulator.type('target -g infra', inCopy)).stdout, /Targeted resource group infra/);
	await simulator.set('us-south', username, key, inCopy);
	assert.match(
		(await simulator.type('ks credential get --region us-south -q', inCopy)).stdout,
		/for resource group infra\./,
	);
	assert.equal((await simulator.type('ks credential get --region us-south -q')).exitCode, 1);
	assert.equal(simulator.configuration(), untouched);

	// Without a targeted group the default group is taken silently.
	await simulator.type('target --unset-resource-group', inCopy);
	assert.match(
		(await simulator.type('ks credential get --region eu-de -q', inCopy)).stdout,
		/1234567_jane\.roe@example\.com set for resource group default/,
	);
	// IBMCLOUD_CONFIG_HOME wins over IBMCLOUD_HOME.
	const both = {environment: {IBMCLOUD_HOME: simulator.home, IBMCLOUD_CONFIG_HOME: join(copy, '.bluemix')}};
	assert.match((await simulator.type('target', both)).stdout, /No resource group targeted/);
});

test('the list of users has the layout of the real plug-in', async () => {
	const simulator = await Simulator.seeded({services: oneUser});
	const all = await simulator.type('sl user list --output JSON');
	assert.equal(
		all.stdout,
		`[
    {
        "apiAuthenticationKeyCount": 1,
        "displayName": "Infra Admin",
        "email": "infra.admin@example.com",
        "externalBindingCount": 1,
        "id": 7260307,
        "sslVpnAllowedFlag": false,
        "username": "1234567_infra.admin@example.com"
    }
]
`,
	);
	assert.deepEqual(
		await simulator.json(
			'sl user list --column username --column status --column classicAPIKey --output json',
		),
		[
			{
				apiAuthenticationKeyCount: 1,
				userStatus: {name: 'Active'},
				username: '1234567_infra.admin@example.com',
			},
		],
	);
	// Nothing reads the table that the real plug-in prints without --output json.
	assert.match((await simulator.type('sl user list')).stderr, /^FAILED\nThis simulated command/);
	const refused = await simulator.type('sl user list --column nope');
	assert.match(refused.stderr, /^FAILED\nIncorrect Usage: --column nope is not supported\.\n/);
});

test('users of another account are listed after a switch, which loses the group', async () => {
	const simulator = await Simulator.seeded();
	await simulator.type('target -c fedcba9876543210fedcba9876543210');
	const users = (await simulator.json('sl user list --column username --output json')) as {
		username: string;
	}[];
	assert.ok(users.some(({username}) => username === '7654321_infra.admin@example.com'));
	assert.match(
		(await simulator.type('target')).stdout,
		/<-> 7654321\nResource group: {4}No resource group targeted/,
	);
});

test('a key is created once and is the one that sets a valid pair', async () => {
	const simulator = await Simulator.seeded();
	const added = await simulator.type('sl user apikey 7260999 --add');
	const key = added.stdout.trim().split(': ').at(-1) ?? '';
	assert.equal(key, (await simulator.type('simulator-key 1234567_first.last@example.com')).stdout.trim());
	const again = await simulator.type('sl user apikey 7260999 --add');
	assert.equal(again.exitCode, 1);
	assert.match(
		again.stderr,
		/^FAILED\nFailed to add user's API authentication key\nSoftLayer_Exception_Public: Each user can only have a single API key\. \(HTTP 500\)\n/,
	);
	await simulator.set('au-syd', '1234567_first.last@example.com', key);
	assert.equal((await simulator.type('ks infra-permissions get --region au-syd -q')).exitCode, 0);
	// Another key makes the stored pair invalid.
	await simulator.change({user: {username: '1234567_first.last@example.com', key: 2}});
	assert.equal((await simulator.type('ks infra-permissions get --region au-syd -q')).exitCode, 1);
});

test('logging in asks on standard output, and keeps the region', async () => {
	const simulator = await Simulator.seeded('logged-out');
	const out = await simulator.type('target');
	assert.equal(out.exitCode, 1);
	assert.match(out.stderr, /Not logged in\. Use 'ibmcloud login' to log in\./);
	assert.match((await simulator.type('login')).stderr, /Could not read from input: EOF/);
	const login = await simulator.type('login --sso', {input: 'n\npasscode\n2\n'});
	assert.equal(login.exitCode, 0, login.stderr);
	assert.match(
		login.stdout,
		/One Time Code > .*Select an account:.*Enter a number> Targeted account Old Infrastructure Account/s,
	);
	assert.equal((await simulator.type('account show --output json')).exitCode, 0);
	assert.equal((JSON.parse(simulator.configuration()) as {Region: string}).Region, 'us-south');
});

test('a plug-in that is missing is no command until it is installed', async () => {
	const simulator = await Simulator.seeded({plugins: []});
	const missing = await simulator.type('ks credential get --region us-south -q');
	assert.equal(missing.stderr, "FAILED\n'ks' is not a registered command. See 'ibmcloud help'.\n\n");
	assert.equal((await simulator.type('plugin install container-service')).exitCode, 0);
	assert.match((await simulator.type('ks credential get --region us-south -q')).stderr, /E0051/);
	assert.deepEqual(
		((await simulator.json('plugin list --output json')) as {Name: string}[]).map(({Name}) => Name),
		['container-service'],
	);
});

test('regions without classic clusters, legacy names and unknown flags are refused', async () => {
	const simulator = await Simulator.seeded();
	for (const line of [
		'ks credential get --region eu-central -q',
		'ks credential get --region ca-tor -q',
		'ks credential get -q',
		'sl user list -q',
		'nonsense',
	]) {
		const refused = await simulator.type(line);
		assert.equal(refused.exitCode, 1, line);
		assert.match(refused.stderr, /^FAILED\n/);
	}
});

test('the log names every call and no key', async () => {
	const simulator = await Simulator.seeded();
	const {username, key} = await sampleAnswers(simulator);
	await simulator.set('us-south', username, key, {environment: {IBMCLOUD_COLOR: 'false', LEAK: key}});
	const calls = (await simulator.json('simulator-calls')) as Record<string, unknown>[];
	assert.equal(calls.length, 1);
	const call = calls[0] ?? {};
	assert.equal(call['exitCode'], 0);
	assert.equal(call['standardInput'], 'closed');
	assert.equal(call['environmentHoldsKey'], true);
	assert.equal((call['environment'] as Record<string, string>)['IBMCLOUD_COLOR'], 'false');
	for (const file of readdirSync(simulator.state, {recursive: true, encoding: 'utf8'})) {
		const path = join(simulator.state, file);
		if (statSync(path).isFile()) assert.ok(!readFileSync(path, 'utf8').includes(key), file);
	}
	assert.equal(statSync(simulator.state).mode & 0o777, 0o700);
	assert.ok(existsSync(join(simulator.state, 'calls.jsonl')));
});

test('ten processes at once lose neither a credential nor a line of the log', async () => {
	const simulator = await Simulator.seeded();
	const {username, key} = await sampleAnswers(simulator);
	// Each of the fifteen calls has its own number for the fault: if two shared one, another would be missing.
	await simulator.setFaults({
		match: 'ks credential',
		nth: 15,
		change: {cluster: {name: 'last', region: 'eu-gb'}},
	});
	const regions = ['us-south', 'us-east', 'eu-gb', 'jp-tok', 'jp-osa'];
	const ended = await Promise.all(
		Array.from({length: 10}, (_, index) => simulator.set(regions[index % 5] ?? '', username, key)),
	);
	assert.ok(ended.every(({exitCode}) => exitCode === 0));
	for (const region of regions) {
		assert.deepEqual(await simulator.json(`ks credential get --region ${region} --output json -q`), {
			apiUser: username,
		});
	}
	const clusters = (await simulator.json('ks cluster ls --output json -q')) as {name: string}[];
	assert.ok(clusters.some(({name}) => name === 'last'));
	const calls = (await simulator.json('simulator-calls')) as {exitCode?: number}[];
	assert.equal(calls.filter(({exitCode}) => exitCode === 0).length, 16);
});
