import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Progress, secondsAfter} from '../../../source/frontends/plain/progress.ts';

test('the intervals grow', () => {
	assert.deepEqual([0, 2, 5, 10, 20, 40, 41].map(secondsAfter), [2, 5, 10, 20, 40, 80, 80]);
});

test('what is waited for is said with its time, until it is over', (context) => {
	context.mock.timers.enable({apis: ['setTimeout', 'Date'], now: 1_000_000});
	const said: string[] = [];
	const progress = new Progress((sentence) => said.push(sentence));
	const activity = (command: string) => ({
		topic: 'list',
		startedAt: Date.now(),
		sentence: (seconds: number) => `${command} ${seconds}`,
	});
	progress.watch(activity('one'));
	for (let second = 0; second < 12; second++) {
		context.mock.timers.tick(1000);
		// The same wait goes on under another name, and does not begin again.
		progress.watch(activity(second < 6 ? 'one' : 'two'));
	}

	assert.deepEqual(said, ['one 2', 'one 5', 'two 10']);
	progress.stop();
	context.mock.timers.tick(100_000);
	assert.equal(said.length, 3);
});
