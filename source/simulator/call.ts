import {parseArgs} from 'node:util';
import type {ServiceChange} from './changes.ts';
import type {ConfigHome} from './configuration-directory.ts';
import type {Services} from './services.ts';
import {CommandFailure, ensure} from './output.ts';
import type {Voice} from './voice.ts';

/** Everything a running command has at hand. */
export interface Call {
	/** The words of the command, for example `ks credential set classic`. */
	readonly name: string;
	readonly flags: ReturnType<typeof readFlags>;
	readonly directory: ConfigHome;
	readonly voice: Voice;
	/** The services as they are when the command acts. */
	readonly services: Services;
	/** Changes the services. */
	readonly change: (change: ServiceChange) => void;
	/** Prints at once, for commands that ask something. Others give back what they print. */
	readonly say: (...lines: readonly string[]) => void;
}

/** A command of the simulated CLI. */
export interface SimulatedCommand {
	readonly name: string;
	/** Its flags, as `parseFlags` reads them. */
	readonly flags: string;
	/** How many milliseconds the real one takes (inferred: order of magnitude, never measured by us). */
	readonly latency: number;
	/** @returns what is printed on standard output: a text, or what `--output json` has to ask for. */
	readonly run: (call: Call) => string | object | Promise<string>;
}

/**
 * Reads flags. Unknown ones are refused, so that a client that passes what the real command does not have is
 * found out here.
 *
 * @param known for example `region= quiet|q`: `=` where there is a value, `|` before a short form.
 */
export function readFlags(args: readonly string[], known: string) {
	const {positionals, values} = parsed(args, known);
	const all = (name: string): string[] => (values[name] ?? []).map(String);
	const get = (name: string): string | undefined => all(name).at(-1);
	const has = (name: string): boolean => all(name).length > 0;
	return {
		positionals,
		all,
		get,
		has,
		/** Whether JSON was asked for; another format is refused. `sl` takes it in any case (from source). */
		wantsJson() {
			const format = get('output')?.toLowerCase() ?? 'json';
			ensure(format === 'json', `Incorrect Usage: Invalid output format: ${format}`);
			return has('output');
		},
		/** The value of a flag without which the command refuses to run. */
		required(name: string): string {
			const value = get(name) ?? '';
			ensure(value !== '', `Incorrect Usage: Required flag '${name}' was not set`);
			return value;
		},
	};
}

function parsed(args: readonly string[], known: string) {
	const options = known.split(' ').map((entry) => {
		const [name = '', short] = entry.replace('=', '').split('|');
		const type = entry.endsWith('=') ? ('string' as const) : ('boolean' as const);
		return [name, {type, multiple: true, ...(short === undefined ? {} : {short})}] as const;
	});
	try {
		return parseArgs({args: [...args], options: Object.fromEntries(options), allowPositionals: true});
	} catch (error) {
		throw new CommandFailure(`Incorrect Usage: ${error instanceof Error ? error.message : ''}`);
	}
}
