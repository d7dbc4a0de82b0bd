import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ada, one, story, times} from './model/stories.ts';

const zoe = '1111111_zoe';
const old = '2222222_old';

test('one scope that fails stops no other', async () => {
	const refused = {answer: 'refused', effectAfter: undefined, answerAfter: 100} as const;
	const scopes = await story([{}, {write: refused}, {}]);
	assert.deepEqual(
		scopes.map(({result}) => result?.kind),
		['verified', 'failed', 'verified'],
	);
});

test('scopes that have not changed since the review are done', async () => {
	const scopes = await story([{}, {colleagues: [{at: 0, username: old}]}, {}]);
	assert.deepEqual(
		scopes.map(({result}) => result?.kind),
		['verified', 'changed-since-review', 'verified'],
	);
});

test('several scopes are written down before the first is changed, one alone is not', async () => {
	const scopes = await story([{}, {}], {concurrency: 1});
	assert.deepEqual(
		scopes.map((scope) => [times(scope, 'planned'), times(scope, 'begin'), times(scope, 'end')]),
		[
			[1, 1, 1],
			[1, 1, 1],
		],
	);
	assert.equal(times(await one({}), 'planned'), 0);
});

test('what a scope takes is counted from its turn', async () => {
	const [, second] = await story([{}, {}], {concurrency: 1});
	const first = second?.calls.find((call) => call.kind === 'read');
	const last = second?.states.at(-1);
	assert.ok(last?.kind === 'done' && first?.kind === 'read' && first.startedAt > 0);
	assert.equal(last.durationMs, (second?.calls.at(-1)?.at ?? 0) - first.startedAt);
});

test('a demand that holds everywhere changes all', async () => {
	const scopes = await story([{before: zoe}, {before: zoe}], {onlyIfCurrent: zoe});
	for (const scope of scopes) {
		assert.equal(times(scope, 'write'), 1);
	}
});

test('a scope that is compared with a demand says that it is read, and then that it waits', async () => {
	const [scope] = await story([{before: zoe}, {before: zoe}], {onlyIfCurrent: zoe});
	assert.deepEqual(scope?.states.slice(0, 2), [{kind: 'reading', startedAt: 0}, {kind: 'pending'}]);
	assert.equal(scope?.states[2]?.kind, 'reading');
});

test('a demand that does not hold in one scope leaves all of them alone', async () => {
	const scopes = await story([{}, {before: zoe}, {}], {onlyIfCurrent: null});
	assert.deepEqual(
		scopes.map(({result}) => result?.kind),
		['not-started', 'not-current', 'not-started'],
	);
	assert.ok(scopes.every((scope) => times(scope, 'write') === 0));
});

test('a scope that cannot be compared with a demand leaves all of them alone', async () => {
	const scopes = await story([{}, {failingReads: [0]}], {onlyIfCurrent: null});
	assert.deepEqual(
		scopes.map(({result}) => result?.kind),
		['not-started', 'failed'],
	);
	assert.deepEqual(
		scopes.map(({states}) => states.flatMap((state) => (state.kind === 'done' ? [state.durationMs] : []))),
		[[0], [0]],
	);
});

test('a demand is held against what a colleague has set meanwhile: the colleague’s stays', async () => {
	const ended = await one({colleagues: [{at: 0, username: old}]}, {onlyIfCurrent: null});
	assert.deepEqual(ended.result, {kind: 'not-current', demanded: null, found: old});
	assert.equal(times(ended, 'write'), 0);
});

test('a demand in one scope is held against what is read right before the write, and that is read once', async () => {
	const ended = await one({before: old, after: ada}, {onlyIfCurrent: old});
	assert.equal(ended.result?.kind, 'verified');
	assert.equal(times(ended, 'read'), 1 + 1);
});
