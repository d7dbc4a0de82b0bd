import {existsSync} from 'node:fs';
import {isHeld, removeMark} from '../disk/living.ts';
import {readOwnFile} from '../disk/read-file.ts';
import {systemCode} from '../disk/system-error.ts';
import {journalEntries} from './journal-entry.ts';
import {
	acknowledgeRun,
	formerName,
	journalError,
	journalPlaces,
	markEnding,
	mostOpen,
	moveToClosed,
	namesIn,
	newRunFile,
	runsAmong,
	type JournalPlaces,
} from './journal-files.ts';
import {
	recordedRuns,
	unfinishedAmong,
	unfinishedIn,
	type RecordedRun,
	type UnfinishedRun,
} from './recorded-runs.ts';

export type Journal = ReturnType<typeof createJournal>;

export type RecordedRuns = ReturnType<typeof readRuns>;

/**
 * Where changes are recorded: a file for each run. Nothing is ever deleted.
 *
 * @param directory the platform's state directory; made with mode 0700 with the first record.
 */
export function createJournal(directory: string) {
	const places = journalPlaces(directory);
	return {
		directory,
		/** The one file of the first versions: read as it is, and written no more. */
		formerFile: places.former,
		/** Why it cannot be used: somebody else can change it, or something else is in its place. */
		error: () => journalError(places),
		/** The record of a run that begins; its file is made with the first line. */
		newRun: () => newRunFile(places),
		/** The newest run that died in the middle, and of which the operator has not been told. */
		async unfinished(): Promise<UnfinishedRun | undefined> {
			const names = namesIn(places.open);
			const runs = runsAmong(names).slice(-mostOpen).toReversed();
			const [dead] = await Promise.all([
				Promise.all(runs.map(async (run) => deadRun(places, run))),
				Promise.all(runsAmong(names, markEnding).map(async (run) => removeDeadMark(places.openMark(run)))),
			]);
			return dead.find((found) => found !== undefined) ?? unfinishedFormerRun(places);
		},
		/** Notes that the operator has been told of a run that died: it is not offered again. */
		acknowledge: async (dead: UnfinishedRun, time: string) => acknowledgeRun(places, dead, time),
		/** What is recorded, oldest first: all, or no more than the newest runs. */
		runs: (newest?: number) => readRuns(places, newest),
	};
}

/** A dead run's mark says nothing; it may be all that is left, without a file or with a closed one. */
async function removeDeadMark(mark: string): Promise<void> {
	if (!(await isHeld(mark))) {
		removeMark(mark);
	}
}

/** What a dead run has left open. One that left nothing open only lacked time to put its file away. */
async function deadRun(places: JournalPlaces, run: string): Promise<UnfinishedRun | undefined> {
	const text = (await isHeld(places.openMark(run))) ? undefined : readOwnFile(places.openFile(run));
	if (text === undefined) {
		// It lives, or whether it left something open is not known: it stays where the next start looks.
		return undefined;
	}

	const unfinished = unfinishedAmong(journalEntries(text));
	if (unfinished === undefined) {
		await moveToClosed(places, run).catch(() => undefined);
	}

	return unfinished;
}

function readRuns(places: JournalPlaces, newest = Number.MAX_SAFE_INTEGER) {
	const unread: string[] = [];
	const filesIn = (directory: string, fileOf: (run: string) => string) =>
		runsAmong(namesIn(directory, (place) => unread.push(place))).map((run) => ({run, file: fileOf(run)}));
	const all = [...filesIn(places.closed, places.closedFile), ...filesIn(places.open, places.openFile)];
	const shown = all.toSorted((left, right) => (left.run < right.run ? -1 : 1)).slice(-newest);
	const former = formerRuns(places, newest - shown.length);
	const entries = shown.flatMap(({run, file}) => {
		// A run that is closed meanwhile has its file moved.
		const text = readOwnFile(file) ?? readOwnFile(places.closedFile(run));
		if (text === undefined) {
			unread.push(file);
		}

		return journalEntries(text);
	});
	const runs = recordedRuns([...former.entries, ...entries]);
	return {
		runs: runs.slice(-newest),
		/** False where older ones were left out. */
		isWhole: former.isWhole && shown.length === all.length && runs.length <= newest,
		/** Files and directories that are there and could not be read. */
		unread: [...unread, ...former.unread],
	};
}

/*
The one file in which the first versions kept all runs: read as it is, and written no more. They told of a run
that died at their next start, so its lines are among the last ones: a start reads no more.
*/

const bytesAtStart = 512 * 1024;
/** More than any run has of them, with its account, its users and its groups. */
const bytesOfRun = 4096;
/** An id of a process that is in use counts for its run as long as this; later somebody else has it. */
const oldMs = 10 * 60_000;

/** Returns the newest run that died while a version of that time carried it out. */
function unfinishedFormerRun({former, closedFile}: JournalPlaces): UnfinishedRun | undefined {
	return recordedRuns(journalEntries(readOwnFile(former, bytesAtStart)))
		.filter((run) => !mayGoOn(run))
		.flatMap((run) => unfinishedIn(run) ?? [])
		.findLast(({run}) => !existsSync(closedFile(formerName(run))));
}

/** Returns the lines of these versions; of many no more than hold the newest runs. */
function formerRuns({former}: JournalPlaces, newest: number) {
	const most = newest * bytesOfRun;
	const text = readOwnFile(former, most);
	return {
		entries: journalEntries(text),
		isWhole: text === undefined || Buffer.byteLength(text) < most,
		unread: text === undefined && existsSync(former) ? [former] : [],
	};
}

/** Returns whether a version of that time may still carry the run out. */
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
