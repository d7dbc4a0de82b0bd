import {execFileSync, spawn} from 'node:child_process';
import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {readCalls, type LoggedCall} from '../../source/simulator/call-log.ts';
import type {ColleagueChange} from '../../source/simulator/changes.ts';
import type {Fault} from '../../source/simulator/faults.ts';
import {chooseScenario, seed, type Scenario} from '../../source/simulator/scenarios.ts';
import {demoKey} from '../../source/simulator/services.ts';
import {ServiceStore} from '../../source/simulator/store.ts';
import {compileCache} from './compile-cache.ts';
import {endAllOf} from './processes.ts';
import {eventually} from './scratch.ts';
import {openTerminal, type TerminalOptions, type TerminalSession} from './terminal.ts';
import {root, testedProgram} from './tested-program.ts';

const simulator = path.join(root, 'dist/simulator.js');

export interface Ended {
	readonly stdout: string;
	readonly stderr: string;
	readonly exitCode: number | null;
	readonly signal: NodeJS.Signals | null;
}

/** A sandbox, and how it differs from the scenario: services, login, plug-ins, faults. */
export interface SandboxOptions extends Scenario {
	/** Rehearsals of the simulated CLI, comma-separated. */
	readonly scenario?: string;
	/** Milliseconds that each call of the CLI takes; none by default. */
	readonly latency?: number;
	/** Changes to the program's environment; `undefined` removes a variable. */
	readonly environment?: Readonly<Record<string, string | undefined>>;
	/** Exports IBMCLOUD_CONFIG_HOME, which wins over every other place of the CLI's configuration. */
	readonly configurationHome?: boolean;
	readonly withoutCli?: boolean;
}

/**
 * A machine of its own for the built program: a home, an `ibmcloud` first in `PATH` (the simulator behind a
 * small script), and a complete environment. The classic API is a closed port on loopback unless a test names
 * another address: nothing outside the machine is ever contacted.
 */
export class Sandbox implements Disposable {
	readonly directory = mkdtempSync(path.join(tmpdir(), 'classic-credentials-test-'));
	readonly home = path.join(this.directory, 'home');
	readonly state = path.join(this.directory, 'state');
	readonly environment: Readonly<Record<string, string>>;
	/** The simulated services, read in this process: a child for each look would be slow. */
	readonly #store = new ServiceStore(this.state);

