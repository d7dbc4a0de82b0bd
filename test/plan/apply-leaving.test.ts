import assert from 'node:assert/strict';
import {test} from 'node:test';
import {apply, FakeTools} from './apply-tools.ts';
import {failure, none, plan, planned, set, username} from './plans.ts';

const one = plan([planned()]);
const isWrite = (call: string): boolean => call.startsWith('write');

test('a write that timed out but did work is found by the read-back', async () => {
	const tools = new FakeTools({write: () => failure('timed-out')});
	const {results} = await apply(one, tools);
	assert.equal(results[0]?.kind, 'verified');
	assert.equal(tools.calls.filter(isWrite).length, 1);
});

test('a write that timed out and did not work has failed', async () => {
	const {results} = await apply(one, new FakeTools({write: () => failure('timed-out'), read: [none]}));
	assert.deepEqual(results, [
		{kind: 'failed', error: failure('timed-out').error, wasSet: false, foundAfter: {kind: 'none'}},
	]);
});

test('a write that timed out is unknown where the same user was there before, or nothing can be read', async () => {
	const rotation = plan([planned({before: set(username), effect: 'rotation'})]);
	const rotated = await apply(rotation, new FakeTools({write: () => failure('timed-out')}));
	assert.deepEqual(rotated.results, [{kind: 'unknown'}]);

	const unreadable = new FakeTools({write: () => failure('killed'), read: [failure('network')]});
	assert.deepEqual((await apply(one, unreadable)).results, [{kind: 'unknown'}]);
});

test('after the wish to stop nothing new is started', async () => {
	const tools = new FakeTools();
	const {results} = await apply(one, tools, {stop: AbortSignal.abort()});
	assert.deepEqual(results, [{kind: 'not-started'}]);
	assert.deepEqual(tools.calls, []);
});

test('a wish to stop that comes just before the write is heard as well', async () => {
	const stop = new AbortController();
	const tools = new FakeTools();
	tools.onCall = (call) => {
		if (call.startsWith('record begin')) {
			stop.abort();
		}
	};
	const {results} = await apply(one, tools, {stop: stop.signal});
	assert.deepEqual(results, [{kind: 'not-started'}]);
	assert.ok(!tools.calls.some(isWrite));
	assert.equal(tools.calls.at(-1), 'record end us-south not-started');
});

test('what is in flight at the wish to stop is finished and read back', async () => {
	const stop = new AbortController();
	const tools = new FakeTools();
	tools.onCall = (call) => {
		if (isWrite(call)) {
			stop.abort();
		}
	};
	const {results} = await apply(one, tools, {stop: stop.signal});
	assert.equal(results[0]?.kind, 'verified');
});

test('leaving at once during the write makes the scope unknown, and reads nothing more', async () => {
	const abort = new AbortController();
	const tools = new FakeTools({
		write: (_scope, signal) => {
			assert.equal(signal.aborted, false);
			abort.abort();
			assert.equal(signal.aborted, true);
			return failure('cancelled');
		},
	});
	const {results} = await apply(one, tools, {abort: abort.signal});
	assert.deepEqual(results, [{kind: 'unknown'}]);
	assert.ok(!tools.calls.some((call) => call.startsWith('read')));
});

test('leaving at once during the read-back makes the scope unknown and ends the waiting', async () => {
	const abort = new AbortController();
	const tools = new FakeTools({read: [none]});
	tools.onCall = (call) => {
		if (call.startsWith('sleep')) {
			abort.abort();
		}
	};
	const {results} = await apply(one, tools, {abort: abort.signal});
	assert.deepEqual(results, [{kind: 'unknown'}]);
	assert.equal(tools.calls.filter((call) => call.startsWith('sleep')).length, 1);
});
