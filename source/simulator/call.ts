import {parseArgs} from 'node:util';
import type {ServiceChange} from './changes.ts';
import type {ConfigHome} from './configuration-directory.ts';
import type {Services} from './services.ts';
import {CommandFailure, ensure} from './output.ts';
import type {Voice} from './voice.ts';

/** What a running command works with. */
export interface Call {
	/** The words of the command, for example `ks credential set classic`. */
	readonly name: string;
	readonly flags: ReturnType<typeof readFlags>;
	readonly directory: ConfigHome;
	readonly voice: Voice;
	/** The services at the time when the command acts. */
	readonly services: Services;
	readonly change: (change: ServiceChange) => void;
	/** Prints at once, for commands that ask something. Others return their output. */
	readonly say: (...lines: readonly string[]) => void;
}

/** A command of the simulated CLI. */
export interface SimulatedCommand {
	readonly name: string;
	/** Its flags, in the notation of `readFlags`. */
	readonly flags: string;
	/** Milliseconds that the real one takes (inferred: order of magnitude, never measured by us). */
	readonly latency: number;
	/** @returns the standard output: a text, or an object, for which `--output json` is required. */
	readonly run: (call: Call) => string | object | Promise<string>;
}

/**
 * Reads flags; refusing unknown ones exposes a client that passes what the real command lacks. `known` is for
 * example `region= quiet|q`: `=` marks a value, `|` precedes a short form.
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
		/** Reports whether JSON was requested; refuses other formats. `sl` takes it in any case (from source). */
		wantsJson() {
			const format = get('output')?.toLowerCase() ?? 'json';
			ensure(format === 'json', `Incorrect Usage: Invalid output format: ${format}`);
			return has('output');
		},
		/** Returns the value of a flag without which the command refuses to run. */
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
