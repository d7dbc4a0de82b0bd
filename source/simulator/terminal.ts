import {isatty} from 'node:tty';

import {goJson} from './json.ts';
import {sentence} from './words.ts';
import type {Sentence} from './words.ts';

/** What the operator sees: `OK` and tables on standard output, `FAILED` and errors on standard error (from source: SDK). */
export class Terminal {
	readonly locale: string;
	readonly #coloured: boolean;
	readonly #quiet: boolean;
	/** The scenarios' way to spoil JSON on its way out. */
	spoilJson: (text: string) => string = (text) => text;

	constructor(
		environment: NodeJS.ProcessEnv,
		configuration: {readonly locale: string; readonly colour: string},
	) {
		this.locale = configuration.locale;
		// IBMCLOUD_COLOR=false: always off; true: always on; else only on a terminal where the configuration allows it (from source).
		const wish = environment['IBMCLOUD_COLOR'] || environment['BLUEMIX_COLOR'] || '';
		this.#coloured = wish === 'true' || (wish === '' && configuration.colour !== 'false' && isatty(1));
		this.#quiet = environment['IBMCLOUD_QUIET'] === 'true';
	}

	/** A sentence in the operator's language. */
	words(name: Sentence, values?: Readonly<Record<string, string>>): string {
		return sentence(this.locale, name, values);
	}

	/** Text as it is, on standard output. */
	write(text: string): void {
		process.stdout.write(text);
	}

	/** Lines on standard output. */
	say(...lines: string[]): void {
		process.stdout.write(`${lines.join('\n')}\n`);
	}

	/** A line of talk beside the output: notices, trace. */
	note(...lines: string[]): void {
		process.stderr.write(`${lines.join('\n')}\n`);
	}

	/** `OK`, suppressed in quiet mode (from source). */
	ok(): void {
		if (!this.#quiet) this.say(this.#style('OK', '32;1'));
	}

	/** JSON on standard output. `sl` indents by four blanks (seen), the others by two (seen). */
	json(value: unknown, indent = 2): void {
		this.say(this.spoilJson(goJson(value, indent)));
	}

	/** `FAILED` (suppressed in quiet mode), the message and an empty line, on standard error (from source). */
	failed(lines: readonly string[]): void {
		if (this.#quiet) {
			this.note(...lines);
			return;
		}
		this.note(this.#style(this.words('failed'), '31;1'), ...lines, '');
	}

	/** The header of a table in bold and the first column in colour, where there is colour (seen on a terminal). */
	table(lines: readonly string[]): void {
		lines.forEach((line, index) => {
			if (!this.#coloured) this.say(line);
			else if (index === 0) this.say(line.replace(/\S+/g, (word) => `\u001b[1m${word}\u001b[22m`));
			else this.say(line.replace(/^\S+/, (word) => `\u001b[36;1m${word}\u001b[0;22m`));
		});
	}

	#style(text: string, code: string): string {
		return this.#coloured ? `\u001b[${code}m${text}\u001b[0m` : text;
	}
}
