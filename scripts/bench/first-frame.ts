import path from 'node:path';
import {performance} from 'node:perf_hooks';
import type {Phases} from './programs/phases.ts';
import {inTurn} from './tools/in-turn.ts';
import type {Bench, Measurement} from './tools/measurement.ts';
import type {Report, Row} from './tools/report.ts';
import {runChild} from './tools/run-child.ts';
import {Screen} from './tools/screen.ts';
import {StandIn} from './tools/stand-in.ts';
import {centile, median, rounded} from './tools/statistics.ts';

/** The time from process start to output: all variants in turn, as ratios to an empty Node. */
export const firstFrame: Measurement = {name: 'first-frame', run};

const slowSeconds = 0.4;

type Times = Readonly<Record<string, number>>;
/** @param slow a CLI with latency */
type Variant = (bench: Bench, standIn: StandIn, slow: StandIn) => Promise<Times>;

const unit = 'node -e 0 (whole process)';
const unitInPipe = 'node -e 0 in a pipe (whole process)';

const variants: readonly Variant[] = [
	async (bench, standIn) => ({[unit]: await wholeInTerminal(['-e', '0'], bench, standIn)}),
	async (bench, standIn) => ({[unitInPipe]: await wholeInPipe(['-e', '0'], standIn, 0)}),
	async (bench, standIn) => ({'clack select': await firstChoice('clack-select.mjs', bench, standIn)}),
	async (bench, standIn) => ({'Inquirer select': await firstChoice('inquirer-select.mjs', bench, standIn)}),
	async (bench, standIn) => ({
		'Ink select, plain bundle': await firstChoice('ink-select.mjs', bench, standIn),
	}),
	session,
	async (bench, _quick, slow) => checks(bench, slow),
	async (bench, standIn) => ({'--help': await wholeInTerminal([cli(bench), '--help'], bench, standIn)}),
	async (bench, standIn) => ({'--version': await wholeInTerminal([cli(bench), '--version'], bench, standIn)}),
	async (bench, standIn) => ({
		'refusal in a pipe': await wholeInPipe([cli(bench), '--region', 'us-south'], standIn, 2),
	}),
	async (bench, _quick, slow) => status(bench, slow),
];

/** The figures that are divided by the unit in a pipe, not by the one in a terminal. */
const pipes = new Set([
	unitInPipe,
	'refusal in a pipe',
	'status --output json',
	'status, less its children',
	'its commands by execa alone, less the children',
	'its commands by Node alone, less the children',
]);

async function run(bench: Bench): Promise<Report> {
	using standIn = new StandIn(bench.directory, bench.product, {users: 9});
	using slow = new StandIn(bench.directory, bench.product, {users: 9, latency: slowSeconds});
	const found = new Map<string, number[]>();
	// The first round fills caches and is not counted.
	for (let round = -1; round < bench.rounds; round += 1) {
		for (const variant of variants) {
			// oxlint-disable-next-line no-await-in-loop -- side by side they would disturb each other
			for (const [name, time] of Object.entries(await variant(bench, standIn, slow))) {
				found.set(name, [...(found.get(name) ?? []), ...(round < 0 ? [] : [time])]);
			}
		}
	}

	standIn.calls();
	slow.calls();
	return {
		title: `First frame (median of ${bench.rounds})`,
		rows: [...found].map(([name, times]) => rowOf(name, times, found)),
		notes: [
			'ratio: to the empty Node of the same run, in a terminal or in a pipe.',
			'first words: the first letter of the title. First frame: the checks; Ctrl-C quits, what is typed is kept for the list.',
			'List of users: a typed letter searches; the children, four shell scripts, have run on the same cores until then.',
			`status: with a CLI that takes ${slowSeconds} s a call; less its children: the same commands by hand in the same order taken off.`,
			'By execa or Node alone: a plain bundle that runs these commands and prints what they say; what that takes is not ours.',
		],
	};
}

