import {readFileSync} from 'node:fs';
import {registerHooks, stripTypeScriptTypes} from 'node:module';
import path from 'node:path';
import {mock} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {declareClassPlugin, PluginKind} from '@stryker-mutator/api/plugin';
import {
	determineHitLimitReached,
	DryRunStatus,
	TestStatus,
	toMutantRunResult,
	type DryRunOptions,
	type DryRunResult,
	type MutantRunOptions,
	type MutantRunResult,
	type TestResult,
	type TestRunner,
} from '@stryker-mutator/api/test-runner';

/*
Runs the tests in the process that Stryker keeps: one process for each file and mutant costs ten times as
much. Every mutant loads the test files and all own modules anew, so that no state of the previous one is
left. A file runs whole and in order, as under Node's runner, up to the first failure.
*/

type Body = (context: unknown) => unknown;

/** What the mutated source reads, and what it counts. */
const stryker: {
	activeMutant?: string | undefined;
	hitLimit?: number | undefined;
	hitCount?: number | undefined;
	mutantCoverage?: {readonly static: Record<string, number>} | undefined;
} = {};

const registered = {tests: [] as Array<readonly [string, Body]>, afters: [] as Body[]};
Object.assign(globalThis, {__stryker__: stryker, __registered__: registered});

/** Replaces `node:test`. Options are ignored: none matters in the tests of the mutated source. */
const nodeTest = `
	const {tests, afters} = globalThis.__registered__;
	export const test = (name, ...rest) => void (rest[0]?.skip || tests.push([name, rest.at(-1)]));
	export const after = (body) => void afters.push(body);
	export default test;
`;

/** The names of tests that measure time: the counting of every step makes them slow. */
const measuring = /\bin a moment\b/u;

/** The number of loads so far: each gives all own modules a new URL. */
let load = 0;
const sources = new Map<string, string>();

registerHooks({
	resolve(specifier, context, next) {
		if (specifier === 'node:test') {
			return {url: 'mutants:test', format: 'module', shortCircuit: true};
		}

		const found = next(specifier, context);
		return load > 0 && found.url.endsWith('.ts') ? {...found, url: `${found.url}?load=${load}`} : found;
	},
	load(url, context, next) {
		if (url === 'mutants:test') {
			return {format: 'module', source: nodeTest, shortCircuit: true};
		}

		if (!url.includes('.ts?load=')) {
			return next(url, context);
		}

		const file = fileURLToPath(url.slice(0, url.lastIndexOf('?')));
		const source = sources.get(file) ?? stripTypeScriptTypes(readFileSync(file, 'utf8'));
		sources.set(file, source);
		return {format: 'module', source, shortCircuit: true};
	},
});

/** Receives what fails outside every test of the file that is running. */
let onStray: ((error: unknown) => void) | undefined;
for (const event of ['uncaughtException', 'unhandledRejection']) {
	process.on(event, (error: unknown) => {
		if (error instanceof Error && error.stack?.includes(`?load=${load}:`) === true) {
			onStray?.(error);
		}
	});
}

async function failureOf(file: string, mutant?: string, hitLimit?: number): Promise<string | undefined> {
	load += 1;
	registered.tests.length = 0;
	registered.afters.length = 0;
	Object.assign(stryker, {
		activeMutant: mutant,
		hitLimit,
		hitCount: hitLimit && 0,
		mutantCoverage: undefined,
	});
	const stray = new Promise<never>((_, reject) => {
		onStray = reject;
	});
	let at = 'loading';
	try {
		await Promise.race([import(pathToFileURL(path.resolve(file)).href), stray]);
		for (const [name, body] of registered.tests.filter(([each]) => !measuring.test(each))) {
			at = name;
			// oxlint-disable-next-line no-await-in-loop -- one test after the other
			await Promise.race([body({diagnostic() {}, mock}), stray]).finally(() => {
				mock.restoreAll();
			});
		}

		return undefined;
	} catch (error) {
		return `${at}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
	} finally {
		onStray = undefined;
		for (const body of registered.afters) {
			// oxlint-disable-next-line no-await-in-loop -- one after the other
			await Promise.try(body, {}).catch(() => {});
		}
	}
}

function resultOf(file: string, timeSpentMs: number, failureMessage: string | undefined): TestResult {
	const result = {id: file, name: file, fileName: file, timeSpentMs};
	return failureMessage === undefined
		? {...result, status: TestStatus.Success}
		: {...result, status: TestStatus.Failed, failureMessage};
}

/** A runner to which a file is one test. */
class InProcessRunner implements TestRunner {
	capabilities(): {reloadEnvironment: boolean} {
		return {reloadEnvironment: true};
	}

	async dryRun({testFiles = []}: DryRunOptions): Promise<DryRunResult> {
		const tests: TestResult[] = [];
		const perTest: Record<string, Record<string, number>> = {};
		for (const file of testFiles) {
			const startedAt = performance.now();
			// oxlint-disable-next-line no-await-in-loop -- one file after the other
			const failure = await failureOf(file);
			tests.push(resultOf(file, performance.now() - startedAt, failure));
			perTest[file] = {...stryker.mutantCoverage?.static};
		}

		return {status: DryRunStatus.Complete, tests, mutantCoverage: {static: {}, perTest}};
	}

	async mutantRun({activeMutant, testFilter = [], hitLimit}: MutantRunOptions): Promise<MutantRunResult> {
		const tests: TestResult[] = [];
		for (const file of testFilter) {
			// oxlint-disable-next-line no-await-in-loop -- one file after the other
			const failure = await failureOf(file, activeMutant.id, hitLimit);
			const tooMuch = determineHitLimitReached(stryker.hitCount, hitLimit);
			if (tooMuch !== undefined) {
				return toMutantRunResult(tooMuch);
			}

			tests.push(resultOf(file, 0, failure));
			if (failure !== undefined) {
				break;
			}
		}

		return toMutantRunResult({status: DryRunStatus.Complete, tests});
	}
}

/** The export that Stryker looks for in a plug-in. */
export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
