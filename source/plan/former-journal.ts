import {existsSync} from 'node:fs';
import {readOwnFile} from '../disk/read-file.ts';
import {systemCode} from '../disk/system-code.ts';
import {journalEntries, type JournalEntry} from './journal-entry.ts';
import type {JournalPlaces} from './journal-directory.ts';
import {recordedRuns, unfinishedIn, type RecordedRun, type UnfinishedRun} from './recorded-runs.ts';
import {formerName} from './run-file.ts';

/**
 * The one file in which the first versions kept all runs: read as it is, and written no more. They told of a
 * run that died at their next start, so its lines are among the last ones: a start reads no more.
 */

const bytesAtStart = 512 * 1024;
/** More than any run has of them, with its account, its users and its groups. */
const bytesOfRun = 4096;
/** An id of a process that is in use counts for its run as long as this; later somebody else has it. */
const oldMs = 10 * 60_000;

/** The newest run that died while a version of that time carried it out. */
export function unfinishedFormerRun(places: JournalPlaces): UnfinishedRun | undefined {
	const text = readOwnFile(places.former, bytesAtStart);
	for (const run of recordedRuns(journalEntries(text)).toReversed()) {
		const unfinished = unfinishedIn(run);
		if (unfinished !== undefined && !mayGoOn(run) && !existsSync(places.closedFile(formerName(run.run)))) {
			return unfinished;
		}
	}

	return undefined;
}

/** The lines of these versions; of many no more than hold the newest runs. */
export function formerRuns(
	{former}: JournalPlaces,
	newest: number,
): {readonly entries: readonly JournalEntry[]; readonly isWhole: boolean; readonly isUnread: boolean} {
	const most = newest * bytesOfRun;
	const text = readOwnFile(former, most);
	return {
		entries: journalEntries(text),
		isWhole: text === undefined || Buffer.byteLength(text) < most,
		isUnread: text === undefined && existsSync(former),
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
