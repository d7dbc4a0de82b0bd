import {test} from 'node:test';

// The generated sessions of the engine, far longer: each property gets this many.
const runs = 50_000;
process.env['GENERATED_RUNS'] = String(runs);
await import('../wizard/generated.test.ts');

test('what was tried', (context) => {
	context.diagnostic(`tried: ${runs} generated sessions of the engine for each property`);
});
