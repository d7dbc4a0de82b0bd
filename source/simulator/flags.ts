import {UsageFailure} from './failure.ts';

/** What stood behind the words of a command. Flags are asked by their first name. */
export interface Flags {
	readonly positionals: readonly string[];
	has(name: string): boolean;
	/** The last value, or undefined. */
	get(name: string): string | undefined;
	all(name: string): readonly string[];
	/** The value of a flag without which the command refuses to run. */
	required(name: string): string;
	/** Whether JSON was asked for; another format is refused. `sl` takes it in any case (from source). */
	readonly wantsJson: boolean;
}

/**
 * Reads flags in the forms `--flag value` and `--flag=value`. Unknown ones are refused, so that a client that passes a
 * flag which the real command does not have is found out here.
 *
 * @param known for example `--region= -q|--quiet`: `=` where there is a value, `|` between spellings.
 */
export function parseFlags(args: readonly string[], known: string, usage: string): Flags {
	const spellings = new Map(
		known.split(' ').flatMap((entry) => {
			const names = entry.replace('=', '').split('|');
			return names.map((name) => [name, {name: names[0] ?? name, hasValue: entry.endsWith('=')}] as const);
		}),
	);
	const values = new Map<string, string[]>();
	const positionals: string[] = [];
	for (let index = 0; index < args.length; index++) {
		const argument = args[index] ?? '';
		if (!argument.startsWith('-') || argument === '-') {
			positionals.push(argument);
			continue;
		}
		const [spelling = '', inOne] = argument.split(/=(.*)/s);
		const flag = spellings.get(spelling);
		if (flag === undefined) throw new UsageFailure(`flag provided but not defined: ${spelling}`, usage);
		const value = inOne ?? (flag.hasValue ? args[++index] : 'true');
		if (value === undefined) throw new UsageFailure(`flag needs an argument: ${spelling}`, usage);
		values.set(flag.name, [...(values.get(flag.name) ?? []), value]);
	}
	const get = (name: string) => values.get(name)?.at(-1);
	return {
		positionals,
		get,
		has: (name) => values.has(name) && get(name) !== 'false',
		all: (name) => values.get(name) ?? [],
		required(name) {
			const value = get(name);
			if (value) return value;
			throw new UsageFailure(`Required flag '${name.replace(/^-+/, '')}' was not set`, usage);
		},
		get wantsJson() {
			const format = get('--output');
			if (format !== undefined && format.toLowerCase() !== 'json')
				throw new UsageFailure(`Invalid output format: ${format}`);
			return format !== undefined;
		},
	};
}
