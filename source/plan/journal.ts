import {existsSync} from 'node:fs';
import {isHeld, removeMark} from '../disk/living.ts';
import {readOwnFile} from '../disk/own-file.ts';
import type {CliError, Outcome} from '../ibmcloud/types.ts';
import {entriesOf} from './journal-entry.ts';
import {
	closedDirectory,
	closedFile,
	formerFile,
	mostOpen,
	namesIn,
	openDirectory,
	openFile,
	openMark,
	runsAmong,
	runsOfMarks,
	journalError,
} from './journal-directory.ts';
import {recordedRuns, unfinishedAmong, type RecordedRun, type UnfinishedRun} from './recorded-runs.ts';
import {closeDeadRun, moveToClosed, newRunFile, type RunFile} from './run-file.ts';
import {acknowledgeFormerRun, formerRuns, unfinishedFormerRun} from './former-journal.ts';

/** Where changes are recorded: a file for each run. Nothing is ever deleted. */
export interface Journal {
	readonly directory: string;
	/** The one file of the first versions: read as it is, and written no more. */
	readonly formerFile: string;
	/** Why it cannot be used: somebody else can change it, or something else is in its place. */
	trouble(): CliError | undefined;
	/** The record of a run that begins; its file is made with the first line. */
	newRun(): RunFile;
	/** The newest run that died in the middle, and of which the operator has not been told. */
	unfinished(): Promise<UnfinishedRun | undefined>;
	/** Notes that the operator has been told of a run that died: it is not offered again. */
	acknowledge(run: UnfinishedRun, time: string): Promise<Outcome<void>>;
	/** What is recorded, oldest first: all, or no more than the newest runs. */
	runs(newest?: number): RecordedRuns;
}

export interface RecordedRuns {
	readonly runs: readonly RecordedRun[];
	/** False where older ones were left out. */
	readonly isWhole: boolean;
	/** Files and directories that are there and could not be read. */
	readonly unread: readonly string[];
}

/** @param directory the state directory of the platform; made with mode 0700 when there is something to record. */
export function createJournal(directory: string): Journal {
	return {
		directory,
		formerFile: formerFile(directory),
		trouble: () => journalError(directory),
		newRun: () => newRunFile(directory),
		async unfinished() {
			const names = namesIn(openDirectory(directory));
			const runs = runsAmong(names).slice(-mostOpen).toReversed();
			const [dead] = await Promise.all([
				Promise.all(runs.map(async (run) => deadRun(directory, run))),
				Promise.all(runsOfMarks(names).map(async (run) => removeDeadMark(directory, run))),
			]);
			return dead.find((found) => found !== undefined) ?? unfinishedFormerRun(directory);
		},
		acknowledge: async (dead, time) =>
			existsSync(openFile(directory, dead.run))
				? closeDeadRun(directory, dead, time)
				: acknowledgeFormerRun(directory, dead, time),
		runs: (newest) => readRuns(directory, newest),
	};
}

/** Of a run that died the mark says nothing more, and with its file not made yet, or put away, it is all that is left. */
async function removeDeadMark(directory: string, run: string): Promise<void> {
	const mark = openMark(directory, run);
	if (!(await isHeld(mark))) {
		removeMark(mark);
	}
}

/** What a run that lives no more has left open. One that left nothing open only had no time to put its file away. */
async function deadRun(directory: string, run: string): Promise<UnfinishedRun | undefined> {
	if (await isHeld(openMark(directory, run))) {
		return undefined;
	}

	const text = readOwnFile(openFile(directory, run));
	if (text === undefined) {
		// Whether it left something open is not known: it stays where the next start looks.
		return undefined;
	}

	const unfinished = unfinishedAmong(entriesOf(text));
	if (unfinished === undefined) {
		await moveToClosed(directory, run).catch(() => undefined);
	}

	return unfinished;
}

function readRuns(directory: string, newest = Number.MAX_SAFE_INTEGER): RecordedRuns {
	const unread: string[] = [];
	const note = (place: string): void => {
		unread.push(place);
	};
	const closed = runsAmong(namesIn(closedDirectory(directory), note));
	const open = runsAmong(namesIn(openDirectory(directory), note));
	// Of many the newest are taken before anything is done with each of them.
	const shown = [
		...closed.slice(-newest).map((run) => ({run, file: closedFile(directory, run)})),
		...open.slice(-newest).map((run) => ({run, file: openFile(directory, run)})),
	]
		.toSorted((left, right) => (left.run < right.run ? -1 : 1))
		.slice(-newest);
	const former = formerRuns(directory, newest - shown.length);
	const entries = shown.flatMap(({run, file}) => {
		// A run that is closed meanwhile has its file moved.
		const text = readOwnFile(file) ?? readOwnFile(closedFile(directory, run));
		if (text === undefined) {
			note(file);
		}

		return entriesOf(text);
	});
	const runs = recordedRuns([...former.entries, ...entries]);
	return {
		runs: runs.slice(-newest),
		isWhole: former.isWhole && shown.length === closed.length + open.length && runs.length <= newest,
		unread: [...unread, ...(former.isUnread ? [formerFile(directory)] : [])],
	};
}
