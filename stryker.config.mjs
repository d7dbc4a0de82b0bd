// What is changed to see whether a test notices, and by which tests (docs/mutants.md).

// A short run of the model, the same for each mutant.
process.env.MODEL_HISTORIES ??= '200';
process.env.MODEL_SEED ??= '1';

export default {
	mutate: [
		'source/{plan,secrets,shell}/**/*.ts',
		'source/ibmcloud/parsers/*.ts',
		'source/ibmcloud/{error*,write-outcome}.ts',
	],
	plugins: ['./scripts/mutants/runner.ts'],
	testRunner: 'in-process',
	testFiles: [
		'test/{plan,secrets,shell}/**/*.test.ts',
		// Without the mutated samples, which say only that nothing throws, and take seconds.
		'test/ibmcloud/parsers/!(fuzz).test.ts',
		'test/ibmcloud/{error*,write-outcome}.test.ts',
	],
	// Side by side they wait for each other, and what only waits would count as a loop.
	concurrency: 1,
	timeoutMS: 30_000,
	// What is loaded anew for each mutant is never forgotten by the process.
	maxTestRunnerReuse: 150,
	// The tests do not read them, and Stryker would ask TypeScript 7 about tsconfig.json in a way that it no longer knows.
	ignorePatterns: ['bench', 'dist', 'docs', 'release', 'tsconfig.json'],
	reporters: ['clear-text', 'progress'],
	clearTextReporter: {logTests: false, reportTests: false},
};
