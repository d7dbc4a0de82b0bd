import assert from 'node:assert/strict';
import {test} from 'node:test';
import {cliSays, fails} from './faults.ts';
import {frontends, type Wish} from './frontends.ts';
import {sampleUser} from './session-steps.ts';
import {Sandbox, type SandboxOptions} from './sandbox.ts';
import {testScenarios} from './scenarios.ts';

/** A wish, and how it ends in every frontend. */
export interface Case {
	readonly name: string;
	readonly matter?: SandboxOptions;
	readonly wish: Omit<Wish, 'key' | 'username' | 'isListed'> & {
		readonly username?: string;
		readonly isListed?: boolean;
	};
	/** A key other than the right one. */
	readonly key?: string;
	readonly exitCode: number;
}

/** The same wishes, whichever frontend runs the session. */
export const cases: readonly Case[] = [
	{name: 'one region', wish: {regions: ['us-south']}, exitCode: 0},
	{name: 'two regions', wish: {regions: ['us-south', 'jp-osa']}, exitCode: 0},
	{name: 'another user is set there', wish: {regions: ['eu-de']}, exitCode: 0},
	{name: 'another resource group', wish: {regions: ['us-south'], flags: ['-g', 'infra']}, exitCode: 0},
	{
		name: 'a typed user of another account, with clusters',
		wish: {
			username: '7654321_infra.admin@example.com',
			isListed: false,
			regions: ['us-south'],
			account: '1234567',
		},
		exitCode: 0,
	},
	{name: 'dry run', wish: {regions: ['us-south'], isDryRun: true}, exitCode: 0},
	{
		name: 'the read-back differs',
		matter: testScenarios['set-changes-nothing'],
		wish: {regions: ['us-south']},
		exitCode: 4,
	},
	{
		name: 'the service refuses the key',
		matter: {scenario: 'wrong-key'},
		key: 'wrongdemokey'.padEnd(64, '0'),
		wish: {regions: ['us-south'], flags: ['--no-pair-check'], finishes: true},
		exitCode: 1,
	},
	{
		name: 'one of two scopes fails',
		matter: {faults: [fails('ks credential set eu-gb', cliSays.unavailable)]},
		wish: {regions: ['us-south', 'eu-gb'], finishes: true},
		exitCode: 5,
	},
];

/** Registers a test that a wish has the same writes, exit status and journal in every frontend. */
export function testParity({name, matter = {}, wish, key, exitCode}: Case): void {
	test(`every frontend: ${name}`, async () => {
		const outcomes = await Promise.all(
			frontends.map(async (frontend) => {
				using sandbox = new Sandbox(matter);
				const username = wish.username ?? sampleUser;
				const rightKey = sandbox.keyOf(username);
				const status = await frontend.run(sandbox, {isListed: true, ...wish, username, key: key ?? rightKey});
				return {status, ...(await tracesOf(sandbox))};
			}),
		);
		for (const [index, outcome] of outcomes.entries()) {
			assert.equal(outcome.status, exitCode, frontends[index]?.name);
			assert.deepEqual(outcome, outcomes[0], frontends[index]?.name);
		}
	});
}

interface Traces {
	readonly sets: readonly string[];
	readonly journal: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

/** Returns what was set, and the journal without what differs from run to run. */
async function tracesOf(sandbox: Sandbox): Promise<Traces> {
	const {stdout} = await sandbox.run(['history', '--output', 'json']);
	const {entries} = JSON.parse(stdout) as {entries: ReadonlyArray<Record<string, unknown>>};
	return {
		sets: sandbox
			.callsOf('ks', 'credential', 'set')
			.map(({arguments: words}) => words.join(' '))
			.toSorted(),
		journal: entries
			.map(({run: _run, pid: _pid, time: _time, ...entry}) => entry)
			.toSorted((left, right) => JSON.stringify(left).localeCompare(JSON.stringify(right))),
	};
}
