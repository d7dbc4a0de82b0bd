import {createHash} from 'node:crypto';
import {constants, existsSync, readdirSync} from 'node:fs';
import {appendFile, mkdir, open, rename} from 'node:fs/promises';
import path from 'node:path';
import pLimit from 'p-limit';
import {holdMark, livingName} from '../disk/living.ts';
import {systemCode} from '../disk/system-error.ts';
import type {CliError, Outcome} from '../ibmcloud/types.ts';
import {unsafePath} from '../ibmcloud/unsafe-path.ts';
import type {JournalEntry} from './journal-entry.ts';
import {unfinishedAmong, type UnfinishedRun} from './recorded-runs.ts';

const ending = '.jsonl';
/** The ending of a mark of life. */
export const markEnding = '.alive';

/** Returns the paths of a journal. Open runs lie apart from closed ones, so that a start reads few files. */
export function journalPlaces(directory: string) {
	const openRuns = path.join(directory, 'open');
	const closedRuns = path.join(directory, 'closed');
	return {
		directory,
		/** The single file in which the first versions kept all runs; only read now. */
		former: path.join(directory, `journal${ending}`),
		/** Runs that are not closed: they are under way, or they died. */
		open: openRuns,
		closed: closedRuns,
		openFile: (run: string) => path.join(openRuns, `${run}${ending}`),
		openMark: (run: string) => path.join(openRuns, `${run}${markEnding}`),
		closedFile: (run: string) => path.join(closedRuns, `${run}${ending}`),
	};
}

export type JournalPlaces = ReturnType<typeof journalPlaces>;

/** The most open runs that a start looks at; the others wait for the next start. */
export const mostOpen = 100;

/** Returns the names in a directory; none if it is missing. @param onFailure called if it is unreadable. */
export function namesIn(directory: string, onFailure: (directory: string) => void = () => {}): string[] {
	try {
		return readdirSync(directory);
	} catch (error) {
		if (systemCode(error) !== 'ENOENT') {
			onFailure(directory);
		}

		return [];
	}
}

/** Returns the names of the runs among file names, oldest first, since each begins with its time. */
export function runsAmong(names: readonly string[], end = ending): string[] {
	return names
		.filter((name) => name.endsWith(end))
		.map((name) => name.slice(0, -end.length))
		.toSorted();
}

/** Returns why no run may begin. A start has to read the open runs: an unreadable one may have died. */
export function journalError(places: JournalPlaces): CliError | undefined {
	return (
		placeError(places) ??
		firstUnsafe(runsAmong(namesIn(places.open)).slice(-mostOpen).map(places.openFile), 'file')
	);
}

/** Returns why nothing may be recorded there; undefined if only the operator can change the files. */
function placeError({directory, open: openRuns, closed, former}: JournalPlaces): CliError | undefined {
	return firstUnsafe([directory, openRuns, closed], 'directory') ?? unsafePath(former, 'file');
}

function firstUnsafe(places: readonly string[], kind: 'file' | 'directory'): CliError | undefined {
	return places.map((place) => unsafePath(place, kind)).find((error) => error !== undefined);
}

/** The flags for a journal file: it is only appended to, and never through a link. */
const appending = constants.O_WRONLY | constants.O_APPEND | constants.O_NOFOLLOW;
const newFile = constants.O_CREAT | constants.O_EXCL;

