import {unlinkSync} from 'node:fs';
import {open, type FileHandle} from 'node:fs/promises';
import {systemCode} from '../../disk/system-error.ts';
import {redact} from '../../secrets/redact.ts';
import {message} from '../../text/message.ts';
import type {Reading} from '../../wizard/flag.ts';
import type {CommandContext} from '../command.ts';
import {noteUnwritten} from '../output.ts';

/** The file of `--report`: there before anything is changed, written at the end. */
export interface ReportFile {
	/** Writes it, and says so, or that it could not be written. */
	write(text: string): Promise<void>;
	/** Takes the empty file away again. */
	discard(): Promise<void>;
}

/** Where a report goes, and how it is said that it was written. */
export interface ReportFileOptions {
	readonly path: string;
	readonly quiet: boolean;
	/** Whether standard output has a document, with which nothing is mixed. */
	readonly isJson: boolean;
}

/**
 * Makes the file, for its owner alone. What is there already is never replaced, not even with `--force`,
 * which every non-interactive run has; and what cannot be written is found out before anything is changed.
 */
export async function openReportFile(
	{process, texts}: CommandContext,
	{path, quiet, isJson}: ReportFileOptions,
): Promise<Reading<ReportFile>> {
	let handle: FileHandle;
	try {
		handle = await open(path, 'wx', 0o600);
	} catch (error) {
		const exists = systemCode(error) === 'EEXIST';
		return {ok: false, reason: message(exists ? 'usage.reportExists' : 'usage.reportUnwritable', {path})};
	}

	// However the program ends: an empty file would refuse the next run of the same command.
	const discard = (): void => {
		process.off('exit', discard);
		try {
			unlinkSync(path);
		} catch {
			// Somebody else has taken it away.
		}
	};

	process.once('exit', discard);
	return {
		ok: true,
		value: {
			async write(text) {
				try {
					try {
						// No part of a report should hold a secret, and none does then.
						await handle.writeFile(redact(text));
						await handle.sync();
						process.off('exit', discard);
					} finally {
						await handle.close();
					}
				} catch (error) {
					noteUnwritten(error);
					process.stderr.write(`${texts.text('reportFile.notWritten', {path})}\n`);
					return;
				}

				if (!quiet) {
					(isJson ? process.stderr : process.stdout).write(`${texts.text('reportFile.written', {path})}\n`);
				}
			},
			async discard() {
				await handle.close();
				discard();
			},
		},
	};
}
