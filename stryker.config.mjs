// What is mutated to see whether a test notices, and by which tests (docs/mutants.md).

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
		// Without the mutated samples: they show only that nothing throws, and take seconds.
		'test/ibmcloud/parsers/!(fuzz).test.ts',
		'test/ibmcloud/{error*,write-outcome}.test.ts',
	],
	// In parallel they wait for each other, and a mere wait would count as a loop.
	concurrency: 1,
	timeoutMS: 30_000,
	// The process never frees what it loads anew for each mutant.
	maxTestRunnerReuse: 150,
	// The tests do not read these, and Stryker would ask TypeScript 7 about tsconfig.json through a former API.
	ignorePatterns: ['bench', 'dist', 'docs', 'release', 'tsconfig.json'],
	reporters: ['clear-text', 'progress'],
	clearTextReporter: {logTests: false, reportTests: false},
};
