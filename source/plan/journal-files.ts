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
/** Of the mark of life of a run. */
export const markEnding = '.alive';

/** Where a journal keeps what: open runs apart from closed ones, so that a start looks at few files. */
export function journalPlaces(directory: string) {
	const openRuns = path.join(directory, 'open');
	const closedRuns = path.join(directory, 'closed');
	return {
		directory,
		/** The one file in which the first versions kept every run: read as it is, and written no more. */
		former: path.join(directory, `journal${ending}`),
		/** Runs that are not closed: they go on, or they died. */
		open: openRuns,
		/** Runs that are over. */
		closed: closedRuns,
		openFile: (run: string) => path.join(openRuns, `${run}${ending}`),
		/** The mark of life of a run that is not closed. */
		openMark: (run: string) => path.join(openRuns, `${run}${markEnding}`),
		closedFile: (run: string) => path.join(closedRuns, `${run}${ending}`),
	};
}

export type JournalPlaces = ReturnType<typeof journalPlaces>;

/** A start looks at no more unfinished runs than this; the others wait for the next one. */
export const mostOpen = 100;

/** Returns the names in a directory, none where it is missing. @param onFailure told of an unreadable one. */
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

/** Returns the names of the runs among the files of a directory, oldest first: they begin with the time. */
export function runsAmong(names: readonly string[], end = ending): string[] {
	return names
		.filter((name) => name.endsWith(end))
		.map((name) => name.slice(0, -end.length))
		.toSorted();
}

/** Why nothing may begin: a start has to read what is open, and an unreadable file may be a dead run. */
export function journalError(places: JournalPlaces): CliError | undefined {
	return (
		placeError(places) ??
		firstUnsafe(runsAmong(namesIn(places.open)).slice(-mostOpen).map(places.openFile), 'file')
	);
}

/** Why nothing may be recorded there; undefined where only the operator can change what lies there. */
function placeError({directory, open: openRuns, closed, former}: JournalPlaces): CliError | undefined {
	return firstUnsafe([directory, openRuns, closed], 'directory') ?? unsafePath(former, 'file');
}

function firstUnsafe(places: readonly string[], kind: 'file' | 'directory'): CliError | undefined {
	return places.map((place) => unsafePath(place, kind)).find((error) => error !== undefined);
}

/** A file of the journal is only appended to, and never through a link. */
const appending = constants.O_WRONLY | constants.O_APPEND | constants.O_NOFOLLOW;
const newFile = constants.O_CREAT | constants.O_EXCL;

/**
 * The record of a run that begins: a file of its own, made with its first line, and closed by its last one.
 */
export function newRunFile(places: JournalPlaces) {
	const run = livingName(new Date().toISOString().replaceAll(/[:.-]/gu, ''));
	const entries: JournalEntry[] = [];
	let opened: Awaited<ReturnType<typeof create>> | undefined;
	let isTorn = false;
	// One after the other: a line is never written into another one.
	const inTurn = pLimit(1);

	const write = async (line: unknown): Promise<void> => {
		opened ??= await create(places, run);
		// What a full disk has cut must not swallow the next line.
		const text = `${isTorn ? '\n' : ''}${JSON.stringify(line)}\n`;
		isTorn = true;
		await opened.handle.appendFile(text);
		isTorn = false;
		await opened.handle.sync();
	};

	return {
		/** Its name, which every line carries. */
		run,
		/** Appends a line and syncs it to the disk; an error value where the disk does not take it. */
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
		/** Ends the record: the file is closed where every scope has its end; else the next start finds it. */
		close: async (time: string): Promise<void> =>
			inTurn(async () => {
				if (opened === undefined) {
					return;
				}

				if (unfinishedAmong(entries) === undefined) {
					await write({version: 1, run, time, event: 'closed'})
						.then(async () => moveToClosed(places, run))
						// Nothing in it is open, so the next start moves it.
						.catch(() => undefined);
				}

				await opened.handle.close().catch(() => undefined);
				opened.release();
			}),
	};
}

/** @returns the file, and what releases the mark of life beside it. */
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

/** That the file is there has to outlive a loss of power, as its lines do. */
async function syncDirectory(directory: string): Promise<void> {
	const handle = await open(directory, constants.O_RDONLY | constants.O_DIRECTORY);
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/** Puts the file of a run that is over to the others: a start looks only at what is open. */
export async function moveToClosed(
	{closed, closedFile, openFile}: JournalPlaces,
	run: string,
): Promise<void> {
	await mkdir(closed, {recursive: true, mode: 0o700});
	await rename(openFile(run), closedFile(run));
}

/**
 * Notes that the operator has been told of a run that died, and puts its file to those that are over. One of
 * the first versions has no file of its own: it gets one there, beside the old file.
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
			// Its last line may be a torn one.
			await appendFile(file, `\n${line}`, {flag: appending, flush: true});
			await moveToClosed(places, run);
		}
	});
}

/** Returns the name of a run as one of a file: what the old file says of itself is not trusted to be one. */
export function formerName(run: string): string {
	return /^[\w-]{1,100}$/u.test(run) ? run : createHash('sha256').update(run).digest('hex');
}

/** Turns what the disk refuses into an error value that names the file. */
async function recording(file: string, write: () => Promise<void>): Promise<Outcome<void>> {
	try {
		await write();
		return {ok: true, value: undefined};
	} catch (error) {
		const words = error instanceof Error ? error.message : '';
		return {ok: false, error: {kind: 'journal-unwritable', words, command: file}};
	}
}
