import type {Call} from './command.ts';
import type {Configuration, PluginName} from './home.ts';
import type {StoredCredential} from './server.ts';
import type {SampleAnswers} from './standard-world.ts';
import type {World} from './world.ts';

/**
 * A named variation of the standard behaviour. Every hook gets the parameter that stood behind the name
 * (`slow:500`), or an empty string.
 */
export interface Scenario {
	readonly name: string;
	/** One sentence. */
	readonly description: string;
	/** What the parameter means and what holds without one. */
	readonly parameter?: string;
	/** What is answered where a rehearsal plays by itself, as far as the usual answers would miss its point. */
	readonly sample?: Partial<SampleAnswers>;
	/** What exists before the first call. */
	readonly world?: (world: World, parameter: string) => World;
	/** The operator's `config.json` as the seed writes it. */
	readonly configuration?: (configuration: Configuration, world: World) => Configuration;
	/** The plug-ins that the seed installs. */
	readonly plugins?: readonly PluginName[];
	/** Milliseconds of every call, whatever the latency setting says. */
	readonly latencyMs?: (parameter: string) => number;
	/** Runs before a command acts: may throw a Failure, never return, or end the process. */
	readonly before?: (call: Call, parameter: string) => void | Promise<void>;
	/** Runs after a command has acted, even if it failed. */
	readonly after?: (call: Call, parameter: string) => void | Promise<void>;
	/** What `credential set` and `unset` really store, or undefined for nothing. */
	readonly store?: (credential: StoredCredential, call: Call) => StoredCredential | undefined;
	/** What `credential get` answers instead of the user that is stored. */
	readonly readBack?: (credential: StoredCredential, parameter: string) => string | null;
	/** Changes JSON on its way out. */
	readonly json?: (text: string, call: Call, parameter: string) => string;
}

/** A scenario that is switched on, with its parameter. */
export interface ActiveScenario {
	readonly scenario: Scenario;
	readonly parameter: string;
}

/** Reads `name,name:parameter`; an unknown name is an error that names the known ones. */
export function chooseScenarios(known: readonly Scenario[], setting: string | undefined): ActiveScenario[] {
	const names = (setting ?? '')
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');
	return (names.length === 0 ? ['standard'] : names).map((entry) => {
		const colon = entry.indexOf(':');
		const name = colon < 0 ? entry : entry.slice(0, colon);
		const scenario = known.find((candidate) => candidate.name === name);
		if (scenario === undefined) {
			throw new Error(
				`'${name}' is not a scenario of the simulator. Known: ${known.map((candidate) => candidate.name).join(', ')}`,
			);
		}
		return {scenario, parameter: colon < 0 ? '' : entry.slice(colon + 1)};
	});
}

/** The standard world changed by each scenario in turn. */
export function worldOf(standard: World, active: readonly ActiveScenario[]): World {
	return active.reduce(
		(world, {scenario, parameter}) => scenario.world?.(world, parameter) ?? world,
		standard,
	);
}