function rowOf(name: string, times: readonly number[], found: ReadonlyMap<string, readonly number[]>): Row {
	const one = median(found.get(pipes.has(name) ? unitInPipe : unit) ?? []);
	return {
		name,
		figures: {
			ratio: rounded(median(times) / one, 2),
			ms: rounded(median(times)),
			'p10 ms': rounded(centile(times, 0.1)),
			'p90 ms': rounded(centile(times, 0.9)),
		},
	};
}

function cli({product}: Bench): string {
	return path.join(product, 'cli.js');
}

async function wholeInTerminal(
	args: readonly string[],
	{directory}: Bench,
	standIn: StandIn,
): Promise<number> {
	const screen = new Screen({args, environment: standIn.environment, directory});
	const {at, exitCode} = await screen.ended;
	if (exitCode !== 0) {
		throw new Error(`node ${args.join(' ')} ended with ${exitCode}:\n${screen.text()}`);
	}

	return at;
}

async function wholeInPipe(args: readonly string[], standIn: StandIn, expected: number): Promise<number> {
	return (await runChild(process.execPath, args, standIn, expected)).seconds * 1000;
}

async function firstChoice(program: string, {programs, directory}: Bench, standIn: StandIn): Promise<number> {
	const screen = new Screen({
		args: [path.join(programs, program)],
		environment: standIn.environment,
		directory,
	});
	const at = await screen.shows('Alpha');
	await screen.kill();
	return at;
}

/** Times the product with a CLI that answers at once: first words, and the list in which letters search. */
async function session(bench: Bench, {environment}: StandIn): Promise<Times> {
	const screen = new Screen({args: [cli(bench)], environment, directory: bench.directory});
	const words = await screen.shows('classic-credentials');
	const list = await screen.shows('Type to filter');
	screen.write('\u0003');
	await screen.ended;
	return {'first words': words, 'list of users, the CLI answers at once': list};
}

/** Times the product with a slow CLI, up to the checks: Ctrl-C quits, and typed text is kept for the list. */
async function checks(bench: Bench, {environment}: StandIn): Promise<Times> {
	const screen = new Screen({args: [cli(bench)], environment, directory: bench.directory});
	const drawn = await screen.shows('Ctrl-C');
	screen.write('\u0003');
	await screen.ended;
	return {'first frame, the CLI is still at work': drawn};
}

async function status(bench: Bench, standIn: StandIn): Promise<Times> {
	standIn.reset();
	const whole = await wholeInPipe(
		[cli(bench), 'status', '--region', 'us-south', '--output', 'json'],
		standIn,
		0,
	);
	const phases = phasesOf(standIn.calls());
	const children = await byHand(phases, standIn);
	const alone = async (program: string): Promise<number> =>
		wholeInPipe([path.join(bench.programs, program), JSON.stringify(phases)], standIn, 0);
	return {
		'status --output json': whole,
		'status, less its children': whole - children,
		'its commands by execa alone, less the children': (await alone('execa-commands.mjs')) - children,
		'its commands by Node alone, less the children': (await alone('node-commands.mjs')) - children,
	};
}

/** Splits the calls into those that run side by side and the reads of each scope that follow. */
function phasesOf(calls: readonly string[]): Phases {
	const isLater = (call: string): boolean => call.startsWith('ks credential');
	return [calls.filter((call) => !isLater(call)), calls.filter((call) => isLater(call))];
}

/** Returns the milliseconds of the same commands in the same order, with nothing around them. */
async function byHand(phases: Phases, standIn: StandIn): Promise<number> {
	const startedAt = performance.now();
	const file = path.join(standIn.directory, 'bin/ibmcloud');
	await inTurn(phases.length, async (index) =>
		Promise.all((phases[index] ?? []).map(async (call) => runChild(file, call.split(' '), standIn, 'any'))),
	);
	return performance.now() - startedAt;
}
