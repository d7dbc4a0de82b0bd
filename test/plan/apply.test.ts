import assert from 'node:assert/strict';
import {test} from 'node:test';
import {apply, FakeTools, ground} from './apply-tools.ts';
import {failure, none, pair, permissions, plan, planned, set, username} from './plans.ts';

const one = plan([planned()]);

test('a scope is looked at, recorded, set, looked at again, read back, proven and recorded', async () => {
	const tools = new FakeTools();
	const {results, states} = await apply(one, tools);
	assert.deepEqual(tools.calls, [
		'ground us-south',
		'record begin us-south',
		`write us-south ${username}`,
		'ground us-south',
		`read us-south ${username}`,
		'permissions us-south',
		'ground us-south',
		'record end us-south verified',
	]);
	assert.deepEqual(states, ['0 setting', '0 reading-back', '0 done']);
	assert.deepEqual(results, [
		{kind: 'verified', username, provenBy: 'infra-permissions', permissions: permissions()},
	]);
});

test('a read-back that differs is repeated with growing pauses, for ten seconds at most', async () => {
	const tools = new FakeTools({read: [none]});
	const {results} = await apply(one, tools);
	assert.deepEqual(results, [{kind: 'differs', expected: username, found: null}]);
	const pauses = tools.calls.filter((call) => call.startsWith('sleep'));
	assert.deepEqual(pauses, ['sleep 500', 'sleep 1000', ...Array.from({length: 4}, () => 'sleep 2000')]);
	assert.ok(tools.now() <= 10_000);
});

test('a read-back that is right after a moment is enough', async () => {
	const tools = new FakeTools({read: [failure('network'), set('other'), set(username)]});
	const {results} = await apply(one, tools);
	assert.equal(results[0]?.kind, 'verified');
	assert.equal(tools.calls.filter((call) => call.startsWith('read')).length, 3);
});

test('whatever the read-back says, the write is never repeated', async () => {
	for (const read of [[none], [set('other')], [failure('network')]]) {
		const tools = new FakeTools({read});
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		await apply(one, tools);
		assert.equal(tools.calls.filter((call) => call.startsWith('write')).length, 1);
	}
});

test('set, but the read-back failed to the end', async () => {
	const {results} = await apply(one, new FakeTools({read: [failure('network', 'dial tcp')]}));
	assert.deepEqual(results, [{kind: 'failed', error: failure('network', 'dial tcp').error, wasSet: true}]);
});

test('without permissions that can be read, a pair that was checked is verified all the same', async () => {
	const tools = new FakeTools({permissions: [failure('role-too-low')]});
	const {results} = await apply({...one, change: {kind: 'set', pair: pair({isChecked: true})}}, tools);
	assert.deepEqual(results, [{kind: 'verified', username, provenBy: 'pair-check'}]);
});

test('a failed write says why, and what is set now', async () => {
	const tools = new FakeTools({write: () => failure('key-invalid', 'Invalid API key'), read: [set('old')]});
	const {results} = await apply(one, tools);
	assert.deepEqual(results, [
		{
			kind: 'failed',
			error: failure('key-invalid', 'Invalid API key').error,
			wasSet: false,
			foundAfter: {kind: 'set', username: 'old'},
		},
	]);
});

test('one scope that fails stops no other', async () => {
	const regions = ['us-south', 'eu-de', 'au-syd'] as const;
	const scopes = regions.map((region) => planned({scope: {...planned().scope, region}}));
	const tools = new FakeTools({
		write: ({region}) => (region === 'eu-de' ? failure('network') : {ok: true, value: undefined}),
	});
	const {results} = await apply(plan(scopes), tools);
	assert.deepEqual(
		results.map((result) => result?.kind),
		['verified', 'failed', 'verified'],
	);
});

test('a scope whose present credential could not be read fails alone, without a write', async () => {
	const unreadable = planned({before: failure('role-too-low'), effect: 'unknown'});
	const tools = new FakeTools();
	const {results} = await apply(plan([unreadable]), tools);
	assert.deepEqual(results, [{kind: 'failed', error: failure('role-too-low').error, wasSet: false}]);
	assert.deepEqual(tools.calls, []);
});

test('a write that cannot be recorded is not made', async () => {
	const tools = new FakeTools({record: failure('journal-unwritable')});
	const {results} = await apply(one, tools);
	assert.deepEqual(results, [{kind: 'failed', error: failure('journal-unwritable').error, wasSet: false}]);
	assert.ok(!tools.calls.some((call) => call.startsWith('write')));
});

test('only the scopes that are named are applied', async () => {
	const {applyPlan} = await import('../../source/plan/apply.ts');
	const tools = new FakeTools();
	const never = new AbortController().signal;
	const two = plan([planned(), planned({scope: {...planned().scope, region: 'eu-de'}})]);
	await applyPlan(two, [1], tools, {stop: never, abort: never, wasWritten: () => false, onState: () => {}});
	assert.ok(tools.calls.includes(`write eu-de ${username}`));
	assert.ok(!tools.calls.some((call) => call.includes('us-south')));
});

