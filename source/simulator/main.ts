/**
 * The simulated `ibmcloud`: `node main.js ARGS` behaves like `ibmcloud ARGS`, for rehearsals and tests. It is a program
 * of its own: it imports nothing of the rest, so that parsers and simulator cannot prove each other, and it never
 * connects to anything.
 *
 * Environment:
 *   CLASSIC_CREDENTIALS_SIMULATOR_STATE     directory of the simulated services and of `calls.jsonl` (required)
 *   CLASSIC_CREDENTIALS_SIMULATOR_SCENARIO  scenario names, `name,name:parameter`; default `standard`
 *   CLASSIC_CREDENTIALS_SIMULATOR_LATENCY   `real` (default), `none`, or milliseconds for each call
 *
 * Commands that the real CLI does not have:
 *   simulator-seed        prepares the configuration directory for the scenarios, prints a JSON report
 *   simulator-scenarios   prints the scenarios as JSON
 *   simulator-calls       prints all calls so far as JSON
 *   simulator-key USER    prints the first API key of a user
 */
import {readCalls} from './call-log.ts';
import {chooseScenarios, worldOf} from './scenario.ts';
import {scenarios} from './scenarios/index.ts';
import {seed} from './seed.ts';
import {simulate} from './simulate.ts';
import {standardWorld} from './standard-world.ts';
import {demoKey} from './world.ts';

async function main(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
	if (args[0] === 'simulator-scenarios') {
		printJson(
			scenarios.map(({name, description, parameter}) => ({
				name,
				description,
				...(parameter === undefined ? {} : {parameter}),
			})),
		);
		return 0;
	}
	if (args[0] === 'simulator-key') {
		process.stdout.write(`${demoKey(args[1] ?? '')}\n`);
		return 0;
	}
	const stateDirectory = environment['CLASSIC_CREDENTIALS_SIMULATOR_STATE'];
	if (!stateDirectory)
		throw new Error(
			'CLASSIC_CREDENTIALS_SIMULATOR_STATE is not set: the simulator needs a directory for its state',
		);
	if (args[0] === 'simulator-calls') {
		printJson(readCalls(stateDirectory));
		return 0;
	}
	const active = chooseScenarios(scenarios, environment['CLASSIC_CREDENTIALS_SIMULATOR_SCENARIO']);
	const world = worldOf(standardWorld, active);
	if (args[0] === 'simulator-seed') {
		printJson(seed(environment, stateDirectory, world, active));
		return 0;
	}
	return simulate(args, {environment, stateDirectory, world, scenarios: active});
}

function printJson(value: unknown): void {
	process.stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
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
