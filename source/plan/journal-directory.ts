import {readdirSync} from 'node:fs';
import path from 'node:path';
import {systemCode} from '../disk/system-code.ts';
import type {CliError} from '../ibmcloud/types.ts';
import {unsafePath} from '../ibmcloud/unsafe-path.ts';

/** Where the journal keeps what: runs that are not closed apart from those that are, so that a start looks at few files. */

const ending = '.jsonl';
const markEnding = '.alive';

/** The one file in which the first versions kept every run: read as it is, and written no more. */
export function formerFile(directory: string): string {
	return path.join(directory, `journal${ending}`);
}

/** Runs that are not closed: they go on, or they died. */
export function openDirectory(directory: string): string {
	return path.join(directory, 'open');
}

/** Runs that are over. */
export function closedDirectory(directory: string): string {
	return path.join(directory, 'closed');
}

/** The file of a run that is not closed. */
export function openFile(directory: string, run: string): string {
	return path.join(openDirectory(directory), `${run}${ending}`);
}

/** The mark of life of a run. */
export function openMark(directory: string, run: string): string {
	return path.join(openDirectory(directory), `${run}${markEnding}`);
}

/** The file of a run that is over. */
export function closedFile(directory: string, run: string): string {
	return path.join(closedDirectory(directory), `${run}${ending}`);
}

/** The names of the runs among the files of a directory, oldest first: they begin with the time. */
export function runsAmong(names: readonly string[]): string[] {
	return named(names, ending).toSorted();
}

/** The runs of which there is a mark, also those whose file is not made yet, or was put away already. */
export function runsOfMarks(names: readonly string[]): string[] {
	return named(names, markEnding);
}

function named(names: readonly string[], end: string): string[] {
	return names.filter((name) => name.endsWith(end)).map((name) => name.slice(0, -end.length));
}

/** Why nothing may be recorded there; undefined where only the operator can change what lies there. */
export function placeError(directory: string): CliError | undefined {
	return (
		unsafePath(directory, 'directory') ??
		unsafePath(openDirectory(directory), 'directory') ??
		unsafePath(closedDirectory(directory), 'directory') ??
		unsafePath(formerFile(directory), 'file')
	);
}

/** Why nothing may begin: a start has to read what is open, too, and what cannot be read there may be a run that died. */
export function journalError(directory: string): CliError | undefined {
	return (
		placeError(directory) ??
		runsAmong(namesIn(openDirectory(directory)))
			.slice(-mostOpen)
			.map((run) => unsafePath(openFile(directory, run), 'file'))
			.find((error) => error !== undefined)
	);
}

/** A start looks at no more unfinished runs than this; the others wait for the next one. */
export const mostOpen = 100;

/** The names in a directory; one that is not there has none. @param onFailure told of one that cannot be read. */
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
