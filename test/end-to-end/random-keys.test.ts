import {test} from 'node:test';
import {emptyTally, typeRandomKeys} from '../support/random-keys.ts';

// One run of many: test/long/random-keys.test.ts types thousands of keys.
test('random keys: no crash, no stuck screen, nothing set without Apply', async () => {
	await typeRandomKeys(1, 100, emptyTally());
});
