import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {inTurn} from './tools/in-turn.ts';
import type {Bench, Measurement} from './tools/measurement.ts';
import type {Report, Row} from './tools/report.ts';
import {Screen, type Piece} from './tools/screen.ts';
import {StandIn} from './tools/stand-in.ts';
import {centile, median, rounded} from './tools/statistics.ts';

/** Lists of users, small to huge: time from key to frame, memory, and the spinner. */
export const lists: Measurement = {name: 'lists', run};

const sizes = [5, 1000, 10_000, 100_000];

/** Arrows, letters and their deletion, pages, both ends: every key changes the frame. */
const keys =
	`\u001B[B \u001B[B \u001B[A \u001B[6~ \u001B[5~ \u001B[F \u001B[H a n n . \u007F \u007F \u007F \u007F`.split(
		' ',
	);
/** Longer than Ink's frame limit, so that the limit does not count. */
const betweenKeysMs = 60;
/** Writes within this many milliseconds belong to one frame. */
const oneFrameMs = 12;
/** The spinner's interval, as the program has it. */
const spinnerMs = 240;

async function run(bench: Bench): Promise<Report> {
	const rows = await inTurn(sizes.length, async (index) => measure(sizes[index] ?? 0, bench));
	return {
		title: `Lists of users (${bench.rounds} times ${keys.length} keys each)`,
		rows,
		notes: [
			'work: what the main thread ran for a key and all that follows from it, however busy the machine is.',
			'to frame: from the key to the last byte of the frame, keys so far apart that no limit of frames counts.',
			'memory: resident, at the most, after everything was typed. Spinner: the longest stop beyond its own step, the list being read.',
		],
	};
}

async function measure(users: number, bench: Bench): Promise<Row> {
	using standIn = new StandIn(bench.directory, bench.product, {users});
	const screen = await open(standIn, bench);
	await screen.shows('List the users', await shown(screen, users));
	await pause(1000);
	const times: number[] = [];
	const works: number[] = [];
	let bytes = 0;
	await inTurn(bench.rounds, async () => {
		await inTurn(keys.length, async (index) => {
			const {time, work, length} = await press(keys[index] ?? '', screen);
			times.push(time);
			works.push(work ?? 0);
			bytes += length;
		});
	});
	const memory = screen.memory;
	screen.write('\u0003');
	await screen.ended;
	return {
		name: users.toLocaleString('en'),
		figures: {
			'work p50 ms': rounded(median(works)),
			'work p99 ms': rounded(centile(works, 0.99)),
			'to frame p50 ms': rounded(median(times)),
			'to frame p99 ms': rounded(centile(times, 0.99)),
			'bytes a key': Math.round(bytes / times.length),
			'memory MB': memory,
			'spinner stops ms': await spinner(users, bench),
		},
	};
}

async function open(standIn: StandIn, {product, directory}: Bench): Promise<Screen> {
	return new Screen({args: [path.join(product, 'cli.js')], environment: standIn.environment, directory});
}

/** Waits for the list and returns the index of the piece from which it is shown. */
async function shown(screen: Screen, users: number): Promise<number> {
	await screen.shows(users < 15 ? 'infra.admin' : `${users.toLocaleString('en')} in all`);
	return Math.max(0, screen.pieces.length - 2);
}

interface Pressed {
	/** Milliseconds from the key to the end of its frame. */
	readonly time: number;
	/** CPU milliseconds of the main thread until after the frame; undefined where the system does not tell. */
	readonly work: number | undefined;
	readonly length: number;
}

async function press(key: string, screen: Screen): Promise<Pressed> {
	const from = screen.pieces.length;
	const ranBefore = ranMs(screen.pid);
	const at = screen.now;
	screen.write(key);
	await screen.until(({pieces}) => pieces.length > from, `a frame after ${JSON.stringify(key)}`);
	await pause(betweenKeysMs);
	const ranAfter = ranMs(screen.pid);
	const frame = firstFrame(screen.pieces.slice(from));
	return {
		time: (frame.at(-1)?.at ?? at) - at,
		work: ranBefore === undefined || ranAfter === undefined ? undefined : ranAfter - ranBefore,
		length: frame.reduce((sum, {data}) => sum + Buffer.byteLength(data), 0),
	};
}

/** Returns the CPU milliseconds of a process's main thread; undefined where the system does not tell. */
function ranMs(pid: number): number | undefined {
	const file = `/proc/${pid}/task/${pid}/schedstat`;
	return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6 : undefined;
}

function firstFrame(pieces: readonly Piece[]): Piece[] {
	const end = pieces.findIndex((piece, index) => piece.at - (pieces[index - 1] ?? piece).at > oneFrameMs);
	return pieces.slice(0, end === -1 ? undefined : end);
}

/** Returns how long the spinner stands still (milliseconds) while a slow CLI lists the users. */
async function spinner(users: number, bench: Bench): Promise<number> {
	using standIn = new StandIn(bench.directory, bench.product, {users, latency: 1});
	const stops = await inTurn(Math.min(bench.rounds, 5), async () => {
		const screen = await open(standIn, bench);
		await screen.shows('Ctrl-C');
		const from = screen.pieces.length - 1;
		await shown(screen, users);
		const times = screen.pieces.slice(from).map(({at}) => at);
		screen.write('\u0003');
		await screen.ended;
		return Math.max(...times.map((at, index) => at - (times[index - 1] ?? at))) - spinnerMs;
	});
	return rounded(Math.max(0, median(stops)));
}
