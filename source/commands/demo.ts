import path from 'node:path';
import {makePrivateDirectory} from '../disk/private-directory.ts';
import type {RegionName} from '../ibmcloud/facts/regions.ts';
import {protect} from '../secrets/redact.ts';
import {Secret} from '../secrets/secret.ts';
import {createAdapter} from '../shell/adapter.ts';
import type {Environment} from '../shell/environment.ts';
import type {Program} from '../shell/run.ts';
import type {Answers} from '../wizard/answers.ts';

/** A rehearsal: the simulated `ibmcloud` as a real child process, with its state in a private directory. */
export type Demo = NonNullable<Awaited<ReturnType<typeof prepareDemo>>>;

/**
 * Prepares a rehearsal: a private directory with the CLI's configuration and the simulator's state. @returns
 * undefined if the simulator could not prepare the scenario.
 */
export async function prepareDemo(
	program: Program,
	scenario: string,
	own: Environment,
	privateDirectories: string,
) {
	// Removed with its content when the program ends.
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
		timeoutMs: 30_000,
	});
	return exitCode === 0 ? {directory, environment, ...answersOf(stdout)} : undefined;
}

/** The output of the simulator after seeding. The simulator is ours, so the form is known. */
interface SeedReport {
	readonly sampleAnswers: Readonly<Record<'username' | 'key' | 'wrongKey', string>> & {
		readonly region: RegionName;
	};
	readonly keys: Readonly<Record<string, string>>;
}

function answersOf(stdout: string) {
	const {sampleAnswers: sample, keys} = JSON.parse(stdout) as SeedReport;
	const key = protect(new Secret(sample.key));
	// For a rehearsal that plays by itself.
	const sampleAnswers: Answers = {
		user: {value: {username: sample.username, listed: undefined}, source: 'sample'},
		key: {value: key, source: 'sample'},
		region: {value: [sample.region], source: 'sample'},
	};
	return {
		sampleAnswers,
		/** The worthless keys of the simulated users, shown in the key step so that it can be rehearsed. */
		keys: new Map(Object.entries(keys)),
		/** The sample key, in a scenario in which it belongs to nobody. */
		wrongKey: sample.key === sample.wrongKey ? key : undefined,
	};
}
