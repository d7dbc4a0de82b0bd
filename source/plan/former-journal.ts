import {constants, existsSync} from 'node:fs';
import {mkdir, open} from 'node:fs/promises';
import {createHash} from 'node:crypto';
import {readOwnFile} from '../disk/own-file.ts';
import {systemCode} from '../disk/system-code.ts';
import type {Outcome} from '../ibmcloud/types.ts';
import {entriesOf, type JournalEntry} from './journal-entry.ts';
import {closedDirectory, closedFile, formerFile} from './journal-directory.ts';
import {recordedRuns, unfinishedIn, type RecordedRun, type UnfinishedRun} from './recorded-runs.ts';
import {recording, seenLine} from './run-file.ts';

/**
 * The one file in which the first versions kept all runs. It is read as it is, and nothing is written to it. Those
 * versions told of a run that died at their next start, so that its lines are among the last ones: a start reads no more.
 */

const bytesAtStart = 512 * 1024;
/** More than any run has of them, with its account, its users and its groups. */
const bytesOfRun = 4096;
/** An id of a process that is in use counts for its run as long as this; later somebody else has it. */
const oldMs = 10 * 60_000;

/** The newest run that died while a version of that time carried it out. */
export function unfinishedFormerRun(directory: string): UnfinishedRun | undefined {
	const text = readOwnFile(formerFile(directory), bytesAtStart);
	for (const run of recordedRuns(entriesOf(text)).toReversed()) {
		const unfinished = unfinishedIn(run);
		if (unfinished !== undefined && !mayGoOn(run) && !isTold(directory, run)) {
			return unfinished;
		}
	}

	return undefined;
}

function isTold(directory: string, {run}: RecordedRun): boolean {
	return existsSync(closedFile(directory, nameOf(run)));
}

/** Notes beside it, under the name of the run, that the operator has been told. */
export async function acknowledgeFormerRun(
	directory: string,
	dead: UnfinishedRun,
	time: string,
): Promise<Outcome<void>> {
	return recording(closedFile(directory, nameOf(dead.run)), async (file) => {
		await mkdir(closedDirectory(directory), {recursive: true, mode: 0o700});
		const {O_CREAT, O_EXCL, O_WRONLY, O_NOFOLLOW} = constants;
		const handle = await open(file, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, 0o600);
		try {
			await handle.appendFile(`${JSON.stringify(seenLine(dead, time))}\n`);
			await handle.sync();
		} finally {
			await handle.close();
		}
	});
}

/** The lines of these versions; of many no more than hold the newest runs. */
export function formerRuns(
	directory: string,
	newest: number,
): {readonly entries: readonly JournalEntry[]; readonly isWhole: boolean; readonly isUnread: boolean} {
	const most = newest * bytesOfRun;
	const file = formerFile(directory);
	const text = readOwnFile(file, most);
	return {
		entries: entriesOf(text),
		isWhole: text === undefined || Buffer.byteLength(text) < most,
		isUnread: text === undefined && existsSync(file),
	};
}

/** Whether a version of that time may still carry the run out. */
function mayGoOn({entries}: RecordedRun): boolean {
	const last = entries.at(-1);
	return last !== undefined && Date.now() - Date.parse(last.time) < oldMs && isRunning(last.pid);
}

function isRunning(process_: number): boolean {
	try {
		process.kill(process_, 0);
		return true;
	} catch (error) {
		return systemCode(error) === 'EPERM';
	}
}

/** The name of a run as one of a file: what the file says of itself is not trusted to be one. */
function nameOf(run: string): string {
	return /^[\w-]{1,100}$/u.test(run) ? run : createHash('sha256').update(run).digest('hex');
}
