/**
 * The simulated `ibmcloud`: `node main.js ARGS` behaves like `ibmcloud ARGS`, for rehearsals and tests. It is a program
 * of its own: it imports nothing of the rest, so that parsers and simulator cannot prove each other, and it never
 * connects to anything.
 *
 * Environment:
 *   CLASSIC_CREDENTIALS_SIMULATOR_STATE     directory of the simulated services and of `calls.jsonl` (required)
 *   CLASSIC_CREDENTIALS_SIMULATOR_SCENARIO  for the seed: scenario names, `name,name`; default `standard`
 *   CLASSIC_CREDENTIALS_SIMULATOR_FILE      for the seed: a file with one more scenario, as JSON
 *   CLASSIC_CREDENTIALS_SIMULATOR_LATENCY   `real` (default), `none`, or milliseconds for each call
 *
 * Commands that the real CLI does not have:
 *   simulator-seed           prepares services and configuration directory, prints a JSON report
 *   simulator-scenarios      prints the scenarios as JSON
 *   simulator-calls          prints all calls so far as JSON
 *   simulator-credentials    prints the credentials that are set now as JSON
 *   simulator-faults JSON    lets these faults, and no others, be in force from now on
 *   simulator-change JSON    makes a change as a colleague does
 *   simulator-key USER       prints the first API key of a user
 */
import {readCalls} from './call-log.ts';
import {makeColleagueChange} from './colleague.ts';
import type {ColleagueChange, Fault} from './faults.ts';
import {Home} from './home.ts';
import {chooseScenario, scenarios} from './scenarios.ts';
import {seed} from './seed.ts';
import {demoKey} from './services.ts';
import {simulate} from './simulate.ts';
import {Store} from './store.ts';
import {goJson} from './text.ts';

async function main(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
	const [name = '', value = ''] = args;
	const prefix = 'CLASSIC_CREDENTIALS_SIMULATOR';
	const directory = environment[`${prefix}_STATE`];
	if (name === 'simulator-scenarios')
		return print(goJson(scenarios.map(({name: known, description}) => ({name: known, description}))));
	if (name === 'simulator-key') return print(`${demoKey(value)}\n`);
	if (!directory)
		throw new Error(`${prefix}_STATE is not set: the simulator needs a directory for its state`);
	const store = new Store(directory);
	switch (name) {
		case 'simulator-seed': {
			const scenario = chooseScenario(environment[`${prefix}_SCENARIO`], environment[`${prefix}_FILE`]);
			return print(goJson(seed(environment, store, scenario)));
		}
		case 'simulator-calls': {
			return print(goJson(readCalls(directory)));
		}
		case 'simulator-credentials': {
			return print(goJson(store.services.credentials.filter(({username}) => username !== null)));
		}
		case 'simulator-faults': {
			store.setFaults(JSON.parse(value) as Fault[]);
			return 0;
		}
		case 'simulator-change': {
			makeColleagueChange(store, new Home(store.operatorDirectory), JSON.parse(value) as ColleagueChange);
			return 0;
		}
		default: {
			return simulate(args, environment, store);
		}
	}
}

function print(text: string): number {
	process.stdout.write(text);
	return 0;
}

// A reader that is gone ends the program, as SIGPIPE does it with the real one.
process.stdout.on('error', () => process.exit(1));
process.stderr.on('error', () => process.exit(1));

let exitCode: number;
try {
	exitCode = await main(process.argv.slice(2), process.env);
} catch (error) {
	// A mistake in how the simulator is used, not something that the real CLI would say.
	process.stderr.write(`simulator: ${error instanceof Error ? error.message : String(error)}\n`);
	exitCode = 70;
}
// Standard output may still hold text: leave only when it is written.
await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
process.exit(exitCode);
