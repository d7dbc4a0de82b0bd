import {test} from 'node:test';
import {emptyTally, typeRandomKeys} from '../support/random-keys.ts';

for (const seed of [1, 2, 3]) {
	test(`random keys, seed ${seed}: no crash, no stuck screen, nothing set without Apply`, async () => {
		await typeRandomKeys(seed, 100, emptyTally());
	});
}
