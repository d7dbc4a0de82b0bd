import {UsageFailure} from './failure.ts';

/** A flag of a command. A `list` may be given several times. */
export interface Flag {
	readonly names: readonly string[];
	readonly kind: 'value' | 'list' | 'switch';
}

/** What stood behind the words of the command. Flags are asked by their first name. */
export interface ParsedArguments {
	readonly positionals: readonly string[];
	value(name: string): string | undefined;
	values(name: string): readonly string[];
	has(name: string): boolean;
}

/** Declares a flag with a value; the first name is the one it is asked by. */
export function valueFlag(...names: string[]): Flag {
	return {names, kind: 'value'};
}

/** Declares a flag that may be repeated. */
export function listFlag(...names: string[]): Flag {
	return {names, kind: 'list'};
}

/** Declares a flag without a value. */
export function switchFlag(...names: string[]): Flag {
	return {names, kind: 'switch'};
}

/** `--output json`, which most commands have. */
export const outputFlag = valueFlag('--output', '-o');

/** `-q`: no message of the day, no update reminders (documented, cli-ks-plugin-v2). */
export const quietFlag = switchFlag('-q', '--quiet', '-s');

/**
 * Reads flags in the forms `--flag value` and `--flag=value`. Unknown flags are refused, so that a client that
 * passes a flag which the real command does not have is found out here.
 */
export function parseArguments(
	args: readonly string[],
	flags: readonly Flag[],
	usage: string,
): ParsedArguments {
	const found = new Map<string, string[]>();
	const positionals: string[] = [];
	for (let index = 0; index < args.length; index++) {
		const argument = args[index] ?? '';
		if (!argument.startsWith('-') || argument === '-') {
			positionals.push(argument);
			continue;
		}
		const equals = argument.indexOf('=');
		const name = equals < 0 ? argument : argument.slice(0, equals);
		const flag = flags.find((candidate) => candidate.names.includes(name));
		if (flag === undefined) throw new UsageFailure(`flag provided but not defined: ${name}`, usage);
		const key = flag.names[0] ?? name;
		const earlier = flag.kind === 'list' ? (found.get(key) ?? []) : [];
		if (flag.kind === 'switch') {
			found.set(key, [equals < 0 ? 'true' : argument.slice(equals + 1)]);
			continue;
		}
		const value = equals < 0 ? args[++index] : argument.slice(equals + 1);
		if (value === undefined) throw new UsageFailure(`flag needs an argument: ${name}`, usage);
		found.set(key, [...earlier, value]);
	}
	return {
		positionals,
		value: (name) => found.get(name)?.at(-1),
		values: (name) => found.get(name) ?? [],
		has: (name) => found.has(name) && found.get(name)?.at(-1) !== 'false',
	};
}

/** The value of a flag without which the command refuses to run. */
export function required(parsed: ParsedArguments, name: string, usage: string): string {
	const value = parsed.value(name);
	if (value === undefined || value === '') {
		throw new UsageFailure(`Required flag '${name.replace(/^-+/, '')}' was not set`, usage);
	}
	return value;
}

/** Whether JSON was asked for; another format is refused. `sl` takes it in any case (from source). */
export function wantsJson(parsed: ParsedArguments): boolean {
	const format = parsed.value('--output');
	if (format === undefined) return false;
	if (format.toLowerCase() === 'json') return true;
	throw new UsageFailure(`Invalid output format: ${format}`);
}
