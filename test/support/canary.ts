import assert from 'node:assert/strict';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import type {Ended, Sandbox} from './sandbox.ts';
import type {TerminalSession} from './terminal.ts';

/** This many consecutive characters of a planted value are a leak, in any spelling: halves are found too. */
const shortestRun = 16;

/** One child as the machine saw it, with all of its arguments and environment. */
export interface SeenChild {
	readonly args: readonly string[];
	readonly environment: readonly string[];
}

/** Values that must not leave the program, and a search for them in everything that did. */
export class Canary {
	readonly #values: readonly string[];
	readonly #runs = new Set<string>();

	constructor(values: readonly string[]) {
		this.#values = values;
		for (const spelling of values.flatMap((value) => spellingsOf(value))) {
			for (let start = 0; start + shortestRun <= spelling.length; start++) {
				this.#runs.add(spelling.slice(start, start + shortestRun));
			}
		}
	}

	/** Returns the first run of a planted value in a text; undefined if there is none. */
	find(text: string): string | undefined {
		// A value drawn over several rows, or with a color in the middle, is still a value.
		const drawn = text.replaceAll(
			/\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)|.)/gu,
			'',
		);
		return [text, drawn, drawn.replaceAll(/[\s│|]+/gu, '')]
			.map((form) => this.#findIn(form))
			.find((run) => run !== undefined);
	}

	/** Fails if a planted value is in a text. @param where named in the failure */
	assertNotIn(text: string, where: string): void {
		const run = this.find(text);
		assert.ok(run === undefined, `a planted value is in ${where}: ${String(run).slice(0, 8)}...`);
	}

	/** Searches the output of a run without a terminal. */
	assertNotSaid({stdout, stderr}: Ended, what = 'a run'): void {
		this.assertNotIn(stdout, `the standard output of ${what}`);
		this.assertNotIn(stderr, `the standard error of ${what}`);
	}

	/** Searches everything that a program ever wrote to a terminal, every frame, and the scrollback. */
	assertNotShown(terminal: TerminalSession, what = 'a session'): void {
		this.assertNotIn(terminal.everything(), `what ${what} wrote to the terminal`);
		this.assertNotIn(terminal.frames().join('\n'), `the frames of ${what}`);
		this.assertNotIn(terminal.scrollback().join('\n'), `the scrollback of ${what}`);
	}

	/**
	 * Searches every file of a sandbox except those given to the simulated CLI, and `own`: files in which the
	 * test itself wrote a planted value.
	 */
	assertNotKept(sandbox: Sandbox, own: readonly string[] = []): void {
		for (const entry of readdirSync(sandbox.directory, {recursive: true, withFileTypes: true})) {
			if (entry.isFile() && ![...own, ...handedIn].includes(entry.name)) {
				const file = path.join(entry.parentPath, entry.name);
				this.assertNotIn(readFileSync(file, 'latin1'), path.relative(sandbox.directory, file));
			}
		}
	}

	/** Searches arguments and environments of all children. @param allowed arguments that may hold a value */
	assertNotInherited(children: readonly SeenChild[], allowed: (argument: string) => boolean): void {
		assert.ok(children.length > 0, 'children were started');
		for (const {args, environment} of children) {
			const words = args.join(' ').slice(0, 40);
			this.assertNotIn(args.filter((argument) => !allowed(argument)).join('\n'), `the arguments of ${words}`);
			this.assertNotIn(environment.join('\n'), `the environment of ${words}`);
		}
	}

	/** Counts the arguments of the children that hold a whole planted value. */
	timesInArguments(children: readonly SeenChild[]): number {
		return children
			.flatMap(({args}) => args)
			.filter((argument) => this.#values.some((value) => argument.includes(value))).length;
	}

	#findIn(text: string): string | undefined {
		for (let start = 0; start + shortestRun <= text.length; start++) {
			const run = text.slice(start, start + shortestRun);
			if (this.#runs.has(run)) {
				return run;
			}
		}

		return undefined;
	}
}

/** Returns it plain, reversed, in capitals, percent-encoded, as JSON, in hex (spaced, too), in base64. */
function spellingsOf(value: string): string[] {
	const bytes = Buffer.from(value);
	const hexadecimal = bytes.toString('hex');
	const encoded = [0, 1, 2].flatMap((offset) => {
		const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
		const core = text.slice(Math.ceil((offset * 4) / 3), -4);
		return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
	});
	return [
		value,
		[...value].toReversed().join(''),
		value.toUpperCase(),
		encodeURIComponent(value),
		JSON.stringify(value).slice(1, -1),
		hexadecimal,
		hexadecimal.replaceAll(/(..)(?!$)/gu, '$1 '),
		...encoded,
	];
}

const childLog = 'children.log';
const handedIn = [childLog, 'scenario.json', 'faults.json'];

/** Makes every child log its whole command line and environment before it does anything. */
export function watchChildren(sandbox: Sandbox): void {
	const log = path.join(sandbox.directory, childLog);
	sandbox.useCli(
		`{ printf '%s\\0' "$#" "$@"; env -0; printf 'END\\0'; } >"${log}.$$" && cat "${log}.$$" >>"${log}" && rm "${log}.$$"\n${sandbox.simulatorCall}`,
	);
}

/** Returns the children that were logged since `watchChildren`. */
export function seenChildren(sandbox: Sandbox): SeenChild[] {
	return readFileSync(path.join(sandbox.directory, childLog), 'utf8')
		.split('END\0')
		.slice(0, -1)
		.map((record) => {
			const [count = '0', ...rest] = record.split('\0');
			return {args: rest.slice(0, Number(count)), environment: rest.slice(Number(count))};
		});
}

/** Puts the test's own tokens into the CLI's configuration, which keeps working with them. */
export function plantTokens(sandbox: Sandbox): readonly string[] {
	const configuration = JSON.parse(sandbox.configuration()) as Record<string, unknown>;
	const [header = '', claims = ''] = String(configuration['IAMToken']).split('.');
	const token = `${header}.${claims}.cGxhbnRlZC1zaWduYXR1cmUtb2YtYS10b2tlbi1vZi10aGUtdGVzdA`;
	const refreshToken = 'rt-9f8e7d6c5b4a39281706f5e4d3c2b1a0-planted';
	const planted = {...configuration, IAMToken: token, IAMRefreshToken: refreshToken};
	writeFileSync(sandbox.configurationFile, JSON.stringify(planted, undefined, 2));
	return [token.replace(/^Bearer /u, ''), refreshToken];
}
