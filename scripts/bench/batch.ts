import path from 'node:path';
import {writeFileSync} from 'node:fs';
import {inTurn} from './tools/in-turn.ts';
import type {Bench, Measurement} from './tools/measurement.ts';
import {startPairServer} from './tools/pair-server.ts';
import type {Report} from './tools/report.ts';
import {runChild} from './tools/run-child.ts';
import {groups, regions, sampleUser, StandIn} from './tools/stand-in.ts';
import {centile, median, rounded} from './tools/statistics.ts';

/** Every region in three resource groups, set and proven in one run, against the lower bound. */
export const batch: Measurement = {name: 'batch', run};

const cliSeconds = 0.3;
const concurrency = 8;

async function run(bench: Bench): Promise<Report> {
	await using server = await startPairServer(0);
	using standIn = new StandIn(bench.directory, bench.product, {
		latency: cliSeconds,
		environment: {ENV_SL_API_ENDPOINT: server.address},
	});
	const key = path.join(standIn.directory, 'key');
	writeFileSync(key, `${standIn.key}\n`, {mode: 0o600});
	let calls = 0;
	const seconds = await inTurn(bench.rounds, async () => {
		standIn.reset();
		const time = await once(key, standIn, bench);
		calls = standIn.calls().length;
		return time;
	});
	const bound = boundOf(regions.length * groups.length);
	return {
		title: `21 scopes at ${cliSeconds} s a call, ${concurrency} side by side (median of ${bench.rounds})`,
		rows: [
			{
				name: 'the run',
				figures: {s: rounded(median(seconds), 2), ratio: rounded(median(seconds) / bound, 2), calls},
			},
			{name: 'p10', figures: {s: rounded(centile(seconds, 0.1), 2)}},
			{name: 'p90', figures: {s: rounded(centile(seconds, 0.9), 2)}},
			{name: 'the bound', figures: {s: rounded(bound, 2), ratio: 1}},
		],
		notes: [
			'the bound, in calls one after the other: 1 for the checks; 2 for the private copies of the two groups that are not',
			'targeted (target the group, show that it is), beside which the targeted group is read; 2 for the 14 reads in the copies,',
			'8 at once; 11 for the 84 calls that read once more, set, read back and prove. Nothing is set before everything is read.',
		],
	};
}

/** Returns the seconds that the sequential calls take at least. */
function boundOf(scopes: number): number {
	const checks = 1;
	const copies = 2;
	const inCopies = scopes - regions.length;
	const lookSetAndProve = 4 * scopes;
	const rounds =
		checks + copies + Math.ceil(inCopies / concurrency) + Math.ceil(lookSetAndProve / concurrency);
	return rounds * cliSeconds;
}

async function once(key: string, standIn: StandIn, {product}: Bench): Promise<number> {
	const args = [
		path.join(product, 'cli.js'),
		`--infrastructure-username=${sampleUser}`,
		`--infrastructure-api-key=@${key}`,
		...regions.map((region) => `--region=${region}`),
		...groups.map((group) => `--resource-group=${group}`),
		`--concurrency=${concurrency}`,
		'--force',
		'--output=json',
	];
	return (await runChild(process.execPath, args, standIn)).seconds;
}
