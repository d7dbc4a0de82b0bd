/**
 * The simulated `ibmcloud`: `node main.js ARGS` behaves like `ibmcloud ARGS`, for rehearsals and tests. It is
 * a program of its own that imports nothing of the rest, so that parsers and simulator cannot prove each
 * other, and it never connects to anything. It has only what is called. Its variables: CONTRIBUTING.md.
 *
 * Commands that the real CLI does not have:
 *   simulator-seed           prepares services and configuration directory, prints a JSON report
 *   simulator-calls          prints all calls so far as JSON
 *   simulator-faults JSON    replaces the faults in force
 *   simulator-change JSON    makes a change as a colleague does
 *   simulator-key USER       prints the first API key of a user
 */
import {readCalls} from './call-log.ts';
import type {ColleagueChange} from './changes.ts';
import type {Fault} from './faults.ts';
import {chooseScenario, seed} from './scenarios.ts';
import {demoKey} from './services.ts';
import {simulate} from './simulate.ts';
import {ServiceStore} from './store.ts';
import {goJson, print} from './output.ts';

const variable = (name: string) => process.env[`CLASSIC_CREDENTIALS_SIMULATOR_${name}`];

const ownCommands: Readonly<Record<string, (argument: string, store: () => ServiceStore) => string>> = {
	'simulator-seed'(_, store) {
		const scenario = chooseScenario(variable('SCENARIO') || 'standard', variable('FILE'));
		return goJson(seed(process.env, store(), scenario));
	},
	'simulator-calls': (_, store) => goJson(readCalls(store().directory)),
	'simulator-faults'(json, store) {
		store().setFaults(JSON.parse(json) as Fault[]);
		return '';
	},
	'simulator-change'(json, store) {
		store().recordOfColleague(JSON.parse(json) as ColleagueChange);
		return '';
	},
	'simulator-key': (username) => `${demoKey(username)}\n`,
};

async function main([name = '', ...rest]: readonly string[]): Promise<number> {
	const store = () => {
		const directory = variable('STATE');
		if (!directory) {
			throw new Error('CLASSIC_CREDENTIALS_SIMULATOR_STATE is not set: a directory for the state');
		}

		return new ServiceStore(directory);
	};
	const own = ownCommands[name];
	if (own === undefined) {
		return simulate([name, ...rest], process.env, store());
	}

	print('stdout', own(rest[0] ?? '', store));
	return 0;
}

let exitCode: number;
try {
	exitCode = await main(process.argv.slice(2));
} catch (error) {
	// A mistake in the use of the simulator, not something that the real CLI would say.
	print('stderr', `simulator: ${error instanceof Error ? error.message : String(error)}\n`);
	exitCode = 70;
}

process.exit(exitCode);
