import {loadValidators, printDocument} from '../../documents/print-document.ts';
import {errorLines} from '../../frontends/lines/error-lines.ts';
import {plainText} from '../../frontends/lines/print.ts';
import {normaliseRegion, regionNames} from '../../ibmcloud/facts/regions.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import {exitStatus, isPrerequisite} from '../../plan/status.ts';
import type {Texts} from '../../text/texts.ts';
import {explainCommands} from '../explain.ts';
import {defaultConcurrency} from '../concurrency.ts';
import {openRun, type CommandContext} from '../open-run.ts';
import {holdKey, isOn, listOf, parseOnlyOptions, textOf, type OptionValues} from '../options.ts';
import {isTerminal} from '../is-terminal.ts';
import {refuse} from '../refuse.ts';
import {refuseRun} from '../refuse-run.ts';
import {sayWhatRuns} from '../say-what-runs.ts';
import type {RunContext} from '../run-context.ts';
import {statusOptions} from './definitions.ts';
import {statusDocument} from './document.ts';
import {usernameIn, type StatusCell} from './matrix.ts';
import {readCells, type Cells, type ScopesToRead} from './read-cells.ts';
import {statusTable} from './table.ts';
import {verdictOf} from './verdict.ts';

/** `classic-credentials status`: who is set where. @returns the exit status. */
export async function status(context: CommandContext): Promise<number> {
	const {process, args, texts} = context;
	const parsed = parseOnlyOptions(statusOptions, args);
	if (!parsed.ok) {
		return refuse(process, texts, texts.say(parsed.reason));
	}

	const {values} = parsed;
	// What is refused or missed below is repeated.
	if (holdKey(values, ['region', 'resource-group', 'expect'])) {
		return refuse(process, texts, texts.text('usage.literalKey'));
	}

	const regions = listOf(values, 'region').map((region) => normaliseRegion(region));
	if (regions.includes(undefined)) {
		return refuse(
			process,
			texts,
			texts.text('region.unknown', {region: listOf(values, 'region'), regions: regionNames}),
		);
	}

	const world = await openRun(context, {demo: textOf(values, 'demo'), concurrency: defaultConcurrency});
	if (!world.ok) {
		return refuseRun(process, texts, world);
	}

	const {opened} = world;
	if (isOn(values, 'explain')) {
		explainCommands(opened.run.adapter, process, texts);
	}

	try {
		const read = await readAloud(context, opened.run, values, {
			regions: regions.filter((region) => region !== undefined),
			groupNames: listOf(values, 'resource-group'),
			isAll: isOn(values, 'all'),
		});
		if ('unknownGroup' in read) {
			return refuse(process, texts, texts.text('group.notFound', {name: read.unknownGroup}));
		}

		return read.ok
			? await tell(context, values, read)
			: await fail(read.error, process, texts, textOf(values, 'output') !== undefined);
	} finally {
		await opened.close();
	}
}

/** Reads, and says meanwhile in a terminal what is waited for. */
async function readAloud(
	{process, texts}: CommandContext,
	run: RunContext,
	values: OptionValues,
	wanted: ScopesToRead,
): Promise<Cells> {
	const isJson = textOf(values, 'output') !== undefined;
	const isTold = !isJson && !isOn(values, 'quiet') && isTerminal(2);
	if (isTold) {
		process.stderr.write(`${texts.text('status.reading')}\n`);
	}

	const stop = isTold ? sayWhatRuns(run.store, process, texts) : () => {};
	const reading = readCells(run, wanted);
	if (isJson) {
		loadValidators();
	}

	return reading.finally(stop);
}

/** Prints what was read, and what was not. @returns the exit status. */
async function tell(
	{process, texts}: CommandContext,
	values: OptionValues,
	{cells, gaps}: Extract<Cells, {ok: true}>,
): Promise<number> {
	const expected = textOf(values, 'expect')?.trim();
	const verdict = verdictOf(cells, gaps, expected);
	if (textOf(values, 'output') !== undefined) {
		await printDocument('status', statusDocument({cells, gaps, expected, ...verdict}), process.stdout);
		return verdict.exitStatus;
	}

	const {differing, errors} = verdict;
	process.stdout.write(statusTable(cells, gaps, texts, !isOn(values, 'quiet')));
	const said = [
		...errors.map((error) => plainText(errorLines(error, texts))),
		...(differing.length > 0 ? ['FAILED\n'] : []),
		...differing.map((cell) => differingText(cell, expected ?? '', texts)),
	];
	if (said.length > 0) {
		process.stderr.write(said.join(''));
	}

	return verdict.exitStatus;
}

function differingText(cell: StatusCell, expected: string, texts: Texts): string {
	const {region, group} = cell.scope;
	const found = usernameIn(cell) ?? texts.text('present.none');
	return `${texts.text('status.differs', {region, group: group.name, expected, found})}\n`;
}

async function fail(
	error: CliError,
	process: NodeJS.Process,
	texts: Texts,
	isJson: boolean,
): Promise<number> {
	const code = isPrerequisite(error.kind) ? exitStatus.prerequisite : exitStatus.failed;
	if (isJson) {
		await printDocument('status', statusDocument({error, exitStatus: code}), process.stdout);
	}

	process.stderr.write(`FAILED\n${plainText(errorLines(error, texts))}`);
	return code;
}
