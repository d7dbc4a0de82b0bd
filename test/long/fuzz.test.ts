import {test} from 'node:test';

// The parser tests with mutated samples, far longer: each of the three properties gets this many inputs.
const runs = 20_000;
process.env['FUZZ_RUNS'] = String(runs);
await import('../ibmcloud/parsers/fuzz.test.ts');

test('what was tried', (context) => {
	context.diagnostic(`tried: ${3 * runs} mutated inputs`);
});
