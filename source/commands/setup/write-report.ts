import {reportMarkdown, type ReportFacts} from '../../documents/report-file.ts';
import {redact} from '../../secrets/redact.ts';
import type {CommandContext} from '../open-run.ts';
import {noteUnwritten} from '../output.ts';
import type {Report} from '../../wizard/view.ts';
import type {SetupRequest} from './request.ts';
import type {ReportFile} from './report-file.ts';

export interface ReportFileOptions {
	readonly file: ReportFile | undefined;
	readonly facts: ReportFacts;
}

/** Writes the run to the file of `--report`, where there is one, and says so. */
export async function writeReport(
	{process, texts, request}: CommandContext & {readonly request: SetupRequest},
	report: Report,
	{file, facts}: ReportFileOptions,
): Promise<void> {
	if (file === undefined) {
		return;
	}

	if (report.outcome === 'demo') {
		// The rehearsal that begins now will write its own.
		await file.discard();
		return;
	}

	const {report: path = '', quiet, output} = request.options;
	try {
		// No part of a report should hold a secret, and none does then.
		await file.write(redact(reportMarkdown(report, facts, texts)));
	} catch (error) {
		noteUnwritten(error);
		process.stderr.write(`${texts.text('ticket.notWritten', {path})}\n`);
		return;
	}

	if (!quiet) {
		(output !== undefined ? process.stderr : process.stdout).write(
			`${texts.text('ticket.written', {path})}\n`,
		);
	}
}
