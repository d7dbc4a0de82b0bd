import assert from 'node:assert/strict';
import {test} from 'node:test';
import {applyPlan} from '../../source/plan/apply.ts';
import type {Plan, ScopeResult, ScopeState} from '../../source/plan/plan.ts';
import {VirtualClock} from './model/clock.ts';
import {planOf} from './model/run.ts';
import {Service} from './model/service.ts';
import {calm} from './model/stories.ts';
import {failure} from './plans.ts';

const history = {
	scopes: [calm, calm],
	concurrency: 8,
	writer: 'cli',
	onlyIfCurrent: undefined,
	retargetAt: undefined,
	interruption: undefined,
} as const;
const never = new AbortController().signal;

/** Applies these scopes of a plan, as "Try again" does, and returns how they ended. */
async function apply(
	service: Service,
	clock: VirtualClock,
	{
		plan = planOf(history),
		only = [0],
		wasWritten = false,
		states = [],
	}: {plan?: Plan; only?: number[]; wasWritten?: boolean; states?: ScopeState[]},
): Promise<Map<number, ScopeResult>> {
	const results = new Map<number, ScopeResult>();
	await clock.run(
		applyPlan(plan, only, service, {
			stop: never,
			abort: never,
			wasWritten: () => wasWritten,
			onState: (index, state) => {
				states.push(state);
				if (state.kind === 'done') {
					results.set(index, state.result);
				}
			},
		}),
	);
	return results;
}

test('only the scopes that are named are applied', async () => {
	const clock = new VirtualClock();
	const service = new Service(history, clock);
	const results = await apply(service, clock, {only: [1]});
	assert.deepEqual([...results.keys()], [1]);
	assert.deepEqual(service.scopes.get('us-south')?.calls, []);
});

test('a write that worked is not repeated because its read-back failed: it is read and proven', async () => {
	const clock = new VirtualClock();
	const service = new Service({...history, scopes: [{...calm, before: '1111111_ada'}]}, clock);
	const states: ScopeState[] = [];
	const results = await apply(service, clock, {wasWritten: true, states});
	assert.equal(results.get(0)?.kind, 'set-not-proven');
	assert.deepEqual(
		states.map(({kind}) => kind),
		['reading-back', 'done'],
	);
	const kinds = service.scopes.get('us-south')?.calls.map(({kind}) => kind);
	assert.deepEqual(kinds, ['read', 'permissions', 'end']);
});

test('what another target shows does not prove a write that worked before', async () => {
	const clock = new VirtualClock();
	const service = new Service({...history, retargetAt: 0}, clock);
	const results = await apply(service, clock, {wasWritten: true});
	const result = results.get(0);
	assert.equal(result?.kind === 'target-changed' && result.wasSet, true);
});

test('a write that worked and is not to be seen is made again, with all that belongs to it', async () => {
	for (const failingReads of [[], [0]]) {
		const clock = new VirtualClock();
		const service = new Service({...history, scopes: [{...calm, failingReads}]}, clock);
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const results = await apply(service, clock, {wasWritten: true});
		assert.equal(results.get(0)?.kind, 'verified');
		const kinds = service.scopes.get('us-south')?.calls.map(({kind}) => kind);
		assert.deepEqual(
			kinds?.filter((kind) => kind !== 'permissions'),
			['read', 'read', 'begin', 'write', 'read', 'end'],
		);
	}
});

test('a demand is not held against what was written in its name', async () => {
	const clock = new VirtualClock();
	const written = {...calm, before: '1111111_ada'} as const;
	const service = new Service({...history, scopes: [written, written]}, clock);
	const plan: Plan = {...planOf(history), onlyIfCurrent: null};
	const results = await apply(service, clock, {plan, only: [0, 1], wasWritten: true});
	assert.deepEqual(
		[...results.values()].map(({kind}) => kind),
		['set-not-proven', 'set-not-proven'],
	);
});

