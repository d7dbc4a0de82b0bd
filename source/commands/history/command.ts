import {printDocument, type Document} from '../../documents/print-document.ts';
import {historyDocument} from '../../documents/reading-documents.ts';
import {recordedReport} from '../../documents/recorded-report.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import {createJournal, type Journal, type RecordedRuns} from '../../plan/journal.ts';
import {exitStatus} from '../../plan/status.ts';
import {message} from '../../text/message.ts';
import {historyOptions} from '../common-options.ts';
import type {CommandContext, ProgramContext} from '../command.ts';
import {valuesOf} from '../options.ts';
import {failedLine, painterFor} from '../output.ts';
import {ownDirectories} from '../own-directories.ts';
import {refuse, refuseRun} from '../refuse.ts';
import {openReportFile, type Telling} from '../setup/report-file.ts';
import {historyText} from './text.ts';

/** A terminal is given no more runs than this: that is years of them; the JSON document has all. */
const mostShown = 1000;

/** `classic-credentials history`: what was changed on this machine, by whom and when, from the journal. */
export async function history(context: CommandContext): Promise<number> {
	const {process, given} = context;
	const {report, run, quiet, output} = valuesOf(historyOptions, given);
	if (run !== undefined && report === undefined) {
		return refuse(context, message('history.runNeedsReport'));
	}

	const journal = journalOf(process);
	const error = journal.error();
	const isJson = output !== undefined;
	const found = error === undefined ? journal.runs(isJson ? undefined : mostShown) : nothing;
	const status = statusOf(found, error);
	if (isJson) {
		await printDocument(historyDocument(status, journal, found, error), process.stdout);
	}

	if (error !== undefined) {
		return refuseRun(context, {ok: false, reason: message(`error.${error.kind}`), error});
	}

	const where = report === undefined ? undefined : {path: report, quiet, isJson};
	const refused = where && (await writeRun(context, found, Number(run ?? 1), where));
	if (where === undefined && !isJson) {
		tell(found, context, quiet);
	}

	if (where !== undefined || !isJson) {
		tellUnread(found, context);
	}

	return refused ?? status;
}

/**
 * Writes one run to a file that is not there yet.
 *
 * @param number counted back from the newest, which is 1.
 * @returns the exit status of a refusal.
 */
async function writeRun(
	context: CommandContext,
	{runs}: RecordedRuns,
	number: number,
	telling: Telling,
): Promise<number | undefined> {
	const {texts} = context;
	const run = Number.isInteger(number) && number > 0 ? runs.at(-number) : undefined;
	if (run === undefined) {
		return refuse(context, message('history.noSuchRun', {count: runs.length}));
	}

	const opened = await openReportFile(context, telling);
	if (!opened.ok) {
		return refuse(context, opened.reason);
	}

	const later = runs.slice(runs.length - number + 1).flatMap(({changes}) => changes);
	await opened.value.write(recordedReport(run, later, texts));
	return undefined;
}

function journalOf(process: NodeJS.Process): Journal {
	return createJournal(ownDirectories(process.env).state);
}

/** The document of a `history` that is refused. */
export function refusedHistory({process}: ProgramContext): Document {
	return historyDocument(exitStatus.usage, journalOf(process), nothing);
}

const nothing: RecordedRuns = {runs: [], isWhole: true, unread: []};

function statusOf({unread}: RecordedRuns, error: CliError | undefined): number {
	const read = unread.length === 0 ? exitStatus.done : exitStatus.partly;
	return error === undefined ? read : exitStatus.prerequisite;
}

function tell(
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

/** Says which runs could not be read: the status is not 0 because of them. */
function tellUnread({unread}: RecordedRuns, {process, texts}: CommandContext): void {
	if (unread.length > 0) {
		process.stderr.write(`${failedLine(process)}${texts.text('history.unread', {places: unread})}\n`);
	}
}
