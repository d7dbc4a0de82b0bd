import {closeSync, fsyncSync, openSync, unlinkSync, writeFileSync} from 'node:fs';
import {attempt, systemCode} from '../../disk/system-error.ts';
import {redact} from '../../secrets/redact.ts';
import {message} from '../../text/message.ts';
import type {Reading} from '../../wizard/flag.ts';
import type {CommandContext} from '../command.ts';
import type {historyOptions} from '../common-options.ts';
import type {OptionValues} from '../options.ts';
import {noteUnwritten} from '../output.ts';

/** The file of `--report`: created before anything is changed, written at the end. */
export interface ReportFile {
	/** Writes the report, and prints that it is written, or could not be. */
	write(text: string): void;
	/** Removes the empty file. */
	discard(): void;
}

type ReportOptions = Pick<OptionValues<typeof historyOptions>, 'report' | 'quiet' | 'output'>;

/**
 * Creates the file, for its owner alone. An existing file is never replaced, not even with `--force`, which
 * every non-interactive run has. What cannot be written is found out before anything is changed. @returns
 * undefined if no report is asked for.
 */
export function openReportFile(
	{process, texts}: CommandContext,
	{report: path, quiet, output}: ReportOptions,
): Reading<ReportFile | undefined> {
	if (path === undefined) {
		return {ok: true, value: undefined};
	}

	let descriptor: number;
	try {
		descriptor = openSync(path, 'wx', 0o600);
	} catch (error) {
		const exists = systemCode(error) === 'EEXIST';
		return {ok: false, reason: message(exists ? 'usage.reportExists' : 'usage.reportUnwritable', {path})};
	}

	// However the program ends: an empty file would refuse the next run of the same command.
	const discard = (): void => {
		process.off('exit', discard);
		attempt(() => closeSync(descriptor));
		// Somebody else may have removed it.
		attempt(() => unlinkSync(path));
	};

	process.once('exit', discard);
	const write = (text: string): void => {
		try {
			// No part of a report should hold a secret; redacting makes sure.
			writeFileSync(descriptor, redact(text));
			fsyncSync(descriptor);
			process.off('exit', discard);
			closeSync(descriptor);
		} catch (error) {
			noteUnwritten(error);
			process.stderr.write(`${texts.text('reportFile.notWritten', {path})}\n`);
			return;
		}

		if (!quiet) {
			// Nothing is mixed with a document on standard output.
			const stream = output === undefined ? process.stdout : process.stderr;
			stream.write(`${texts.text('reportFile.written', {path})}\n`);
		}
	};
	return {ok: true, value: {write, discard}};
}
