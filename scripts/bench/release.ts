import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {makeExecutable, thisSystem} from '../package/executable.ts';
import {bundleExecutable, bundleScript} from '../package/bundles.ts';
import {inTurn} from './tools/in-turn.ts';
import type {Bench, Measurement} from './tools/measurement.ts';
import type {Report} from './tools/report.ts';
import {Screen} from './tools/screen.ts';
import {StandIn} from './tools/stand-in.ts';
import {median, rounded} from './tools/statistics.ts';

/** The forms of a release, all in turn in each round, as ratios to an empty Node. */
export const release: Measurement = {name: 'release', run};

interface Form {
	readonly name: string;
	readonly command: string;
	readonly leading: readonly string[];
}

const manyUsers = 10_000;

async function run(bench: Bench): Promise<Report> {
	const forms = await makeForms(bench);
	using few = new StandIn(bench.directory, bench.product, {users: 9});
	using many = new StandIn(bench.directory, bench.product, {users: manyUsers});
	const found = new Map<string, number[]>();
	const note = (name: string, value: number | undefined): void => {
		found.set(name, [...(found.get(name) ?? []), value ?? Number.NaN]);
	};

	// The first round fills caches and is not counted.
	await inTurn(bench.rounds + 1, async (round) => {
		if (round === 1) {
			found.clear();
		}

		note('unit', await whole({name: '', command: process.execPath, leading: ['-e', '0']}, [], few));
		await inTurn(forms.length, async (index) => {
			const form = forms[index] as Form;
			note(`${form.name} version`, await whole(form, ['--version'], few));
			const session = await toList(form, few, 'Type to filter');
			note(`${form.name} words`, session.words);
			note(`${form.name} list`, session.list);
			note(`${form.name} memory`, session.memory);
			const long = await toList(form, many, `${manyUsers.toLocaleString('en')} in all`);
			note(`${form.name} long list`, long.memory);
		});
	});

	const unit = median(found.get('unit') ?? []);
	const of = (name: string): number => median(found.get(name) ?? []);
	return {
		title: `Forms of the release (median of ${bench.rounds})`,
		rows: forms.map(({name}) => ({
			name,
			figures: {
				'--version': rounded(of(`${name} version`) / unit, 2),
				'first words': rounded(of(`${name} words`) / unit, 2),
				'list of users': rounded(of(`${name} list`) / unit, 2),
				'MB at the list': of(`${name} memory`),
				[`MB at ${manyUsers.toLocaleString('en')} users`]: of(`${name} long list`),
			},
		})),
		notes: [
			`ratio: to an empty Node (node -e 0, whole process, in a terminal) of the same run: ${rounded(unit)} ms here.`,
			'list of users: with a CLI that answers at once. MB: resident, at the most, when the list is there.',
		],
	};
}

async function makeForms({directory, product}: Bench): Promise<readonly Form[]> {
	const node = process.execPath;
	const script = path.join(directory, 'script.cjs');
	writeFileSync(script, (await bundleScript()).code);
	const executable = path.join(directory, 'executable');
	const {code} = await bundleExecutable();
	writeFileSync(executable, await makeExecutable(thisSystem(), code), {mode: 0o755});
	return [
		{name: 'npm package', command: node, leading: [path.join(product, 'cli.js')]},
		{name: 'script', command: node, leading: [script]},
		{name: 'executable', command: executable, leading: []},
	];
}

async function whole(
	{command, leading}: Form,
	args: readonly string[],
	{environment, directory}: StandIn,
): Promise<number> {
	const screen = new Screen({command, args: [...leading, ...args], environment, directory});
	const {at, exitCode} = await screen.ended;
	if (exitCode !== 0) {
		throw new Error(`${command} ended with ${exitCode}:\n${screen.text()}`);
	}

	return at;
}

async function toList(
	{command, leading}: Form,
	{environment, directory}: StandIn,
	sign: string,
): Promise<{readonly words: number; readonly list: number; readonly memory: number | undefined}> {
	const screen = new Screen({command, args: leading, environment, directory});
	const words = await screen.shows('classic-credentials');
	const list = await screen.shows(sign);
	const {memory} = screen;
	screen.write('\u0003');
	await screen.ended;
	return {words, list, memory};
}
