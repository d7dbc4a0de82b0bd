import {loadValidators, printDocument} from '../../documents/print-document.ts';
import {
	isAsExpected,
	statusDocument,
	usernameInCell,
	type StatusCell,
} from '../../documents/reading-documents.ts';
import {errorLines} from '../../frontends/lines/error-lines.ts';
import {isPrerequisite} from '../../ibmcloud/error-kinds.ts';
import type {CliError, Target} from '../../ibmcloud/types.ts';
import {exitStatus} from '../../plan/status.ts';
import {momentText} from '../../text/moment.ts';
import type {Texts} from '../../text/texts.ts';
import type {Reading} from '../../wizard/flag.ts';
import {statusOptions} from '../common-options.ts';
import {fileNamed, readExpectationFile, userOrNone} from '../expectation-file.ts';
import {usesLineMode, columnsOf, failedLine, linesFor, painterFor} from '../output.ts';
import type {CommandContext, CommandLine, RefusedRun} from '../command.ts';
import {valuesOf, type OptionValues} from '../options.ts';
import {withReadingRun, type ReadingRun} from '../reading-run.ts';
import {sayError} from '../refuse.ts';
import {verdictOf} from './matrix.ts';
import {readCells, type Cells, type ScopesToRead} from './read-cells.ts';
import {liveRows, statusTable} from './table.ts';

type StatusValues = OptionValues<typeof statusOptions>;

/** Runs `classic-credentials status`: prints who is set where. @returns the exit status, or a refusal. */
export async function status(context: CommandContext): Promise<number | RefusedRun> {
	const values = valuesOf(statusOptions, context.given);
	const asked = await scopesAskedFor(values, context);
	if (!asked.ok) {
		return asked;
	}

	return withReadingRun(context, values, async (opened) => {
		const read = await readWithProgress(context, opened, values, asked.value);
		if ('reason' in read) {
			return read;
		}

		return read.ok ? printStatus(context, values, read) : fail(context, read.error, values);
	});
}

/** Returns what the options ask for; reads a file here, before anything is started. */
async function scopesAskedFor(
	{region: regions = [], expect, all: isAll, 'resource-group': groupNames}: StatusValues,
	line: CommandLine,
): Promise<Reading<ScopesToRead>> {
	const options = {regions, groupNames, isAll};
	const path = fileNamed(expect?.trim());
	if (path === undefined) {
		const expectedUser = expect && userOrNone(expect);
		return {ok: true, value: {...options, expectedUser, file: undefined}};
	}

	const scopes = ['all', 'region', 'resource-group'];
	const read = await readExpectationFile('--expect', path, line.given, scopes);
	return read.ok ? {ok: true, value: {...options, expectedUser: undefined, file: read.value}} : read;
}

async function readWithProgress(
	{process, texts}: CommandContext,
	run: ReadingRun,
	values: StatusValues,
	wanted: ScopesToRead,
): Promise<Cells> {
	const {showsProgress, stopProgress} = run;
	if (showsProgress) {
		process.stderr.write(`${texts.text('status.reading')}\n`);
	}

	const isDrawn = showsProgress && !values.explain && !usesLineMode(false, process.env);
	const live = isDrawn ? liveRows(process, texts) : undefined;
	const reading = readCells(run, wanted, (cell, count) => {
		// From the first row on, the rows show the progress.
		stopProgress();
		live?.add(cell, count);
	});
	if (values.output !== undefined) {
		loadValidators();
	}

	return reading.finally(() => {
		stopProgress();
		live?.clear();
	});
}

/** Prints what was read and what was not; of a file only what differs. @returns the exit status. */
async function printStatus(
	{process, texts}: CommandContext,
	values: StatusValues,
	{cells, gaps, place}: Extract<Cells, {ok: true}>,
): Promise<number> {
	const expected = values.expect?.trim();
	const {differing, errors, exitStatus: code} = verdictOf(cells, gaps);
	if (values.output !== undefined) {
		const document = statusDocument(code, {cells, gaps, place, expected});
		await printDocument(document, process.stdout);
		return code;
	}

	const hasTitles = !values.quiet;
	const path = fileNamed(expected);
	const shown = path === undefined ? cells : cells.filter((cell) => !isAsExpected(cell));
	process.stdout.write(
		[
			...(hasTitles ? [`${lookedAt(place, texts)}\n`] : []),
			...(shown.length + gaps.length > 0
				? [
						statusTable(shown, gaps, texts, {
							// A file or another program gets whole names, however wide the table becomes.
							room: {columns: columnsOf(process, 'stdout') ?? Infinity},
							hasTitles,
							linkedAccount: place.classicAccount,
							paint: painterFor(process, 'stdout'),
						}),
					]
				: []),
			...(path !== undefined && code === exitStatus.done && hasTitles
				? [`${texts.text('status.asExpected', {count: cells.length, path})}\n`]
				: []),
		].join(''),
	);
	const said = [
		...errors.map((error) => linesFor(process, 'stderr', errorLines(error, texts))),
		...(differing.length > 0 ? [failedLine(process)] : []),
		...differing.map((cell) => differingText(cell, texts)),
	];
	if (said.length > 0) {
		process.stderr.write(said.join(''));
	}

	return code;
}

/** Names the account and the operator: the table of another account could look the same. */
function lookedAt({account, classicAccount, user}: Target, texts: Texts): string {
	return texts.text('status.lookedAt', {
		account: account?.name ?? '?',
		number: classicAccount ?? '-',
		operator: user ?? '?',
		time: momentText(Date.now()),
	});
}

function differingText(cell: StatusCell, texts: Texts): string {
	const {region, group} = cell.scope;
	const found = usernameInCell(cell) ?? texts.text('present.none', {number: 'none'});
	const expected = cell.expected ?? 'none';
	return `${texts.text('status.differs', {region, group: group.name, expected, found})}\n`;
}

async function fail(context: CommandContext, error: CliError, {output}: StatusValues): Promise<number> {
	const code = isPrerequisite(error) ? exitStatus.prerequisite : exitStatus.failed;
	if (output !== undefined) {
		await printDocument(statusDocument(code, {error}), context.process.stdout);
	}

	sayError(context, error);
	return code;
}
