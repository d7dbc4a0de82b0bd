import path from 'node:path';
import {makePrivateDirectory} from '../disk/private-directory.ts';
import type {RegionName} from '../ibmcloud/types.ts';
import {exitStatus} from '../plan/status.ts';
import {protect} from '../secrets/redact.ts';
import {Secret} from '../secrets/secret.ts';
import {createAdapter} from '../shell/adapter.ts';
import type {Environment} from '../shell/environment.ts';
import type {Program} from '../shell/run.ts';
import type {Answers} from '../wizard/answers.ts';

/** A rehearsal: the simulated `ibmcloud` as a real child process, with its state in a private directory. */
export interface Demo {
	/** Removed with everything in it when the program ends. */
	readonly directory: string;
	readonly environment: Environment;
	/** Answers for a run that plays by itself. */
	readonly sampleAnswers: Answers;
	/** The keys of the simulated users: worthless, and shown in the key step so that it can be rehearsed. */
	readonly keys: ReadonlyMap<string, string>;
	/** The sample key, where it is rehearsed that it is nobody's. */
	readonly wrongKey: Secret | undefined;
}

const limitMs = 30_000;

/** The scenarios that `--demo=NAME` knows, as the simulator lists them. */
export async function scenarios(
	program: Program,
): Promise<ReadonlyArray<Record<'name' | 'description', string>>> {
	const {run} = createAdapter(process.env);
	const {stdout} = await run(program, ['simulator-scenarios'], {timeoutMs: limitMs});
	try {
		// The simulator ships with the program; its list is our own.
		return JSON.parse(stdout) as ReadonlyArray<Record<'name' | 'description', string>>;
	} catch {
		return [];
	}
}

/** `--demo=list` of any command: the scenarios, one a line. @returns the exit status. */
export async function listScenarios(process: NodeJS.Process, simulator: Program): Promise<number> {
	const known = await scenarios(simulator);
	const width = Math.max(...known.map(({name}) => name.length));
	process.stdout.write(
		known.map(({name, description}) => `${name.padEnd(width)}  ${description}\n`).join(''),
	);
	return exitStatus.done;
}

/**
 * Prepares a rehearsal: a configuration directory of its own for the CLI's configuration and the simulator's
 * state.
 *
 * @returns undefined where the scenario could not be prepared.
 */
export async function prepareDemo(
	program: Program,
	scenario: string,
	own: Environment,
	privateDirectories: string,
): Promise<Demo | undefined> {
	const directory = await makePrivateDirectory(privateDirectories, 'demo');
	const environment: Environment = {
		...own,
		IBMCLOUD_HOME: path.join(directory, 'home'),
		IBMCLOUD_CONFIG_HOME: undefined,
		BLUEMIX_HOME: undefined,
		ENV_SL_API_ENDPOINT: undefined,
		CLASSIC_CREDENTIALS_SIMULATOR_STATE: path.join(directory, 'state'),
		CLASSIC_CREDENTIALS_SIMULATOR_SCENARIO: scenario,
		CLASSIC_CREDENTIALS_SIMULATOR_LATENCY: own['CLASSIC_CREDENTIALS_SIMULATOR_LATENCY'] ?? 'real',
	};
	const {exitCode, stdout} = await createAdapter(environment).run(program, ['simulator-seed'], {
		timeoutMs: limitMs,
	});
	return exitCode === 0 ? {directory, environment, ...answersOf(stdout)} : undefined;
}

/** What the simulator says after seeding: it is our own program, so its form is known. */
interface SeedReport {
	readonly sampleAnswers: Readonly<Record<'username' | 'key' | 'wrongKey', string>> & {
		readonly region: RegionName;
	};
	readonly keys: Readonly<Record<string, string>>;
}

function answersOf(stdout: string): Pick<Demo, 'sampleAnswers' | 'keys' | 'wrongKey'> {
	const {sampleAnswers: sample, keys} = JSON.parse(stdout) as SeedReport;
	const key = protect(new Secret(sample.key));
	return {
		sampleAnswers: {
			user: {value: {username: sample.username, listed: undefined}, source: 'sample'},
			key: {value: key, source: 'sample'},
			region: {value: [sample.region], source: 'sample'},
		},
		keys: new Map(Object.entries(keys)),
		wrongKey: sample.key === sample.wrongKey ? key : undefined,
	};
}