/** Begins the record of a run: a file of its own, created with its first line and closed by its last one. */
export function newRunFile(places: JournalPlaces) {
	const run = livingName(new Date().toISOString().replaceAll(/[:.-]/gu, ''));
	const entries: JournalEntry[] = [];
	let opened: Awaited<ReturnType<typeof create>> | undefined;
	let isTorn = false;
	// One line after the other, so that no line is written into another.
	const inTurn = pLimit(1);

	const write = async (line: unknown): Promise<void> => {
		opened ??= await create(places, run);
		// A line that a full disk has cut off must not swallow the next one.
		const text = `${isTorn ? '\n' : ''}${JSON.stringify(line)}\n`;
		isTorn = true;
		await opened.handle.appendFile(text);
		isTorn = false;
		await opened.handle.sync();
	};

	return {
		/** The name of the run, which every line carries. */
		run,
		/** Appends a line and syncs it to the disk. Returns an error value if that fails. */
		async append(entry: JournalEntry): Promise<Outcome<void>> {
			const place = opened === undefined ? journalError(places) : placeError(places);
			if (place !== undefined) {
				return {ok: false, error: place};
			}

			return recording(places.openFile(run), async () =>
				inTurn(async () => {
					await write(entry);
					entries.push(entry);
				}),
			);
		},
		/** Ends the record. Closes the run if every scope has its end; otherwise the next start finds it. */
		close: async (time: string): Promise<void> =>
			inTurn(async () => {
				if (opened === undefined) {
					return;
				}

				if (unfinishedAmong(entries) === undefined) {
					await write({version: 1, run, time, event: 'closed'})
						.then(async () => moveToClosed(places, run))
						// Nothing in the file is open, so the next start moves it.
						.catch(() => undefined);
				}

				await opened.handle.close().catch(() => undefined);
				opened.release();
			}),
	};
}

/** Creates the file of a run and the mark of life beside it, and returns what releases the mark. */
async function create({open: directory, openFile, openMark}: JournalPlaces, run: string) {
	await mkdir(directory, {recursive: true, mode: 0o700});
	const release = await holdMark(openMark(run));
	try {
		const handle = await open(openFile(run), appending | newFile, 0o600);
		await syncDirectory(directory);
		return {handle, release};
	} catch (error) {
		release();
		throw error;
	}
}

/** Syncs a directory, so that a new file in it outlives a loss of power, as its lines do. */
async function syncDirectory(directory: string): Promise<void> {
	const handle = await open(directory, constants.O_RDONLY | constants.O_DIRECTORY);
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Moves the file of a run that is over to the closed ones, where a start does not look. */
export async function moveToClosed(
	{closed, closedFile, openFile}: JournalPlaces,
	run: string,
): Promise<void> {
	await mkdir(closed, {recursive: true, mode: 0o700});
	await rename(openFile(run), closedFile(run));
}

/**
 * Records that the operator has been told of a run that died, and closes the run. A run of the first versions
 * has no file of its own, and gets one among the closed runs.
 */
export async function acknowledgeRun(
	places: JournalPlaces,
	{open: [first], run}: UnfinishedRun,
	time: string,
): Promise<Outcome<void>> {
	const isFormer = !existsSync(places.openFile(run));
	const file = isFormer ? places.closedFile(formerName(run)) : places.openFile(run);
	return recording(file, async () => {
		const seen: JournalEntry = {...first, run, event: 'seen', time};
		const line = `${JSON.stringify(seen)}\n`;
		if (isFormer) {
			await mkdir(places.closed, {recursive: true, mode: 0o700});
			await appendFile(file, line, {flag: appending | newFile, mode: 0o600, flush: true});
		} else {
			// The last line may be cut off.
			await appendFile(file, `\n${line}`, {flag: appending, flush: true});
			await moveToClosed(places, run);
		}
	});
}

/** Returns a safe file name for a run of the old file, whose content is not trusted to be one. */
export function formerName(run: string): string {
	return /^[\w-]{1,100}$/u.test(run) ? run : createHash('sha256').update(run).digest('hex');
}

/** Runs a write, and turns its failure into an error value that names the file. */
async function recording(file: string, write: () => Promise<void>): Promise<Outcome<void>> {
	try {
		await write();
		return {ok: true, value: undefined};
	} catch (error) {
		const words = error instanceof Error ? error.message : '';
		return {ok: false, error: {kind: 'journal-unwritable', words, command: file}};
	}
}
