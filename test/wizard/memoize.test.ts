import assert from 'node:assert/strict';
import {test} from 'node:test';
import {memoize} from '../../source/wizard/memoize.ts';

test('a value is made once for an object, and again where another argument differs', () => {
	let made = 0;
	const lengthAbove = memoize((list: readonly number[], least: number) => {
		made += 1;
		return list.filter((each) => each > least).length;
	});
	const list = [1, 2, 3];
	assert.deepEqual([lengthAbove(list, 1), lengthAbove(list, 1)], [2, 2]);
	assert.equal(made, 1);
	assert.equal(lengthAbove(list, 2), 1);
	assert.equal(lengthAbove([1, 2, 3], 2), 1);
	assert.equal(made, 3);
});
