import {ticketMarkdown, type TicketFacts} from '../../frontends/ticket/markdown.ts';
import {redact} from '../../secrets/redact.ts';
import type {CommandContext} from '../open-world.ts';
import {noteUnwritten} from '../output.ts';
import type {Report} from '../../wizard/view.ts';
import type {SetupRequest} from './request.ts';
import type {TicketFile} from './ticket-file.ts';

export interface TicketOptions {
	readonly file: TicketFile | undefined;
	readonly facts: TicketFacts;
}

/** Writes the run to the file of `--report`, where there is one, and says so. */
export async function writeTicket(
	{process: own, texts, request}: CommandContext & {readonly request: SetupRequest},
	report: Report,
	{file, facts}: TicketOptions,
): Promise<void> {
	if (file === undefined) {
		return;
	}

	if (report.outcome === 'demo') {
		// The rehearsal that begins now will write its own.
		await file.discard();
		return;
	}

	const path = request.reportPath ?? '';
	try {
		// No part of a report should hold a secret, and none does then.
		await file.write(redact(ticketMarkdown(report, facts, texts)));
	} catch (error) {
		noteUnwritten(error);
		own.stderr.write(`${texts.text('ticket.notWritten', {path})}\n`);
		return;
	}

	if (!request.isQuiet) {
		(request.isJson ? own.stderr : own.stdout).write(`${texts.text('ticket.written', {path})}\n`);
	}
}
