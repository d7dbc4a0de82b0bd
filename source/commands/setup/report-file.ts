import {unlinkSync} from 'node:fs';
import {open, type FileHandle} from 'node:fs/promises';
import {systemCode} from '../../disk/system-code.ts';
import {message} from '../../text/message.ts';
import type {Reading} from '../../wizard/flag.ts';

/** The file of `--report`: there before anything is changed, written at the end. */
export interface ReportFile {
	write(text: string): Promise<void>;
	/** Takes the empty file away again. */
	discard(): Promise<void>;
}

/**
 * Makes the file, for its owner alone. What is there already is never replaced, not even with `--force`,
 * which every non-interactive run has; and what cannot be written is found out before anything is changed.
 */
export async function openReportFile(path: string): Promise<Reading<ReportFile>> {
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
					await handle.writeFile(text);
					await handle.sync();
					process.off('exit', discard);
				} finally {
					await handle.close();
				}
			},
			async discard() {
				await handle.close();
				discard();
			},
		},
	};
}