	constructor(options: SandboxOptions = {}) {
		const {
			scenario = 'standard',
			latency,
			environment = {},
			withoutCli = false,
			configurationHome = false,
			...more
		} = options;
		const binaries = path.join(this.directory, 'bin');
		mkdirSync(binaries, {mode: 0o755});
		mkdirSync(this.home, {mode: 0o700});
		if (!withoutCli) {
			this.#writeProgram(path.join(binaries, 'ibmcloud'), this.simulatorCall);
		}

		const scenarioFile = this.write('scenario.json', JSON.stringify(more));
		const whole: Record<string, string | undefined> = {
			PATH: `${binaries}:/usr/bin:/bin`,
			HOME: this.home,
			TERM: 'xterm-256color',
			LANG: 'en_US.UTF-8',
			NODE_COMPILE_CACHE: compileCache,
			ENV_SL_API_ENDPOINT: 'http://127.0.0.1:9/rest/v3.1',
			CLASSIC_CREDENTIALS_SIMULATOR_STATE: this.state,
			CLASSIC_CREDENTIALS_SIMULATOR_SCENARIO: scenario,
			CLASSIC_CREDENTIALS_SIMULATOR_FILE: scenarioFile,
			CLASSIC_CREDENTIALS_SIMULATOR_LATENCY: latency === undefined ? 'none' : String(latency),
			...(configurationHome ? {IBMCLOUD_CONFIG_HOME: path.join(this.directory, 'configuration')} : {}),
			...environment,
		};
		this.environment = Object.fromEntries(
			Object.entries(whole).filter((entry): entry is [string, string] => entry[1] !== undefined),
		);
		seed(this.environment, this.#store, chooseScenario(scenario, scenarioFile));
	}

	/** Returns the demo key of a simulated user: right for that user, worth nothing anywhere. */
	keyOf(username: string): string {
		return demoKey(username);
	}

	async open(args: readonly string[] = [], options: Partial<TerminalOptions> = {}): Promise<TerminalSession> {
		return openTerminal({
			command: testedProgram.command,
			args: [...testedProgram.leading, ...args],
			environment: this.environment,
			directory: this.directory,
			...options,
		});
	}

	/** Runs the program without a terminal to its end. */
	async run(
		args: readonly string[],
		{
			input,
			environment = {},
			onStart = () => {},
			prefix = [],
		}: {
			readonly input?: string;
			/** Words before the command, which start it in another way. */
			readonly prefix?: readonly string[];
			readonly onStart?: (pid: number) => void;
			/** Added to the sandbox's own. */
			readonly environment?: Readonly<Record<string, string>>;
		} = {},
	): Promise<Ended> {
		const [first = testedProgram.command, ...words] = [
			...prefix,
			testedProgram.command,
			...testedProgram.leading,
			...args,
		];
		const child = spawn(first, words, {
			env: {...this.environment, ...environment},
			cwd: this.directory,
			stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
		});
		onStart(child.pid ?? 0);
		let stdout = '';
		let stderr = '';
		child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
		child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
		child.stdin?.end(input);
		return new Promise((resolve) => {
			child.on('close', (exitCode, signal) => {
				resolve({stdout, stderr, exitCode, signal});
			});
		});
	}

	/** Runs the CLI as the operator does in another terminal. */
	cli(args: readonly string[]): string {
		return execFileSync(process.execPath, [simulator, ...args], {
			env: this.environment,
			encoding: 'utf8',
			maxBuffer: 64 * 1024 * 1024,
		});
	}

	/** Pastes a command into a shell that has these variables set; returns what it printed. */
	paste(command: string, variables: Readonly<Record<string, string>> = {}): string {
		return execFileSync('sh', ['-c', command], {
			env: {...this.environment, ...variables},
			cwd: this.directory,
			encoding: 'utf8',
		});
	}

	/** Puts these faults, and no others, in force; calls are counted anew. */
	setFaults(faults: readonly Fault[]): void {
		this.#store.setFaults(faults);
	}

	/** Makes a change by somebody else, now. */
	change(change: ColleagueChange): void {
		this.#store.recordOfColleague(change);
	}

	/** Returns every call of the simulated CLI so far, in the order of their starts. */
	calls(): readonly LoggedCall[] {
		return readCalls(this.state);
	}

	/** Returns the calls whose arguments begin with these words. */
	callsOf(...words: readonly string[]): readonly LoggedCall[] {
		return this.calls().filter((call) => words.every((word, index) => call.arguments[index] === word));
	}

	/** Waits until a call with these first words has begun: a child needs a moment to start. */
	async untilCalled(...words: readonly string[]): Promise<void> {
		await eventually(() => this.callsOf(...words).length > 0, `the call ibmcloud ${words.join(' ')}`);
	}

	/** Returns the username that is now set in a scope of the simulated service; undefined if none is. */
	credential(region: string, group = 'default'): string | undefined {
		const {credentials} = this.#store.read().services;
		return credentials.find((one) => one.region === region && one.group === group)?.username ?? undefined;
	}

	/** The program as a shell starts it. */
	get command(): string {
		return [testedProgram.command, ...testedProgram.leading].join(' ');
	}

	configuration(): string {
		return readFileSync(this.configurationFile, 'utf8');
	}

	get configurationFile(): string {
		const directory = this.environment['IBMCLOUD_CONFIG_HOME'] ?? path.join(this.home, '.bluemix');
		return path.join(directory, 'config.json');
	}

	unfinishedRuns(): readonly string[] {
		const directory = path.join(this.home, '.local/state/classic-credentials/open');
		return (existsSync(directory) ? readdirSync(directory) : [])
			.filter((name) => name.endsWith('.jsonl'))
			.map((name) => path.join(directory, name));
	}

	/** Returns what is left in the directory of private copies and rehearsals. */
	privateDirectories(): readonly string[] {
		const directory = path.join(this.home, '.cache/classic-credentials/private');
		return existsSync(directory) ? readdirSync(directory) : [];
	}

	has(name: string): boolean {
		return existsSync(path.join(this.directory, name));
	}

	/** Writes a file below the sandbox and returns its path. */
	write(name: string, content: string, mode = 0o600): string {
		const file = path.join(this.directory, name);
		writeFileSync(file, content);
		chmodSync(file, mode);
		return file;
	}

	/** The last line of a script in place of the CLI that lets the simulator answer. */
	get simulatorCall(): string {
		return `exec ${process.execPath} ${simulator} "$@"`;
	}

	/** Makes some calls of the CLI go wrong: `clause` is a branch of a shell's `case` over all arguments. */
	interceptCli(clause: string): void {
		this.useCli(`case "$*" in ${clause} esac\n${this.simulatorCall}`);
	}

	useCli(script: string): void {
		this.#writeProgram(path.join(this.directory, 'bin/ibmcloud'), script);
	}

	[Symbol.dispose](): void {
		// A killed program could not end its children, and some would stay for minutes.
		endAllOf(this.home);
		// A child that was just ended may still be writing its last line.
		rmSync(this.directory, {recursive: true, force: true, maxRetries: 10, retryDelay: 50});
	}

	#writeProgram(file: string, script: string): void {
		writeFileSync(file, `#!/bin/sh\n${script}\n`);
		chmodSync(file, 0o755);
	}
}
