import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {inTurn} from './tools/in-turn.ts';
import type {Bench, Measurement} from './tools/measurement.ts';
import type {Report, Row} from './tools/report.ts';
import {Screen, type Start} from './tools/screen.ts';
import {StandIn} from './tools/stand-in.ts';
import {median, rounded} from './tools/statistics.ts';

/** The output when idle, for a key and while waiting, against the smallest Ink program. */
export const redraw: Measurement = {name: 'redraw', run};

const idleMs = 3000;
const arrows = ['\u001B[B', '\u001B[A'];
/** Sequences that clear the screen or the scrollback: the frame flickers, or erases what is not its own. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const clears = /\u001B\[[23]J|\u001B\[(?:1;1)?H|\u001Bc/g;

async function run(bench: Bench): Promise<Report> {
	using standIn = new StandIn(bench.directory, bench.product, {users: 9});
	using slow = new StandIn(bench.directory, bench.product, {users: 9, latency: 4});
	const args = [path.join(bench.product, 'cli.js')];
	const {directory} = bench;
	return {
		title: 'Idle and redraw',
		rows: [
			await still(
				'the list of users',
				{args, environment: standIn.environment, directory},
				'infra.admin',
				bench,
			),
			await waiting('the checks, a CLI that takes 4 s', {args, environment: slow.environment, directory}),
			await still(
				'Ink select, plain bundle',
				{args: [path.join(bench.programs, 'ink-select.mjs')], environment: standIn.environment, directory},
				'Alpha',
				bench,
			),
		],
		notes: [
			`idle: frames in ${idleMs / 1000} s in which nothing happens. A key: an arrow, which moves the selection by one row.`,
			'clears: commands that clear the screen or the scrollback, or go to its first row, in the whole run.',
		],
	};
}

async function still(name: string, start: Start, ready: string, {rounds}: Bench): Promise<Row> {
	const screen = new Screen(start);
	await screen.shows(ready);
	await pause(1000);
	const before = screen.pieces.length;
	await pause(idleMs);
	const idle = screen.pieces.length - before;
	const bytes = await inTurn(Math.max(rounds, arrows.length), async (round) => {
		const from = screen.pieces.length;
		screen.write(arrows[round % arrows.length] ?? '');
		await pause(100);
		return bytesFrom(screen, from);
	});
	await leave(screen);
	return {
		name,
		figures: {
			'idle frames': idle,
			'bytes a key': Math.round(median(bytes)),
			'bytes a second, waiting': undefined,
			clears: clearsOf(screen),
		},
	};
}

async function waiting(name: string, start: Start): Promise<Row> {
	const screen = new Screen(start);
	await screen.shows('Ctrl-C');
	await pause(500);
	const from = screen.pieces.length;
	await pause(2000);
	const perSecond = bytesFrom(screen, from) / 2;
	await leave(screen);
	return {
		name,
		figures: {
			'idle frames': undefined,
			'bytes a key': undefined,
			'bytes a second, waiting': rounded(perSecond, 0),
			clears: clearsOf(screen),
		},
	};
}

async function leave(screen: Screen): Promise<void> {
	screen.write('\u0003');
	await screen.ended;
}

function bytesFrom(screen: Screen, from: number): number {
	return screen.pieces.slice(from).reduce((sum, {data}) => sum + Buffer.byteLength(data), 0);
}

function clearsOf(screen: Screen): number {
	return screen.raw.match(clears)?.length ?? 0;
}
