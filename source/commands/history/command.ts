import {errorDocument} from '../../documents/change-document.ts';
import {printDocument} from '../../documents/print-document.ts';
import {recordedReport} from '../../documents/recorded-report.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import type {JournalEntry} from '../../plan/journal-entry.ts';
import {createJournal, type Journal, type RecordedRuns} from '../../plan/journal.ts';
import {exitStatus} from '../../plan/status.ts';
import {message} from '../../text/message.ts';
import {historyOptions} from '../common-options.ts';
import type {CommandContext} from '../open-run.ts';
import {parseOptions} from '../options.ts';
import {failedLine, painterFor} from '../output.ts';
import {ownDirectories} from '../own-directories.ts';
import {asksForJson, refuse, refuseRun} from '../refuse.ts';
import {openReportFile, type Telling} from '../setup/report-file.ts';
import {historyText} from './text.ts';

/** A terminal is given no more runs than this: that is years of them; the JSON document has all. */
const mostShown = 1000;

/** `classic-credentials history`: what was changed on this machine, by whom and when, from the journal. */
export async function history(context: CommandContext): Promise<number> {
	const {process, args} = context;
	const journal = createJournal(ownDirectories(process.env).state);
	const parsed = parseOptions(historyOptions, args, context);
	if (!parsed.ok) {
		if (asksForJson(args)) {
			const document = historyDocument(journal, nothing, undefined, exitStatus.usage);
			await printDocument('history', document, process.stdout);
		}

		return refuse(context, parsed.reason);
	}

	const {report, run = '1', quiet, output} = parsed.value;
	if (parsed.value.run !== undefined && report === undefined) {
		return refuse(context, message('history.runNeedsReport'));
	}

	const error = journal.error();
	const isJson = output !== undefined;
	const found = error === undefined ? journal.runs(isJson ? undefined : mostShown) : nothing;
	const status = statusOf(found, error);
	if (isJson) {
		await printDocument('history', historyDocument(journal, found, error, status), process.stdout);
	}

	if (error !== undefined) {
		return refuseRun(context, {ok: false, reason: message(`error.${error.kind}`), error});
	}

	const where = report === undefined ? undefined : {path: report, quiet, isJson};
	const refused = where && (await writeRun(context, found, Number(run), where));
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

/** The version of this document's form. 2: the number of an account is `null` where none is known. */
const historyDocumentVersion = 2;

function entryDocument({account, ...entry}: JournalEntry): Record<string, unknown> {
	return {...entry, account: account && {...account, number: account.number ?? null}};
}

function historyDocument(
	journal: Journal,
	{runs, unread}: RecordedRuns,
	error: CliError | undefined,
	status: number,
): Record<string, unknown> {
	return {
		schemaVersion: historyDocumentVersion,
		command: 'history',
		exitStatus: status,
		directory: journal.directory,
		file: journal.formerFile,
		entries: runs.flatMap(({entries}) => entries.map((entry) => entryDocument(entry))),
		unread,
		error: errorDocument(error),
	};
}
