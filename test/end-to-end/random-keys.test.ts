import {test} from 'node:test';
import {emptyTally, typeRandomKeys} from '../support/random-keys.ts';

// One of many: test/long/random-keys.test.ts types thousands.
test('random keys: no crash, no stuck screen, nothing set without Apply', async () => {
	await typeRandomKeys(1, 100, emptyTally());
});
