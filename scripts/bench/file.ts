import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {inTurn} from './tools/in-turn.ts';
import type {Bench, Measurement} from './tools/measurement.ts';
import {startPairServer} from './tools/pair-server.ts';
import type {Report} from './tools/report.ts';
import {runChild} from './tools/run-child.ts';
import {regions, sampleUser, StandIn} from './tools/stand-in.ts';
import {median, rounded} from './tools/statistics.ts';

/** A file of many scopes, compared with what is set and applied, against the bound of as many calls. */
export const file: Measurement = {name: 'file', run};

const cliSeconds = 0.3;
const concurrency = 8;

async function run(bench: Bench): Promise<Report> {
	await using server = await startPairServer(0);
	const rows = [];
	for (const groups of [3, 12]) {
		// oxlint-disable-next-line no-await-in-loop -- one after the other, or they would disturb each other
		rows.push(...(await rowsFor(groups, server.address, bench)));
	}

	return {
		title: `a file of scopes at ${cliSeconds} s a call, ${concurrency} side by side (median of ${bench.rounds})`,
		rows,
		notes: [
			'ratio: to the bound, which is as many calls, 8 at once, and nothing besides.',
			'check: status --expect @FILE. set: setup --from @FILE, with none set before.',
		],
	};
}

async function rowsFor(count: number, pairServer: string, bench: Bench): Promise<Report['rows']> {
	const names = Array.from({length: count}, (_, index) => (index === 0 ? 'default' : `group-${index}`));
	using standIn = new StandIn(bench.directory, bench.product, {
		latency: cliSeconds,
		groups: names,
		environment: {ENV_SL_API_ENDPOINT: pairServer},
	});
	const key = path.join(standIn.directory, 'key');
	writeFileSync(key, `${standIn.key}\n`, {mode: 0o600});
	const kept = path.join(standIn.directory, 'status.json');
	const {stdout} = await once(['status', '--all', '--output', 'json'], standIn, bench);
	const wanted = stdout.replaceAll('"kind": "none"', `"kind": "set", "username": "${sampleUser}"`);
	writeFileSync(kept, wanted);
	const scopes = count * regions.length;
	const measured = new Map<string, Array<{seconds: number; calls: number; megabytes: number}>>();
	await inTurn(bench.rounds, async () => {
		standIn.reset();
		for (const [name, args] of [
			['set', ['--from', `@${kept}`, '--infrastructure-api-key', `@${key}`, '--force', '--output', 'json']],
			['check', ['status', '--expect', `@${kept}`]],
		] as const) {
			const before = standIn.calls().length;
			// oxlint-disable-next-line no-await-in-loop -- what is set is what is compared
			const {seconds, megabytes} = await once(args, standIn, bench);
			const figures = {seconds, megabytes, calls: standIn.calls().length - before};
			measured.set(name, [...(measured.get(name) ?? []), figures]);
		}

		return 0;
	});
	return [...measured].map(([name, runs]) => {
		const calls = runs.at(-1)?.calls ?? 0;
		const seconds = median(runs.map((one) => one.seconds));
		return {
			name: `${name}, ${scopes} scopes`,
			figures: {
				s: rounded(seconds, 2),
				calls,
				ratio: rounded(seconds / (Math.ceil(calls / concurrency) * cliSeconds), 2),
				MB: rounded(median(runs.map((one) => one.megabytes)), 0),
			},
		};
	});
}

async function once(
	args: readonly string[],
	standIn: StandIn,
	{product}: Bench,
): Promise<{readonly stdout: string; readonly seconds: number; readonly megabytes: number}> {
	const peak = path.join(standIn.directory, 'peak');
	const atExit = `writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS))`;
	const module = `import {writeFileSync} from 'node:fs';process.on('exit', () => ${atExit});`;
	const program = ['--import', `data:text/javascript,${module}`, path.join(product, 'cli.js')];
	const ended = await runChild(process.execPath, [...program, ...args], standIn);
	return {...ended, megabytes: Number(readFileSync(peak, 'utf8')) / 1024};
}
