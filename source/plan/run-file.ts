import {constants} from 'node:fs';
import {mkdir, open, rename, type FileHandle} from 'node:fs/promises';
import path from 'node:path';
import {holdMark, livingName} from '../disk/living.ts';
import type {Outcome} from '../ibmcloud/types.ts';
import type {JournalEntry} from './journal-entry.ts';
import {
	closedFile,
	openDirectory,
	openFile,
	openMark,
	journalError,
	placeError,
} from './journal-directory.ts';
import {unfinishedAmong, type UnfinishedRun} from './recorded-runs.ts';

/** The record of one run: a file of its own, made with its first line, and closed by its last one. */
export interface RunFile {
	/** Its name, which every line carries. */
	readonly run: string;
	/** Appends a line and syncs it to the disk; an error value where the disk does not take it. */
	append(entry: JournalEntry): Promise<Outcome<void>>;
	/** To be called when the run ends: where every scope has its end the file is closed, otherwise the next start finds it. */
	close(time: string): Promise<void>;
}

interface OpenedFile {
	readonly handle: FileHandle;
	/** Releases the mark of life beside it. */
	readonly release: () => void;
}

/** @param directory the journal's. */
export function newRunFile(directory: string): RunFile {
	const run = livingName(new Date().toISOString().replaceAll(/[:.-]/gu, ''));
	const entries: JournalEntry[] = [];
	let opened: OpenedFile | undefined;
	let isTorn = false;
	let last: Promise<unknown> = Promise.resolve();

	const write = async (line: unknown): Promise<void> => {
		opened ??= await create(directory, run);
		// What a full disk has cut must not swallow the next line.
		const text = `${isTorn ? '\n' : ''}${JSON.stringify(line)}\n`;
		isTorn = true;
		await opened.handle.appendFile(text);
		isTorn = false;
		await opened.handle.sync();
	};

	return {
		run,
		async append(entry) {
			const place = opened === undefined ? journalError(directory) : placeError(directory);
			if (place !== undefined) {
				return {ok: false, error: place};
			}

			// One after the other: a line is never written into another one.
			const written = last.then(async () => write(entry));
			last = written.catch(() => undefined);
			return recording(openFile(directory, run), async () => {
				await written;
				entries.push(entry);
			});
		},
		async close(time) {
			await last;
			if (opened === undefined) {
				return;
			}

			if (unfinishedAmong(entries) === undefined) {
				await write({version: 1, run, time, event: 'closed'})
					.then(async () => moveToClosed(directory, run))
					// Nothing in it is open, so the next start moves it.
					.catch(() => undefined);
			}

			await opened.handle.close().catch(() => undefined);
			opened.release();
		},
	};
}

async function create(directory: string, run: string): Promise<OpenedFile> {
	await mkdir(openDirectory(directory), {recursive: true, mode: 0o700});
	const release = await holdMark(openMark(directory, run));
	try {
		const {O_CREAT, O_EXCL, O_WRONLY, O_APPEND, O_NOFOLLOW} = constants;
		const flags = O_CREAT | O_EXCL | O_WRONLY | O_APPEND | O_NOFOLLOW;
		const handle = await open(openFile(directory, run), flags, 0o600);
		await syncDirectory(openDirectory(directory));
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

/** Puts the file of a run that is over to the others: what is open stays the only thing that a start has to look at. */
export async function moveToClosed(directory: string, run: string): Promise<void> {
	const target = closedFile(directory, run);
	await mkdir(path.dirname(target), {recursive: true, mode: 0o700});
	await rename(openFile(directory, run), target);
}

/** Notes that the operator has been told of a run that died, and puts its file to those that are over. */
export async function closeDeadRun(
	directory: string,
	dead: UnfinishedRun,
	time: string,
): Promise<Outcome<void>> {
	const {O_WRONLY, O_APPEND, O_NOFOLLOW} = constants;
	return recording(openFile(directory, dead.run), async (file) => {
		const handle = await open(file, O_WRONLY | O_APPEND | O_NOFOLLOW);
		try {
			// Its last line may be a torn one.
			await handle.appendFile(`\n${JSON.stringify(seenLine(dead, time))}\n`);
			await handle.sync();
		} finally {
			await handle.close();
		}

		await moveToClosed(directory, dead.run);
	});
}

/** The line that says that the operator has been told. */
export function seenLine({open: [first], run}: UnfinishedRun, time: string): JournalEntry {
	return {...first, run, event: 'seen', time};
}

/** Turns what the disk refuses into an error value that names the file. */
export async function recording(
	file: string,
	write: (file: string) => Promise<void>,
): Promise<Outcome<void>> {
	try {
		await write(file);
		return {ok: true, value: undefined};
	} catch (error) {
		const words = error instanceof Error ? error.message : '';
		return {ok: false, error: {kind: 'journal-unwritable', words, command: file}};
	}
}
