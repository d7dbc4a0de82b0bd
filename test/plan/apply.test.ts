import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ada, one, said, times} from './model/stories.ts';

const zoe = '1111111_zoe';
const old = '2222222_old';
const answered = {answerAfter: 100} as const;
const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

test('a first credential is verified by what infra-permissions says now and did not before', async () => {
	const {result, calls} = await one({});
	assert.equal(result?.kind === 'verified' ? result.provenBy : result?.kind, 'infra-permissions');
	assert.deepEqual(
		calls.filter(({kind}) => kind !== 'permissions').map(({kind}) => kind),
		['read', 'begin', 'write', 'read', 'end'],
	);
});

test('a scope says how far it is, since when, and in the end how long it took', async () => {
	const {result, states, calls} = await one({});
	assert.deepEqual(states, [
		{kind: 'reading', startedAt: 0},
		{kind: 'setting', startedAt: 0},
		{kind: 'reading-back', startedAt: 0},
		{kind: 'done', result, durationMs: calls.at(-1)?.at},
	]);
});

test('what a colleague has set since the review is not replaced, and both values are reported', async () => {
	const {result, ...scope} = await one({colleagues: [{at: 0, username: old}]});
	assert.deepEqual(result, {kind: 'changed-since-review', reviewed: null, found: old});
	assert.equal(times({...scope, result}, 'write'), 0);
});

test('the journal has what was read right before the write', async () => {
	const {calls} = await one({before: zoe, key: 'checked'});
	assert.ok(calls.some((call) => call.kind === 'begin' && call.before === zoe));
});

for (const [name, effectAfter] of [
	['at once', 10],
	['three seconds after the answer', 3100],
	['nine seconds after the answer', 9000],
] as const) {
	test(`a write that said no OK and takes effect ${name} is proven like any other`, async () => {
		const {result} = await one({key: 'checked', write: {answer: 'open', effectAfter, ...answered}});
		assert.equal(result?.kind, 'verified');
	});
}

test('a write that said no OK and does not show may still arrive: it is not known, never "not set"', async () => {
	const {result} = await one({write: {answer: 'open', effectAfter: undefined, ...answered}});
	assert.equal(result?.kind, 'unknown');
	assert.deepEqual(result?.kind === 'unknown' ? result.found : undefined, null);
});

test('a renewal that said no OK is not known, whatever is read: it reads back the same', async () => {
	for (const effectAfter of [10, undefined]) {
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const {result} = await one({
			before: ada,
			key: 'checked',
			write: {answer: 'open', effectAfter, ...answered},
		});
		assert.equal(result?.kind, 'unknown');
	}
});

test('where somebody else is set after a write that said no OK, that is said', async () => {
	const {result} = await one({
		write: {answer: 'open', effectAfter: undefined, answerAfter: 1000},
		colleagues: [{at: 500, username: zoe}],
	});
	assert.deepEqual(result, {kind: 'differs', expected: ada, found: zoe});
});

test('what the service declined has failed, and a read shows what is set', async () => {
	const {result} = await one({before: old, write: {answer: 'refused', effectAfter: undefined, ...answered}});
	assert.equal(result?.kind === 'failed' ? result.wasSet : undefined, false);
	assert.deepEqual(result?.kind === 'failed' ? result.foundAfter : undefined, old);
});

test('what never left this machine has failed, and nothing is read back', async () => {
	const ended = await one({write: {answer: 'unsent', effectAfter: undefined, ...answered}});
	assert.deepEqual(ended.result, {kind: 'failed', error: said, wasSet: false});
	assert.equal(times(ended, 'read'), 1);
});

test('what the service declined and nobody can read is not known', async () => {
	const {result} = await one({
		write: {answer: 'refused', effectAfter: undefined, ...answered},
		failingReads: [1, 2],
	});
	assert.equal(result?.kind, 'unknown');
});

test('a read-back that differs is repeated for ten seconds at most, by counting and not by the clock', async () => {
	const ended = await one({write: {answer: 'done', effectAfter: undefined, ...answered}});
	assert.deepEqual(ended.result, {kind: 'differs', expected: ada, found: null});
	assert.equal(times(ended, 'read'), 1 + 7);
});

test('a read-back that fails once is repeated', async () => {
	const {result} = await one({failingReads: [1]});
	assert.equal(result?.kind, 'verified');
});

test('set, but never read back', async () => {
	const {result} = await one({failingReads: all.slice(1)});
	assert.equal(result?.kind === 'failed' ? result.wasSet : undefined, true);
});

test('a scope that cannot be read right before the write is not written', async () => {
	const ended = await one({failingReads: [0]});
	assert.equal(ended.result?.kind === 'failed' ? ended.result.wasSet : undefined, false);
	assert.equal(times(ended, 'write'), 0);
});

test('the same user with a wrong key is never verified by infra-permissions, which said the same before', async () => {
	const {result} = await one({before: ada, key: 'wrong', permissionLag: 60_000});
	assert.equal(result?.kind, 'set-not-proven');
});

test('another user of the same account is not proven by the account in force', async () => {
	const ended = await one({before: zoe});
	assert.equal(ended.result?.kind, 'set-not-proven');
	assert.equal(times(ended, 'permissions'), 2, 'what named the account before is not waited for');
});

test('infra-permissions is read again while it does not name the account yet, also for a pair that was checked', async () => {
	for (const scope of [{}, {before: old, key: 'checked'}] as const) {
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const {result} = await one({...scope, permissionLag: 1500});
		assert.equal(result?.kind, 'verified');
	}
});

test('a pair that was checked needs no infra-permissions: it is read once, for what it says', async () => {
	const ended = await one({key: 'checked', failingPermissions: [0]});
	assert.equal(ended.result?.kind, 'verified');
	assert.equal(times(ended, 'permissions'), 1);
});

test('infra-permissions that could not be read before proves nothing after', async () => {
	const {result} = await one({failingPermissions: [0]});
	assert.equal(result?.kind, 'set-not-proven');
});

test('infra-permissions that could not be read after is read again, and its error is kept', async () => {
	const again = await one({failingPermissions: [1]});
	assert.equal(again.result?.kind, 'verified');
	const never = await one({failingPermissions: [1, 2, 3]});
	assert.equal(never.result?.kind === 'set-not-proven' && never.result.unreadable?.kind, 'network');
});

test('another account in force than that of the pair is a difference, also for a pair that was checked', async () => {
	const {result} = await one({before: old, key: 'checked', permissionLag: 60_000});
	assert.deepEqual(result, {
		kind: 'other-account-in-force',
		username: ada,
		expected: '1111111',
		inForce: '2222222',
	});
});

test('removing is proven by a read-back that shows none', async () => {
	const {result} = await one({before: old, after: null});
	assert.equal(result?.kind, 'removed');
});

test('removing where none is set runs nothing, and says so', async () => {
	const ended = await one({after: null});
	assert.deepEqual(ended.result, {kind: 'nothing-to-do'});
	assert.equal(times(ended, 'write'), 0);
});
