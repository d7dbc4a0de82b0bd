import {parseArgs} from 'node:util';
import {Failure, ensure} from './failure.ts';

/** What stood behind the words of a command. */
export class Flags {
	readonly positionals: readonly string[];
	readonly #values: Readonly<Record<string, readonly unknown[] | undefined>>;

	/**
	 * Reads flags. Unknown ones are refused, so that a client that passes what the real command does not have
	 * is found out here.
	 *
	 * @param known for example `region= quiet|q`: `=` where there is a value, `|` before a short form.
	 */
	constructor(args: readonly string[], known: string) {
		const options = known.split(' ').map((entry) => {
			const [name = '', short] = entry.replace('=', '').split('|');
			const type = entry.endsWith('=') ? ('string' as const) : ('boolean' as const);
			return [name, {type, multiple: true, ...(short === undefined ? {} : {short})}] as const;
		});
		try {
			const settings = {options: Object.fromEntries(options), allowPositionals: true};
			const {positionals, values} = parseArgs({args: [...args], ...settings});
			this.positionals = positionals;
			this.#values = values;
		} catch (error) {
			throw new Failure([`Incorrect Usage: ${error instanceof Error ? error.message : ''}`]);
		}
	}

	/** Whether JSON was asked for; another format is refused. `sl` takes it in any case (from source). */
	get wantsJson(): boolean {
		const format = this.get('output')?.toLowerCase() ?? 'json';
		ensure(format === 'json', `Incorrect Usage: Invalid output format: ${format}`);
		return this.has('output');
	}

	/** All values of a flag. */
	all(name: string): readonly string[] {
		return (this.#values[name] ?? []).map(String);
	}

	/** The last value, or undefined. */
	get(name: string): string | undefined {
		return this.all(name).at(-1);
	}

	/** Whether the flag was given. */
	has(name: string): boolean {
		return this.all(name).length > 0;
	}

	/** The value of a flag without which the command refuses to run. */
	required(name: string): string {
		const value = this.get(name) ?? '';
		ensure(value !== '', `Incorrect Usage: Required flag '${name}' was not set`);
		return value;
	}
}
