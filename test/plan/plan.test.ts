import assert from 'node:assert/strict';
import {test} from 'node:test';
import {keyOf} from '../../source/plan/plan.ts';
import {pair} from './plans.ts';

test('the key of a pair is what is set, and a pair without one sets nothing', () => {
	const given = pair();
	assert.equal(keyOf(given), given.apiKey);
	assert.throws(() => keyOf({...given, apiKey: undefined}), /keys/u);
});
