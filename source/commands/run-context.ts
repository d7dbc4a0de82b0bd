import pLimit from 'p-limit';
import {createClient} from '../ibmcloud/client.ts';
import {ConfigurationDirectories} from '../ibmcloud/configuration-directories.ts';
import {createReadStore} from '../ibmcloud/reads.ts';
import type {Outcome} from '../ibmcloud/types.ts';
import {createAdapter} from '../shell/adapter.ts';
import type {Environment} from '../shell/environment.ts';
import type {FoundProgram} from '../shell/program.ts';
import type {Program, Run} from '../shell/run.ts';
import {createServiceApi} from './service-api.ts';
import {sessionReads, type CheckPair, type ReadDependencies} from './session-reads.ts';

/** Everything a command works with, put together once. */
export type RunContext = ReturnType<typeof createRunContext>;

export interface RunContextOptions {
	/** Asks the classic API about a pair; only called where that is not turned off. */
	readonly checkPair: CheckPair;
	/** What children start from. */
	readonly environment: Environment;
	readonly homeDirectory: string;
	readonly program: FoundProgram;
	readonly privateDirectories: string;
	/** Whether the service's API is read where no private copy can be used (`--via api`). */
	readonly readsViaApi?: boolean;
	/** How many children may run side by side; default 8. */
	readonly concurrency?: number | undefined;
	/** Milliseconds after which a command is ended, whatever its own limit. */
	readonly longestMs?: number | undefined;
	/** When a session in a terminal has drawn something: reads for later steps wait for it. */
	readonly firstFrame?: Promise<void>;
}

/** Puts everything together; starts nothing. */
export function createRunContext(options: RunContextOptions) {
	const {environment, homeDirectory, readsViaApi = false, concurrency = 8, longestMs = Infinity} = options;
	const adapter = createAdapter(environment);
	const program = outcomeOfSearch(options.program);
	const run: Run = async (child, args, {timeoutMs, ...more}) =>
		adapter.run(child, args, {...more, timeoutMs: Math.min(timeoutMs, longestMs)});
	const client = createClient({run, program, limit: pLimit(concurrency)});
	const store = createReadStore();
	const directories = new ConfigurationDirectories({
		client,
		environment,
		homeDirectory,
		copiesDirectory: options.privateDirectories,
		targetedGroup: () => reads.target.value()?.group,
	});
	const serviceApi = createServiceApi(client, environment);
	const dependencies: ReadDependencies = {client, directories, serviceApi, readsViaApi};
	const reads = sessionReads(dependencies, store, options);
	return {adapter, store, reads, program, concurrency, ...dependencies};
}

function outcomeOfSearch(found: FoundProgram): Outcome<Program> {
	if (found.kind === 'found') {
		return {ok: true, value: found.program};
	}

	if (found.kind === 'missing') {
		return {ok: false, error: {kind: 'cli-missing', words: '', command: 'ibmcloud'}};
	}

	const {path, hop} = found;
	const command = hop === undefined ? path : 'ls -ldn';
	return {ok: false, error: {kind: 'cli-unsafe', words: hop ?? '', command}};
}
