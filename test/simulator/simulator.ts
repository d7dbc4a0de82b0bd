import {spawn} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after} from 'node:test';

import type {ColleagueChange} from '../../source/simulator/changes.ts';
import type {Fault} from '../../source/simulator/faults.ts';
import type {Scenario} from '../../source/simulator/scenarios.ts';
import {compileCache} from '../support/compile-cache.ts';
import type {Ended} from '../support/sandbox.ts';

const program = join(import.meta.dirname, '../../source/simulator/main.ts');

export interface Options {
	readonly environment?: Readonly<Record<string, string>>;
	/** Written to standard input, which is then closed; without it standard input is closed from the start. */
	readonly input?: string;
}

/** A simulated `ibmcloud` with a home and services of its own, in a directory that is removed after the test. */
export class Simulator {
	readonly directory = mkdtempSync(join(tmpdir(), 'simulator-test-'));
	readonly state = join(this.directory, 'state');
	readonly home = join(this.directory, 'home');
	/** The variables that tell the seed the scenario. */
	readonly #scenario: Readonly<Record<string, string>>;

	/** @param scenario a rehearsal by its name, or data. */
	constructor(scenario: string | Scenario = {}) {
		after(() => rmSync(this.directory, {recursive: true, force: true}));
		const file = join(this.directory, 'scenario.json');
		if (typeof scenario !== 'string') writeFileSync(file, JSON.stringify(scenario));
		this.#scenario =
			typeof scenario === 'string'
				? {CLASSIC_CREDENTIALS_SIMULATOR_SCENARIO: scenario}
				: {CLASSIC_CREDENTIALS_SIMULATOR_FILE: file};
	}

	/** A simulator whose home is prepared for the scenario. */
	static async seeded(scenario?: string | Scenario): Promise<Simulator> {
		const simulator = new Simulator(scenario);
		await simulator.run(['simulator-seed']);
		return simulator;
	}

	setFaults(...faults: readonly Fault[]): Promise<Ended> {
		return this.run(['simulator-faults', JSON.stringify(faults)]);
	}

	change(change: ColleagueChange): Promise<Ended> {
		return this.run(['simulator-change', JSON.stringify(change)]);
	}

	start(args: readonly string[], options: Options = {}) {
		return spawn(process.execPath, [program, ...args], {
			stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
			env: {
				PATH: process.env['PATH'],
				NODE_COMPILE_CACHE: compileCache,
				HOME: this.home,
				IBMCLOUD_HOME: this.home,
				CLASSIC_CREDENTIALS_SIMULATOR_STATE: this.state,
				...this.#scenario,
				CLASSIC_CREDENTIALS_SIMULATOR_LATENCY: 'none',
				...options.environment,
			},
		});
	}

	async run(args: readonly string[], options: Options = {}): Promise<Ended> {
		const child = this.start(args, options);
		let stdout = '';
		let stderr = '';
		child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
		child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
		child.stdin?.end(options.input);
		return new Promise((resolve) => {
			child.on('close', (exitCode, signal) => resolve({stdout, stderr, exitCode, signal}));
		});
	}

	/** Runs words separated by blanks. */
	type(line: string, options?: Options): Promise<Ended> {
		return this.run(line.split(' '), options);
	}

	async json(line: string, options?: Options): Promise<unknown> {
		const {stdout} = await this.type(line, options);
		return JSON.parse(stdout) as unknown;
	}

	configuration(): string {
		return readFileSync(join(this.home, '.bluemix', 'config.json'), 'utf8');
	}

	/** Sets a credential in the targeted group. */
	set(region: string, username: string, key: string, options?: Options): Promise<Ended> {
		return this.run(
			[
				'ks',
				'credential',
				'set',
				'classic',
				`--infrastructure-username=${username}`,
				`--infrastructure-api-key=${key}`,
				'--region',
				region,
				'-q',
			],
			options,
		);
	}
}

/** The sample answers that the seed reports. */
export async function sampleAnswers(
	simulator: Simulator,
): Promise<{username: string; key: string; wrongKey: string; region: string}> {
	const report = (await simulator.json('simulator-seed')) as {
		sampleAnswers: {username: string; key: string; wrongKey: string; region: string};
		keys: Record<string, string>;
	};
	const {username} = report.sampleAnswers;
	// A scenario may sample the wrong key; the right one is the user's.
	return {...report.sampleAnswers, key: report.keys[username] ?? ''};
}
