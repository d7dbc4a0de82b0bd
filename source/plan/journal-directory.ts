import {readdirSync} from 'node:fs';
import path from 'node:path';
import {systemCode} from '../disk/system-code.ts';
import type {CliError} from '../ibmcloud/types.ts';
import {unsafePath} from '../ibmcloud/unsafe-path.ts';

const ending = '.jsonl';
const markEnding = '.alive';

/** Where a journal keeps what: open runs apart from closed ones, so that a start looks at few files. */
export function journalPlaces(directory: string) {
	const open = path.join(directory, 'open');
	const closed = path.join(directory, 'closed');
	return {
		directory,
		/** The one file in which the first versions kept every run: read as it is, and written no more. */
		former: path.join(directory, `journal${ending}`),
		/** Runs that are not closed: they go on, or they died. */
		open,
		/** Runs that are over. */
		closed,
		openFile: (run: string) => path.join(open, `${run}${ending}`),
		/** The mark of life of a run that is not closed. */
		openMark: (run: string) => path.join(open, `${run}${markEnding}`),
		closedFile: (run: string) => path.join(closed, `${run}${ending}`),
	};
}

export type JournalPlaces = ReturnType<typeof journalPlaces>;

/** The names of the runs among the files of a directory, oldest first: they begin with the time. */
export function runsAmong(names: readonly string[], end = ending): string[] {
	return names
		.filter((name) => name.endsWith(end))
		.map((name) => name.slice(0, -end.length))
		.toSorted();
}

/** The runs of which there is a mark, also those whose file is not made yet, or was put away already. */
export function marksAmong(names: readonly string[]): string[] {
	return runsAmong(names, markEnding);
}

/** Why nothing may be recorded there; undefined where only the operator can change what lies there. */
export function placeError({directory, open, closed, former}: JournalPlaces): CliError | undefined {
	return (
		unsafePath(directory, 'directory') ??
		unsafePath(open, 'directory') ??
		unsafePath(closed, 'directory') ??
		unsafePath(former, 'file')
	);
}

/** Why nothing may begin: a start has to read what is open, and an unreadable file may be a dead run. */
export function journalError(places: JournalPlaces): CliError | undefined {
	return (
		placeError(places) ??
		runsAmong(namesIn(places.open))
			.slice(-mostOpen)
			.map((run) => unsafePath(places.openFile(run), 'file'))
			.find((error) => error !== undefined)
	);
}

/** A start looks at no more unfinished runs than this; the others wait for the next one. */
export const mostOpen = 100;

/** The names in a directory, none where it is missing. @param onFailure told of an unreadable one. */
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