test('a write that cannot be recorded is not made', async () => {
	const clock = new VirtualClock();
	const service = new Service(history, clock);
	service.record = async () => failure('journal-unwritable');
	const results = await apply(service, clock, {});
	assert.deepEqual(results.get(0), {
		kind: 'failed',
		error: failure('journal-unwritable').error,
		wasSet: false,
	});
	assert.ok(!service.scopes.get('us-south')?.calls.some(({kind}) => kind === 'write'));
});

test('a scope whose review could not read it fails alone, without a call', async () => {
	const clock = new VirtualClock();
	const service = new Service(history, clock);
	const plan = planOf(history);
	const unread = {...plan, scopes: plan.scopes.map((scope) => ({...scope, before: failure('role-too-low')}))};
	const results = await apply(service, clock, {plan: unread});
	assert.deepEqual(results.get(0), {kind: 'failed', error: failure('role-too-low').error, wasSet: false});
	assert.deepEqual(service.scopes.get('us-south')?.calls, []);
});

test('a target that cannot be read, or that names no group, stops nothing', async () => {
	for (const target of [undefined, {account: {id: 'account-1', name: 'Example Account'}, group: undefined}]) {
		const clock = new VirtualClock();
		const service = new Service(history, clock);
		service.target = async () => target;
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const results = await apply(service, clock, {});
		assert.equal(results.get(0)?.kind, 'verified');
	}
});

test('an ended login does not come back by itself: it is not waited for', async () => {
	const clock = new VirtualClock();
	const service = new Service(history, clock);
	const read = service.read.bind(service);
	let reads = 0;
	service.read = async (...args) => (reads++ === 0 ? read(...args) : failure('session-expired'));
	const results = await apply(service, clock, {});
	assert.deepEqual(results.get(0), {kind: 'failed', error: failure('session-expired').error, wasSet: true});
	assert.equal(reads, 2);
});

test('a role that is missing for infra-permissions does not come by itself: it is not waited for', async () => {
	const clock = new VirtualClock();
	const service = new Service(history, clock);
	const permissions = service.permissions.bind(service);
	let reads = 0;
	service.permissions = async (...args) => (reads++ === 0 ? permissions(...args) : failure('role-too-low'));
	const results = await apply(service, clock, {});
	assert.equal(results.get(0)?.kind, 'set-not-proven');
	assert.equal(reads, 2);
});

test('a CLI whose words nobody understands is told whom to look for: who was there, and who is to be', async () => {
	const clock = new VirtualClock();
	const service = new Service({...history, scopes: [{...calm, before: '2222222_old'}]}, clock);
	const read = service.read.bind(service);
	service.read = async (scope, expected, signal) => {
		const found = await read(scope, expected, signal);
		const isRecognized = !found.ok || found.value === null || found.value === expected;
		return isRecognized ? found : failure('unreadable');
	};
	const plan = planOf({...history, scopes: [{...calm, before: '2222222_old'}]});
	const results = await apply(service, clock, {plan});
	assert.equal(results.get(0)?.kind, 'verified');
});

for (const jump of [-3_600_000, 3_600_000]) {
	test(`a clock that is set by ${jump} ms while we wait neither lengthens nor shortens the reading back`, async () => {
		const clock = new VirtualClock();
		const scope = {...calm, write: {...calm.write, effectAfter: undefined}};
		const service = new Service({...history, scopes: [scope]}, clock);
		service.now = () => clock.now + (service.scopes.get('us-south')?.reads ?? 0) * jump;
		const states: ScopeState[] = [];
		const results = await apply(service, clock, {states});
		assert.equal(results.get(0)?.kind, 'differs');
		const last = states.at(-1);
		assert.ok(last?.kind === 'done' && last.durationMs >= 0, 'nothing takes less than no time');
		assert.equal(service.scopes.get('us-south')?.reads, 1 + 7);
	});
}
