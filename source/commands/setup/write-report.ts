import {reportMarkdown} from '../../documents/report-file.ts';
import {redact} from '../../secrets/redact.ts';
import type {CommandContext} from '../open-run.ts';
import {noteUnwritten} from '../output.ts';
import type {Report} from '../../wizard/view.ts';
import type {HeldRun} from './request.ts';
import type {ReportFile} from './report-file.ts';

/** Writes the run to the file of `--report`, where there is one, and says so. */
export async function writeReport(
	{process, texts, request, reportFile: file}: HeldRun,
	report: Report,
	startedAt: number,
): Promise<void> {
	if (file === undefined) {
		return;
	}

	if (report.outcome === 'demo' || report.outcome === 'refused') {
		// Nothing has begun: the rehearsal, or the run that does begin, writes its own, under the same name.
		await file.discard();
		return;
	}

	const {report: path = '', quiet, output} = request.options;
	const facts = {startedAt, endedAt: Date.now(), change: request.change};
	const telling = {process, texts, path, quiet, isJson: output !== undefined};
	await writeTo(file, reportMarkdown(report, facts, texts), telling);
}

/** How it is told that a report was written, and where. */
export interface Telling extends Pick<CommandContext, 'process' | 'texts'> {
	readonly path: string;
	readonly quiet: boolean;
	/** Whether standard output has a document, with which nothing is mixed. */
	readonly isJson: boolean;
}

/** Writes a text to the file of `--report`, and says so, or that it could not be written. */
export async function writeTo(
	file: ReportFile,
	text: string,
	{process, texts, path, quiet, isJson}: Telling,
): Promise<void> {
	try {
		// No part of a report should hold a secret, and none does then.
		await file.write(redact(text));
	} catch (error) {
		noteUnwritten(error);
		process.stderr.write(`${texts.text('ticket.notWritten', {path})}\n`);
		return;
	}

	if (!quiet) {
		(isJson ? process.stderr : process.stdout).write(`${texts.text('ticket.written', {path})}\n`);
	}
}
