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
 * Opens the journal in the platform's state directory, created with mode 0700 at the first record. Each run
 * has its own file. Nothing is ever deleted.
 */
export function createJournal(directory: string) {
	const places = journalPlaces(directory);
	return {
		directory,
		/** The single file of the first versions; only read now. */
		formerFile: places.former,
		/** Returns why it cannot be used: somebody else can change it, or something else is in its place. */
		error: () => journalError(places),
		/** Begins the record of a run. Its file is created with the first line. */
		newRun: () => newRunFile(places),
		/** Returns the newest run that died in the middle and of which the operator has not been told. */
		async unfinished(): Promise<UnfinishedRun | undefined> {
			const names = namesIn(places.open);
			const runs = runsAmong(names).slice(-mostOpen).toReversed();
			const [dead] = await Promise.all([
				Promise.all(runs.map(async (run) => deadRun(places, run))),
				Promise.all(runsAmong(names, markEnding).map(async (run) => removeDeadMark(places.openMark(run)))),
			]);
			return dead.find((found) => found !== undefined) ?? unfinishedFormerRun(places);
		},
		/** Records that the operator has been told of a run that died, so that it is not offered again. */
		acknowledge: async (dead: UnfinishedRun, time: string) => acknowledgeRun(places, dead, time),
		/** Returns the recorded runs, oldest first: all of them, or only the newest. */
		runs: (newest?: number) => readRuns(places, newest),
	};
}

/** Removes the mark of a dead run. Its file may not exist yet, or may be closed already. */
async function removeDeadMark(mark: string): Promise<void> {
	if (!(await isHeld(mark))) {
		removeMark(mark);
	}
}

/** Returns what a dead run has left open. Closes a run that left nothing open and only lacked the time to. */
async function deadRun(places: JournalPlaces, run: string): Promise<UnfinishedRun | undefined> {
	const text = (await isHeld(places.openMark(run))) ? undefined : readOwnFile(places.openFile(run));
	if (text === undefined) {
		// The run is alive, or nobody knows whether it left something open: it stays for the next start.
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
		// A run may have been closed meanwhile, which moves its file.
		const text = readOwnFile(file) ?? readOwnFile(places.closedFile(run));
		if (text === undefined) {
			unread.push(file);
		}

		return journalEntries(text);
	});
	const runs = recordedRuns([...former.entries, ...entries]);
	return {
		runs: runs.slice(-newest),
		/** False if older runs were left out. */
		isWhole: former.isWhole && shown.length === all.length && runs.length <= newest,
		/** Files and directories that exist and could not be read. */
		unread: [...unread, ...former.unread],
	};
}

// The single file in which the first versions kept all runs. They reported a run that died at their next
// start, so its lines are among the last ones, and a start reads only those.

const bytesAtStart = 512 * 1024;
/** More than the lines of any run take, with its account, its users and its groups. */
const bytesOfRun = 4096;
/** How long a process id that is in use counts as that of its run; later, another process has it. */
const oldMs = 10 * 60_000;

/** Returns the newest run of the first versions that died. */
function unfinishedFormerRun({former, closedFile}: JournalPlaces): UnfinishedRun | undefined {
	return recordedRuns(journalEntries(readOwnFile(former, bytesAtStart)))
		.filter((run) => !mayGoOn(run))
		.flatMap((run) => unfinishedIn(run) ?? [])
		.findLast(({run}) => !existsSync(closedFile(formerName(run))));
}

/** Returns the lines of the first versions: of many, only enough for the newest runs. */
function formerRuns({former}: JournalPlaces, newest: number) {
	const most = newest * bytesOfRun;
	const text = readOwnFile(former, most);
	return {
		entries: journalEntries(text),
		isWhole: text === undefined || Buffer.byteLength(text) < most,
		unread: text === undefined && existsSync(former) ? [former] : [],
	};
}

/** Reports whether one of the first versions may still be carrying out the run. */
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
