import {isHeld, removeMark} from '../disk/living.ts';
import {readOwnFile} from '../disk/read-file.ts';
import {journalEntries} from './journal-entry.ts';
import {
	journalError,
	journalPlaces,
	mostOpen,
	namesIn,
	runsAmong,
	runsOfMarks,
	type JournalPlaces,
} from './journal-directory.ts';
import {recordedRuns, unfinishedAmong, type UnfinishedRun} from './recorded-runs.ts';
import {acknowledgeRun, moveToClosed, newRunFile} from './run-file.ts';
import {formerRuns, unfinishedFormerRun} from './former-journal.ts';

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
				Promise.all(runsOfMarks(names).map(async (run) => removeDeadMark(places, run))),
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
async function removeDeadMark({openMark}: JournalPlaces, run: string): Promise<void> {
	const mark = openMark(run);
	if (!(await isHeld(mark))) {
		removeMark(mark);
	}
}

/** What a dead run has left open. One that left nothing open only lacked time to put its file away. */
async function deadRun(places: JournalPlaces, run: string): Promise<UnfinishedRun | undefined> {
	if (await isHeld(places.openMark(run))) {
		return undefined;
	}

	const text = readOwnFile(places.openFile(run));
	if (text === undefined) {
		// Whether it left something open is not known: it stays where the next start looks.
		return undefined;
	}

	const unfinished = unfinishedAmong(journalEntries(text));
	if (unfinished === undefined) {
		await moveToClosed(places, run).catch(() => undefined);
	}

	return unfinished;
}

function readRuns(places: JournalPlaces, newest = Number.MAX_SAFE_INTEGER) {
	const {closedFile, openFile} = places;
	const unread: string[] = [];
	const note = (place: string): void => {
		unread.push(place);
	};
	const closed = runsAmong(namesIn(places.closed, note));
	const open = runsAmong(namesIn(places.open, note));
	// Of many the newest are taken before anything is done with each of them.
	const shown = [
		...closed.slice(-newest).map((run) => ({run, file: closedFile(run)})),
		...open.slice(-newest).map((run) => ({run, file: openFile(run)})),
	]
		.toSorted((left, right) => (left.run < right.run ? -1 : 1))
		.slice(-newest);
	const former = formerRuns(places, newest - shown.length);
	const entries = shown.flatMap(({run, file}) => {
		// A run that is closed meanwhile has its file moved.
		const text = readOwnFile(file) ?? readOwnFile(closedFile(run));
		if (text === undefined) {
			note(file);
		}

		return journalEntries(text);
	});
	const runs = recordedRuns([...former.entries, ...entries]);
	return {
		runs: runs.slice(-newest),
		/** False where older ones were left out. */
		isWhole: former.isWhole && shown.length === closed.length + open.length && runs.length <= newest,
		/** Files and directories that are there and could not be read. */
		unread: [...unread, ...(former.isUnread ? [places.former] : [])],
	};
}
