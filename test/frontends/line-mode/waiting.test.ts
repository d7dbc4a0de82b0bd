import assert from 'node:assert/strict';
import {test} from 'node:test';
import {secondsAfter, Waiting} from '../../../source/frontends/line-mode/waiting.ts';

test('the intervals grow', () => {
	assert.deepEqual([0, 2, 5, 10, 20, 40, 41].map(secondsAfter), [2, 5, 10, 20, 40, 80, 80]);
});

test('what is waited for is said with its time, until it is over', (context) => {
	context.mock.timers.enable({apis: ['Date'], now: 1_000_000});
	const waiting = new Waiting();
	const startedAt = Date.now();
	const activity = (command: string) => ({
		topic: 'list',
		startedAt,
		sentence: (seconds: number) => `${command} ${seconds}`,
	});
	const said = waiting.due(activity('one'));
	assert.equal(waiting.delay, 2000);
	for (let second = 0; second < 12; second++) {
		context.mock.timers.tick(1000);
		// The same wait goes on under another name, and does not begin again.
		said.push(...waiting.due(activity(second < 6 ? 'one' : 'two')));
	}

	assert.deepEqual(said, ['one 2', 'one 5', 'two 10']);
	assert.deepEqual(waiting.due(undefined), []);
	assert.equal(waiting.delay, undefined);
});

test('what had begun before it was waited for is said with its whole time', (context) => {
	context.mock.timers.enable({apis: ['Date'], now: 1_000_000});
	const waiting = new Waiting();
	const activity = {topic: 'list', startedAt: Date.now() - 9500, sentence: (seconds: number) => `${seconds}`};
	assert.deepEqual(waiting.due(activity), []);
	context.mock.timers.tick(500);
	assert.deepEqual(waiting.due(activity), ['10']);
});

test('a clock that jumps is said once, and does not end what is said', (context) => {
	context.mock.timers.enable({apis: ['Date'], now: 10_000_000});
	const waiting = new Waiting();
	const activity = {topic: 'list', startedAt: Date.now(), sentence: (seconds: number) => `${seconds}`};
	assert.deepEqual(waiting.due(activity), []);
	context.mock.timers.setTime(Date.now() + 3_600_000);
	assert.deepEqual(waiting.due(activity), ['2']);
	assert.deepEqual(waiting.due(activity), []);
	context.mock.timers.setTime(10_000_000 - 3_600_000);
	assert.deepEqual(waiting.due(activity), []);
	context.mock.timers.tick(2000);
	assert.deepEqual(waiting.due(activity), ['2']);
});
