import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {measurements} from './bench/list.ts';
import {buildPrograms, buildProduct} from './bench/tools/bundles.ts';
import {describeMachine, printReport, writeReport} from './bench/tools/report.ts';

// `npm run bench [-- --only=NAME,NAME] [--rounds=NUMBER]`: measures the bundled program on this machine.

const {values} = parseArgs({
	options: {
		only: {type: 'string'},
		rounds: {type: 'string', default: '21'},
		/** Prints the figures without saving them, to try something out. */
		'dry-run': {type: 'boolean', default: false},
	},
});
const rounds = Number(values.rounds);
const names = values.only?.split(',') ?? measurements.map(({name}) => name);
const chosen = measurements.filter(({name}) => names.includes(name));
if (chosen.length !== names.length || !Number.isInteger(rounds) || rounds < 1) {
	console.error(`--only: ${measurements.map(({name}) => name).join(', ')}; --rounds: a number from 1 on`);
	process.exit(2);
}

const directory = mkdtempSync(path.join(tmpdir(), 'classic-credentials-bench-'));
try {
	// Otherwise Node would parse every bundle to find out its module type.
	writeFileSync(path.join(directory, 'package.json'), '{"type": "module"}\n');
	const product = await buildProduct(directory);
	const programs = await buildPrograms(directory);
	console.log(
		Object.entries(describeMachine())
			.map(([name, value]) => `${name} ${value}`)
			.join(', '),
	);
	for (const {name, run} of chosen) {
		// oxlint-disable-next-line no-await-in-loop
		const report = await run({directory, product, programs, rounds});
		printReport(report);
		if (!values['dry-run']) {
			writeReport(path.resolve(import.meta.dirname, '../bench/results'), name, report);
		}
	}
} finally {
	rmSync(directory, {recursive: true, force: true});
}
