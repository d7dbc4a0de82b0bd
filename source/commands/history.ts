import {printDocument, type Document} from '../documents/print-document.ts';
import {historyDocument} from '../documents/reading-documents.ts';
import {recordedReport} from '../documents/recorded-report.ts';
import {recordedState} from '../frontends/lines/progress-lines.ts';
import type {Paint} from '../frontends/lines/theme.ts';
import {widthOf, wrapCommand} from '../frontends/lines/width.ts';
import {createJournal, type Journal, type RecordedRuns} from '../plan/journal.ts';
import {restoreCommands} from '../plan/own-commands.ts';
import {scopeName} from '../plan/plan.ts';
import type {RecordedChange, RecordedRun} from '../plan/recorded-runs.ts';
import {exitStatus} from '../plan/status.ts';
import {message} from '../text/message.ts';
import {momentText} from '../text/moment.ts';
import type {Texts} from '../text/texts.ts';
import type {CommandContext, ProgramContext, RefusedRun} from './command.ts';
import {historyOptions} from './common-options.ts';
import {brokenAtBlanks} from './help/layout.ts';
import {ownDirectories, refusedBy} from './open-run.ts';
import {valuesOf, type OptionValues} from './options.ts';
import {failedLine, painterFor} from './output.ts';
import {refuse} from './refuse.ts';
import {openReportFile} from './setup/report-file.ts';

/** The most runs that are printed: enough for years. The JSON document has all. */
const mostShown = 1000;

/** Runs `classic-credentials history`: prints from the journal what was changed here, by whom and when. */
export async function history(context: CommandContext): Promise<number | RefusedRun> {
	const {process, given} = context;
	const values = valuesOf(historyOptions, given);
	const {report, run, quiet, output} = values;
	if (run !== undefined && report === undefined) {
		return {ok: false, reason: message('history.runNeedsReport')};
	}

	const journal = journalOf(process);
	const error = journal.error();
	if (error !== undefined) {
		return refusedBy(error);
	}

	const isJson = output !== undefined;
	const found = journal.runs(isJson ? undefined : mostShown);
	const status = found.unread.length === 0 ? exitStatus.done : exitStatus.partly;
	const refused = report === undefined ? undefined : writeRun(context, found, values);
	if (isJson) {
		await printDocument(historyDocument(refused ?? status, journal, found), process.stdout);
	} else if (report === undefined) {
		printRuns(found, context, quiet);
	}

	if (report !== undefined || !isJson) {
		sayUnread(found, context);
	}

	return refused ?? status;
}

/** Writes the run that the options name to a new file. @returns the exit status if that is refused. */
function writeRun(
	context: CommandContext,
	{runs}: RecordedRuns,
	values: OptionValues<typeof historyOptions>,
): number | undefined {
	const number = Number(values.run ?? 1);
	const run = Number.isInteger(number) && number > 0 ? runs.at(-number) : undefined;
	if (run === undefined) {
		return refuse(context, message('history.noSuchRun', {count: runs.length}));
	}

	const opened = openReportFile(context, values);
	if (!opened.ok) {
		return refuse(context, opened.reason);
	}

	const later = runs.slice(runs.length - number + 1).flatMap(({changes}) => changes);
	opened.value?.write(recordedReport(run, later, context.texts));
	return undefined;
}

function journalOf(process: NodeJS.Process): Journal {
	return createJournal(ownDirectories(process.env).state);
}

/** Builds the document of a `history` that was refused. */
export function refusedHistory({process}: ProgramContext, status: number, {error}: RefusedRun): Document {
	return historyDocument(status, journalOf(process), {runs: [], unread: []}, error);
}

function printRuns(
	{runs, isWhole, unread}: RecordedRuns,
	{process, texts}: CommandContext,
	isQuiet: boolean,
): void {
	if (!isWhole && !isQuiet) {
		process.stderr.write(`${texts.text('history.newest', {count: runs.length})}\n`);
	}

	if (runs.length > 0) {
		process.stdout.write(historyText(runs, texts, painterFor(process, 'stdout')));
	} else if (unread.length === 0) {
		process.stdout.write(`${texts.text('history.empty')}\n`);
	}
}

/** Names the runs that could not be read: they are why the exit status is not 0. */
function sayUnread({unread}: RecordedRuns, {process, texts}: CommandContext): void {
	if (unread.length > 0) {
		process.stderr.write(`${failedLine(process)}${texts.text('history.unread', {places: unread})}\n`);
	}
}

/** Formats each run: time, operator and account; below, each scope in lines that fit a narrow window. */
function historyText(runs: readonly RecordedRun[], texts: Texts, paint: Paint): string {
	return runs
		.flatMap(({changes: [first, ...others]}, index) => {
			const later = runs.slice(index + 1).flatMap(({changes}) => changes);
			return first === undefined ? [] : runLines([first, ...others], later, texts, paint);
		})
		.map((line) => `${line}\n`)
		.join('');
}

function runLines(
	changes: readonly [RecordedChange, ...RecordedChange[]],
	later: readonly RecordedChange[],
	texts: Texts,
	paint: Paint,
): string[] {
	const {time, operator, account} = changes[0].entry;
	const number = account?.number === undefined ? '' : ` (${account.number})`;
	const heading = [
		momentText(time),
		...(operator === undefined ? [] : [operator]),
		...(account === null ? [] : [`${account.name}${number}`]),
	];
	// The commands that restore what was there, each wrapped so that a shell reads it as one.
	const restoring = restoreCommands(changes, later).flatMap((command) => wrapCommand(command, roomOfWindow));
	return [
		...inRoom(heading, '  ', 79).map((line) => paint(line, 'strong')),
		...changes.flatMap((change) => changeLines(change, texts, paint)),
		...(restoring.length === 0 ? [] : [`  ${texts.text('history.restore')}`]),
		...restoring.map((row) => `    ${paint(row, 'command')}`),
	];
}

function changeLines({entry, end}: RecordedChange, texts: Texts, paint: Paint): string[] {
	const {region, group, account, before, after, keyFingerprint: fingerprint} = entry;
	const none = texts.text('present.none', {number: account?.number ?? 'none'});
	const key = fingerprint === undefined ? '' : `, ${texts.text('history.key', {fingerprint})}`;
	return [
		`  ${paint(scopeName({region, group}), 'name')}`,
		...inRoom([before === undefined ? '?' : (before ?? none), `→ ${after ?? none}${key}`], ' ').map(
			(line) => `    ${line}`,
		),
		...brokenAtBlanks(resultOf(entry.event, end, texts), roomOfWindow).map((line) => `    ${line}`),
	];
}

/** Columns right of the indentation in a window of 80. */
const roomOfWindow = 75;

function inRoom(parts: readonly string[], between: string, room = roomOfWindow): string[] {
	const line = parts.join(between);
	return widthOf(line) <= room ? [line] : [...parts];
}

function resultOf(event: string, end: RecordedChange['end'], texts: Texts): string {
	if (end?.result === undefined) {
		return texts.text(event === 'planned' ? 'history.notBegun' : 'history.noEnd');
	}

	return recordedState(end, texts);
}
