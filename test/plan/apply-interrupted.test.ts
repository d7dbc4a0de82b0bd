import assert from 'node:assert/strict';
import {test} from 'node:test';
import {one, said, story, times} from './model/stories.ts';

const refused = {answer: 'refused', effectAfter: undefined, answerAfter: 100} as const;
/** Moments in a calm story: the first read, the line in the journal, the write, the read-back. */
const during = {look: 10, journal: 27, write: 60, readBack: 140} as const;

test('after the wish to stop what is in flight is finished and read back, and nothing new begins', async () => {
	const scopes = await story([{}, {}], {concurrency: 1, interruption: {kind: 'stop', at: during.write}});
	assert.deepEqual(
		scopes.map(({result}) => result?.kind),
		['verified', 'not-started'],
	);
	assert.equal(scopes[1] && times(scopes[1], 'read'), 0);
});

test('the wish to stop is heard until the moment of the write', async () => {
	for (const at of [during.look, during.journal]) {
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const ended = await one({}, {interruption: {kind: 'stop', at}});
		assert.deepEqual(ended.result, {kind: 'not-started'});
		assert.equal(
			times(ended, 'begin'),
			at === during.journal ? 1 : 0,
			'what never began is not in the journal',
		);
	}
});

test('leaving at once before anything was written is no failure of the scope', async () => {
	const {result} = await one({}, {interruption: {kind: 'abort', at: during.look}});
	assert.deepEqual(result, {kind: 'not-started'});
});

test('leaving at once during the write makes the scope unknown, and its end stays open in the journal', async () => {
	const ended = await one({}, {interruption: {kind: 'abort', at: during.write}});
	assert.deepEqual(ended.result, {kind: 'unknown', error: said});
	assert.equal(times(ended, 'end'), 0);
});

test('leaving at once while it is read back makes the scope unknown, although the write said OK', async () => {
	const {result} = await one({}, {interruption: {kind: 'abort', at: during.readBack}});
	assert.deepEqual(result, {kind: 'unknown'});
});

test('leaving at once while its proof is waited for makes the scope unknown, too: the journal has no end of it', async () => {
	const ended = await one({permissionLag: 60_000}, {interruption: {kind: 'abort', at: 500}});
	assert.deepEqual(ended.result, {kind: 'unknown'});
	assert.equal(times(ended, 'end'), 0);
});

test('what is in another account or group than reviewed is not set', async () => {
	const ended = await one({}, {retargetAt: 0});
	assert.deepEqual(ended.result, {
		kind: 'target-changed',
		from: 'Example Account',
		to: 'Other Account',
		wasSet: false,
	});
	assert.equal(times(ended, 'write'), 0);
});

test('what changed its target while the write ran is never called done', async () => {
	const ended = await one({}, {retargetAt: during.write});
	assert.equal(ended.result?.kind === 'target-changed' && ended.result.wasSet, true);
	assert.equal(times(ended, 'read'), 1, 'the other account’s credential is not read');
});

test('what was not sent because the target has changed was not set', async () => {
	const unsent = {answer: 'unsent', effectAfter: undefined, answerAfter: 100} as const;
	const {result} = await one({write: unsent}, {retargetAt: during.write});
	assert.equal(result?.kind === 'target-changed' && result.wasSet, false);
});

test('what changed its target while it was read back is never called done', async () => {
	const {result} = await one({}, {retargetAt: during.readBack});
	assert.equal(result?.kind === 'target-changed' && result.wasSet, true);
});

test('what the service declined is not known where the target has changed, since nobody can read it', async () => {
	for (const retargetAt of [during.write, during.readBack]) {
		// oxlint-disable-next-line no-await-in-loop -- one case after the other
		const {result} = await one({write: refused}, {retargetAt});
		assert.deepEqual(result, {kind: 'unknown', error: said});
	}
});
