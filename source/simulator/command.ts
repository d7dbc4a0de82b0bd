import type {Flag, ParsedArguments} from './arguments.ts';
import type {Home, PluginName} from './home.ts';
import type {ActiveScenario} from './scenario.ts';
import type {Server} from './server.ts';
import type {Terminal} from './terminal.ts';
import type {World} from './world.ts';

/** Everything a running command has at hand. */
export interface Call {
	/** The words of the command in their first spelling, for example `ks credential set classic`. */
	readonly name: string;
	readonly effect: Command['effect'];
	/** All arguments as they came, the key included: only for errors that repeat them. */
	readonly rawArguments: readonly string[];
	readonly parsed: ParsedArguments;
	readonly environment: NodeJS.ProcessEnv;
	readonly home: Home;
	readonly server: Server;
	readonly world: World;
	readonly terminal: Terminal;
	readonly scenarios: readonly ActiveScenario[];
}

/** A command of the simulated CLI. */
export interface Command {
	/** The spellings of its words; the first is its name. `ks` stands for all names of that namespace. */
	readonly names: readonly string[];
	readonly plugin?: PluginName;
	readonly flags: readonly Flag[];
	readonly usage: string;
	/** What it does to the services: nothing (works offline), reads, or changes something. */
	readonly effect: 'local' | 'read' | 'write';
	/** How long the real one takes (inferred: order of magnitude, never measured by us). */
	readonly latencyMs: number;
	readonly run: (call: Call) => void | Promise<void>;
}