test('what is in another account or group than reviewed is not set', async () => {
	const moved = [
		{...ground, accountId: 'account-2', accountName: 'Other Account'},
		{...ground, group: {id: 'group-2', name: 'infra'}},
		{...ground, group: {id: '', name: '-'}},
	];
	const said = [
		{from: 'Example Account', to: 'Other Account'},
		{from: 'default', to: 'infra'},
		{from: 'default', to: '-'},
	];
	for (const [index, now] of moved.entries()) {
		const tools = new FakeTools({ground: [now]});
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const {results} = await apply(one, tools);
		assert.deepEqual(results, [{kind: 'target-changed', ...said[index], wasSet: false}]);
		assert.deepEqual(tools.calls, ['ground us-south']);
	}
});

test('what moved while the write ran is never called done', async () => {
	const tools = new FakeTools({ground: [ground, {...ground, group: {id: 'group-2', name: 'infra'}}]});
	const {results} = await apply(one, tools);
	assert.deepEqual(results, [{kind: 'target-changed', from: 'default', to: 'infra', wasSet: true}]);
	assert.equal(tools.calls.at(-1), 'record end us-south target-changed');
});

test('a ground that cannot be read, or that names no group, stops nothing', async () => {
	for (const now of [undefined, {...ground, group: undefined}]) {
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const {results} = await apply(one, new FakeTools({ground: [now]}));
		assert.equal(results[0]?.kind, 'verified');
	}
});

test('a proof that could not be read, or is not in force yet, is read again', async () => {
	const inForce = {ok: true, value: permissions()} as const;
	const oldOne = {ok: true, value: permissions({account: '7654321'})} as const;
	for (const first of [failure('network'), oldOne]) {
		const tools = new FakeTools({permissions: [first, inForce]});
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const {results} = await apply(one, tools);
		assert.equal(results[0]?.kind, 'verified');
		assert.deepEqual(
			tools.calls.filter((call) => call.startsWith('sleep')),
			['sleep 1000'],
		);
	}
});

test('a proof that cannot be read at all is not one, and the error is kept', async () => {
	const tools = new FakeTools({permissions: [failure('service-unavailable', '503')]});
	const {results} = await apply(one, tools);
	assert.deepEqual(results, [
		{kind: 'set-not-proven', username, unreadable: failure('service-unavailable', '503').error},
	]);
	assert.equal(tools.calls.filter((call) => call.startsWith('permissions')).length, 3);
});

test('a missing role does not come back: its proof is read once', async () => {
	const tools = new FakeTools({permissions: [failure('role-too-low')]});
	await apply(one, tools);
	assert.equal(tools.calls.filter((call) => call.startsWith('permissions')).length, 1);
});

test('removing is proven by a read-back that shows none', async () => {
	const tools = new FakeTools({read: [set(username), none]});
	const {results} = await apply(plan([planned({before: set(username)})], {change: {kind: 'unset'}}), tools);
	assert.deepEqual(results, [{kind: 'removed', permissions: permissions()}]);
	assert.ok(tools.calls.includes('write us-south none'));
});

test('where something else is set than was demanded nothing is changed', async () => {
	const scope = planned({before: set('other'), effect: 'other-user'});
	for (const demanded of [username, null]) {
		const tools = new FakeTools();
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const {results} = await apply(plan([scope], {onlyIfCurrent: demanded}), tools);
		assert.deepEqual(results, [{kind: 'not-current', demanded, found: 'other'}]);
		assert.deepEqual(tools.calls, []);
	}

	const {results} = await apply(plan([scope], {onlyIfCurrent: 'other'}), new FakeTools());
	assert.equal(results[0]?.kind, 'verified');
});

test('with a bound, a scope that waits is left out when the session stops', async () => {
	const stop = new AbortController();
	const tools = new FakeTools({}, 1);
	tools.onCall = (call) => {
		if (call.startsWith('write')) {
			stop.abort();
		}
	};
	const {results} = await apply(
		plan([planned(), planned({scope: {...planned().scope, region: 'eu-de'}})]),
		tools,
		{
			stop: stop.signal,
		},
	);
	assert.deepEqual(
		results.map((result) => result?.kind),
		['verified', 'not-started'],
	);
	assert.equal(tools.calls.filter((call) => call.startsWith('write')).length, 1);
});

test('a write that worked is not repeated because its read-back failed', async () => {
	const tools = new FakeTools();
	const {results} = await apply(one, tools, {wasWritten: () => true});
	assert.equal(results[0]?.kind, 'verified');
	assert.ok(!tools.calls.some((call) => call.startsWith('write')), tools.calls.join(', '));
});

test('what another target shows does not prove a write that worked before', async () => {
	const tools = new FakeTools({ground: [{...ground, group: {id: 'group-2', name: 'infra'}}]});
	const {results} = await apply(one, tools, {wasWritten: () => true});
	assert.deepEqual(results, [{kind: 'target-changed', from: 'default', to: 'infra', wasSet: true}]);
	assert.deepEqual(tools.calls, ['ground us-south']);
});

test('the journal hears that a write which worked before is proven now', async () => {
	const tools = new FakeTools();
	await apply(one, tools, {wasWritten: () => true});
	assert.equal(tools.calls.at(-1), 'record end us-south verified');
});

test('a read-back that an ended session refuses is not repeated: it does not come back by itself', async () => {
	const tools = new FakeTools({read: [failure('session-expired')]});
	const {results} = await apply(one, tools);
	assert.deepEqual(results, [{kind: 'failed', error: failure('session-expired').error, wasSet: true}]);
	assert.equal(tools.calls.filter((call) => call.startsWith('sleep')).length, 0);
});
