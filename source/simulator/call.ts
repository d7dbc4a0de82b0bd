import type {Change} from './changes.ts';
import type {ConfigurationDirectory} from './configuration-directory.ts';
import type {Flags} from './flags.ts';
import type {Services} from './services.ts';
import type {Voice} from './voice.ts';

/** Everything a running command has at hand. */
export interface Call {
	/** The words of the command, for example `ks credential set classic`. */
	readonly name: string;
	readonly flags: Flags;
	readonly directory: ConfigurationDirectory;
	readonly voice: Voice;
	/** The services as they are when the command acts. */
	readonly services: Services;
	/** Changes the services. */
	readonly change: (change: Change) => void;
	/** Prints at once, for commands that ask something. Others give back what they print. */
	readonly say: (...lines: readonly string[]) => void;
}

/** A command of the simulated CLI. */
export interface Command {
	readonly name: string;
	/** Its flags, as `parseFlags` reads them. */
	readonly flags: string;
	/** How many milliseconds the real one takes (inferred: order of magnitude, never measured by us). */
	readonly latency: number;
	/** @returns what is printed on standard output. */
	readonly run: (call: Call) => string | Promise<string>;
}
