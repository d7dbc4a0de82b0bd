import path from 'node:path';
import {performance} from 'node:perf_hooks';
import {setTimeout as pause} from 'node:timers/promises';
import {inTurn} from './tools/in-turn.ts';
import type {Bench, Measurement} from './tools/measurement.ts';
import {startPairServer} from './tools/pair-server.ts';
import type {Report, Row} from './tools/report.ts';
import {runChild} from './tools/run-child.ts';
import {Screen} from './tools/screen.ts';
import {sampleUser, StandIn} from './tools/stand-in.ts';
import {centile, median, rounded} from './tools/statistics.ts';

/** The seconds that an operator waits for the CLI, in the guided session and by hand. */
export const wait: Measurement = {name: 'wait', run};

const cliSeconds = 1.5;
const readingSeconds = 3;
const pairCheckMs = 300;
/** Sessions sleep nearly all the time, so some can run side by side. */
const sideBySide = 3;

/** What the screen shows once a step can be answered, and the answer. */
const steps: ReadonlyArray<{
	readonly name: string;
	readonly ready: string;
	readonly answer: (key: string) => string;
}> = [
	{name: 'start, until the list of users', ready: 'infra.admin', answer: () => 'infra.adm\r'},
	{name: 'user, until the API key', ready: 'API key of', answer: (key) => `\u001B[200~${key}\u001B[201~`},
	{name: 'key pasted', ready: 'fingerprint', answer: () => '\r'},
	{name: 'key, until the region', ready: 'In which region', answer: () => '\r'},
	{name: 'region, until the review', ready: '❯ Apply', answer: () => '\r'},
];
const last = 'apply, until it is proven';

async function run(bench: Bench): Promise<Report> {
	const waits = new Map<string, number[]>();
	const keep = (name: string, seconds: number): void => {
		waits.set(name, [...(waits.get(name) ?? []), seconds]);
	};

	await inTurn(Math.ceil(bench.rounds / sideBySide), async () => {
		await Promise.all(
			Array.from({length: sideBySide}, async () => {
				const found = await guided(bench);
				for (const [name, seconds] of found) {
					keep(name, seconds);
				}

				const total = found.reduce((sum, [, seconds]) => sum + seconds, 0);
				keep('guided, in all', total);
				// An operator who starts the program reads the screen as well.
				keep(
					'guided, in all, less what is read meanwhile',
					total - Math.min(found[0]?.[1] ?? 0, readingSeconds),
				);
				keep('by hand: list, set, get', await byHand(bench));
			}),
		);
	});
	return {
		title: `The wait with a CLI that takes ${cliSeconds} s a call (seconds, median of ${waits.get('guided, in all')?.length ?? 0})`,
		rows: [...waits].map(([name, seconds]) => rowOf(name, seconds)),
		notes: [
			`An operator who reads and types ${readingSeconds} s a step; the check of the pair takes ${pairCheckMs / 1000} s.`,
			'Counted is the time from an answer until the next step can be answered; by hand, the time of the commands alone.',
		],
	};
}

function rowOf(name: string, seconds: readonly number[]): Row {
	return {
		name,
		figures: {
			s: rounded(median(seconds), 2),
			'p10 s': rounded(centile(seconds, 0.1), 2),
			'p90 s': rounded(centile(seconds, 0.9), 2),
		},
	};
}

async function guided({product, directory}: Bench): Promise<Array<readonly [string, number]>> {
	await using server = await startPairServer(pairCheckMs);
	using standIn = new StandIn(directory, product, {
		latency: cliSeconds,
		users: 20,
		environment: {ENV_SL_API_ENDPOINT: server.address},
	});
	const {key} = standIn;
	const screen = new Screen({
		args: [path.join(product, 'cli.js')],
		environment: standIn.environment,
		directory,
		rows: 40,
	});
	const found: Array<readonly [string, number]> = [];
	let since = 0;
	let from = 0;
	for (const {name, ready, answer} of steps) {
		// oxlint-disable-next-line no-await-in-loop -- one step after the other, as a person proceeds
		const at = await screen.shows(ready, from);
		found.push([name, Math.max(0, at - since) / 1000]);
		// oxlint-disable-next-line no-await-in-loop
		await pause(name === 'key pasted' ? 300 : readingSeconds * 1000);
		from = screen.pieces.length;
		since = screen.now;
		screen.write(answer(key));
	}

	const {at, exitCode} = await screen.ended;
	if (exitCode !== 0) {
		throw new Error(`The session ended with ${exitCode}:\n${screen.text().slice(-2000)}`);
	}

	standIn.calls();
	return [...found, [last, (at - since) / 1000]];
}

/** Times what the documentation has the operator type: list the users, set the credential, show it. */
async function byHand({product, directory}: Bench): Promise<number> {
	using standIn = new StandIn(directory, product, {latency: cliSeconds});
	const region = '--region=us-south';
	const commands = [
		standIn.userList,
		[
			...'ks credential set classic --infrastructure-api-key=x'.split(' '),
			region,
			`--infrastructure-username=${sampleUser}`,
		],
		['ks', 'credential', 'get', region, '--output', 'json', '-q'],
	];
	const startedAt = performance.now();
	for (const args of commands) {
		// oxlint-disable-next-line no-await-in-loop
		await runChild(path.join(standIn.directory, 'bin/ibmcloud'), args, standIn);
	}

	return (performance.now() - startedAt) / 1000;
}
