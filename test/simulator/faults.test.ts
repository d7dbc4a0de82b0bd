import assert from 'node:assert/strict';
import {test} from 'node:test';

import {cliSays, colleagueSets, hangs, setsAndFails, setsLate} from '../support/faults.ts';
import {testScenarios} from '../support/scenarios.ts';
import {Simulator, sampleAnswers} from './simulator.ts';

const get = (simulator: Simulator, region = 'us-south') =>
	simulator.type(`ks credential get --region ${region} -q`);

test('a fault meets the calls whose words it names, from the nth one on, so many times', async () => {
	const simulator = await Simulator.seeded();
	await simulator.setFaults({match: 'get eu-de default', stderr: 'no', nth: 2, times: 2});
	const statuses: (number | null)[] = [];
	for (const region of ['eu-de', 'us-south', 'eu-de', 'eu-de', 'eu-de'])
		statuses.push((await get(simulator, region)).exitCode);
	// us-south has none set.
	assert.deepEqual(statuses, [0, 1, 1, 1, 0]);
	await simulator.type('target -g infra');
	await simulator.setFaults({match: 'get eu-de default', stderr: 'no'});
	assert.match((await get(simulator, 'eu-de')).stderr, /E0051/);
	await simulator.type('target -g default');
	assert.equal((await get(simulator, 'eu-de')).stderr, 'FAILED\nno\n\n');
	await simulator.setFaults();
	assert.equal((await get(simulator, 'eu-de')).exitCode, 0);
});

test('a change that took effect and says 504', async () => {
	const simulator = await Simulator.seeded();
	const {username, key} = await sampleAnswers(simulator);
	await simulator.setFaults(setsAndFails());
	const {exitCode, stderr} = await simulator.set('us-south', username, key);
	assert.deepEqual([exitCode, stderr], [1, `FAILED\n${cliSays.gatewayTimeout}\n\n`]);
	assert.match((await get(simulator)).stdout, /infra\.admin/);
});

test('a change that says 504 and arrives later, whoever has changed the scope meanwhile', async () => {
	const simulator = await Simulator.seeded();
	const {username, key} = await sampleAnswers(simulator);
	await simulator.setFaults(setsLate(3_600_000));
	assert.equal((await simulator.set('us-south', username, key)).exitCode, 1);
	assert.match((await get(simulator)).stderr, /E0051/);
	await simulator.setFaults(setsLate(4000, 'EOF'));
	const {stderr} = await simulator.set('eu-gb', username, key);
	assert.match(stderr, /^FAILED\nEOF\n/);
	await simulator.change({credential: {region: 'eu-gb', username: '1234567_jane.roe@example.com'}});
	assert.match((await get(simulator, 'eu-gb')).stdout, /jane\.roe/);
	await simulator.setFaults({match: 'get', delay: 4000});
	assert.match((await get(simulator, 'eu-gb')).stdout, /infra\.admin/);
});

test('a colleague sets, and unsets, right after a scope was read', async () => {
	const simulator = await Simulator.seeded({faults: [colleagueSets('ops@example.com', {afterRead: 2})]});
	assert.match((await get(simulator)).stderr, /E0051/);
	assert.match((await get(simulator)).stderr, /E0051/);
	assert.match((await get(simulator)).stdout, /ops@example\.com/);
	await simulator.setFaults(colleagueSets(null, {region: 'eu-de'}));
	assert.match((await get(simulator, 'eu-de')).stdout, /jane\.roe/);
	assert.match((await get(simulator, 'eu-de')).stderr, /E0051/);
});

test('a colleague targets another account in the operator’s own terminal, and adds a cluster', async () => {
	const simulator = await Simulator.seeded();
	await simulator.change({cluster: {name: 'theirs', region: 'eu-de', dataCenter: 'fra02'}});
	const clusters = (await simulator.json('ks cluster ls --output json -q')) as {name: string}[];
	assert.deepEqual(
		clusters.map(({name}) => name),
		['prod-dal', 'legacy-tor', 'theirs'],
	);
	await simulator.change({target: {account: 'fedcba9876543210fedcba9876543210'}});
	assert.match((await simulator.type('target')).stdout, /<-> 7654321\nResource group: {4}No resource group/);
});

test('the pair of an ended session, and of a renewed key, no longer counts', async () => {
	const simulator = await Simulator.seeded();
	await simulator.change({user: {username: '1234567_jane.roe@example.com', key: 2}});
	assert.match(
		(await simulator.type('ks infra-permissions get --region eu-de -q')).stderr,
		/Invalid API key/,
	);
	await simulator.change({session: 'ended'});
	assert.match((await get(simulator, 'eu-de')).stderr, /Login token is expired/);
});

test('a flood ends when nobody reads it any more', async () => {
	const simulator = await Simulator.seeded(testScenarios.floods);
	const child = simulator.start(['sl', 'user', 'list']);
	child.stdout?.once('data', () => child.stdout?.destroy());
	const exitCode = await new Promise((resolve) => child.on('exit', resolve));
	assert.equal(exitCode, 1);
});

test('a call that ignores SIGTERM is ended only by SIGKILL', async () => {
	// The message of the day shows that signals are ignored from now on; the call itself hangs afterwards.
	const simulator = await Simulator.seeded({
		faults: [{...hangs('ks cluster ls'), ignoresSignals: true, afterEffect: true}],
	});
	const child = simulator.start(['ks', 'cluster', 'ls']);
	await new Promise((resolve) => child.stderr?.once('data', resolve));
	for (let attempt = 0; attempt < 5; attempt++) child.kill('SIGTERM');
	child.kill('SIGKILL');
	const signal = await new Promise((resolve) => child.on('exit', (_code, name) => resolve(name)));
	assert.equal(signal, 'SIGKILL');
});
