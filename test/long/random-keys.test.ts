import {suite, test} from 'node:test';
import {emptyTally, typeRandomKeys} from '../support/random-keys.ts';

/** `LONG_SEED` repeats one run; every failure names its seed. */
const given = process.env['LONG_SEED'];
const seeds = given === undefined ? [101, 102, 103, 104, 105, 106, 107, 108] : [Number(given)];
const keysPerSeed = 1000;
const tally = emptyTally();

suite('random keys', {concurrency: 2}, () => {
	for (const seed of seeds) {
		test(`seed ${seed}: ${keysPerSeed} keys`, async () => {
			await typeRandomKeys(seed, keysPerSeed, tally);
		});
	}
});

test('what was tried', (context) => {
	context.diagnostic(
		`tried: ${tally.sessions} sessions, ${tally.keys} keys, ${tally.faults} sessions with faults, ${tally.sets} changes`,
	);
});
