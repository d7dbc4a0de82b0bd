import pLimit from 'p-limit';
import {createClient} from '../ibmcloud/client.ts';
import {ConfigurationDirectories} from '../ibmcloud/configuration-directories.ts';
import {readConfiguration} from '../ibmcloud/configuration.ts';
import {createReadStore} from '../ibmcloud/reads.ts';
import {sleep} from '../ibmcloud/retry.ts';
import type {Outcome} from '../ibmcloud/types.ts';
import {unsent, writeOutcomeOf} from '../ibmcloud/write-outcome.ts';
import type {ApplyDependencies, CurrentTarget} from '../plan/apply-dependencies.ts';
import {keyOf} from '../plan/plan.ts';
import {createAdapter} from '../shell/adapter.ts';
import type {Environment} from '../shell/environment.ts';
import type {FoundProgram} from '../shell/program.ts';
import type {Program, Run} from '../shell/run.ts';
import {createServiceApi} from './service-api.ts';
import {
	credentialOperation,
	permissionsOperation,
	sessionReads,
	type CheckPair,
	type ReadDependencies,
} from './session-reads.ts';

/** Everything a command works with. */
export type RunContext = ReturnType<typeof createRunContext>;

export interface RunContextOptions {
	/** Asks the classic API about a pair; not called if that is turned off. */
	readonly checkPair: CheckPair;
	/** The environment that children start from. */
	readonly environment: Environment;
	readonly homeDirectory: string;
	readonly program: FoundProgram;
	readonly privateDirectories: string;
	/** Whether the service's API is read if no private copy can be used (`--via api`). */
	readonly readsViaApi?: boolean;
	/** The most children that run side by side; default 8. */
	readonly concurrency?: number | undefined;
	/** Milliseconds after which a command is ended, whatever its own limit. */
	readonly longestMs?: number | undefined;
	/** Settles once a session in a terminal has drawn something: reads for later steps wait for it. */
	readonly firstFrame?: Promise<void>;
}

/** Builds what a command works with; starts nothing. */
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

/** Stands for no group: the CLI then silently takes the account's default one (documented). */
const noGroup = {id: '', name: '-'};

/**
 * Returns a reader of the CLI's target. A file that once named a group and names none any more has changed;
 * one that never did says nothing about the group, since its form is internal to the CLI.
 */
function targetReader(): (configurationFile: string) => CurrentTarget | undefined {
	const namesGroup = new Set<string>();
	return (file) => {
		const configuration = readConfiguration(file);
		if (configuration?.group !== undefined) {
			namesGroup.add(file);
		}

		return configuration?.account === undefined
			? undefined
			: {
					account: configuration.account,
					group: configuration.group ?? (namesGroup.has(file) ? noGroup : undefined),
				};
	};
}

/** Returns the two writers behind one interface: the documented CLI commands, and the service's own API. */
function writer({client, directories, serviceApi}: RunContext): ApplyDependencies['write'] {
	return async (scope, change, {writer: by, account}, signal) => {
		const {region, group} = scope;
		const found = await directories.forGroup(group);
		// The API names the group itself, so none has to be targeted.
		if (!found.ok && (by === 'cli' || found.error.kind !== 'copy-refused')) {
			return unsent(found.error);
		}

		const directory = found.ok ? found.value : directories.operators;
		if (by === 'api') {
			return serviceApi.write(directory, scope, change, {accountId: account?.id, signal});
		}

		const command =
			change.kind === 'set'
				? client.credentialSet(region, change.pair.username, keyOf(change.pair))
				: client.credentialUnset(region);
		return writeOutcomeOf(await command(directory).run({signal}));
	};
}

/** Returns the effects of apply. */
export function applyDependencies(run: RunContext, record: ApplyDependencies['record']): ApplyDependencies {
	const {directories} = run;
	const targeted = targetReader();
	// The review will show what the file names now.
	targeted(directories.operators.configurationFile);
	return {
		async target({group}) {
			const directory = await directories.forGroup(group);
			if (directory.ok) {
				return targeted(directory.value.configurationFile);
			}

			// Only the API reaches a group that cannot be targeted: then only the account of the target counts.
			const own = run.readsViaApi ? targeted(directories.operators.configurationFile) : undefined;
			return own === undefined ? undefined : {...own, group: undefined};
		},
		write: writer(run),
		read: async (scope, expected, signal) =>
			credentialOperation(run, scope, () => (expected === null ? [] : [expected])).run({signal}),
		permissions: async (scope, signal) => permissionsOperation(run, scope).run({signal}),
		record,
		concurrency: run.concurrency,
		now: Date.now,
		sleep,
	};
}
