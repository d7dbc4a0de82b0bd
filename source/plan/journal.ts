import {mkdir, open as openFile, readFile, type FileHandle} from 'node:fs/promises';
import path from 'node:path';
import type {Outcome, RegionName} from '../ibmcloud/types.ts';
import type {ScopeResult} from './plan.ts';

/**
 * What a line of the journal says happened. `planned`: a run of several scopes means to change this one; `seen`: a run
 * that died has been shown to the operator.
 */
export type JournalEvent = 'planned' | 'begin' | 'end' | 'seen';

/** One line of the journal. No field ever holds a key. */
export interface JournalEntry {
	readonly version: 1;
	/** The same for all lines of one run: process id, start, and a number. */
	readonly run: string;
	/** Process id of the run: whether it is alive tells a run that died from one that goes on. */
	readonly pid: number;
	/** ISO 8601, UTC. */
	readonly time: string;
	readonly event: JournalEvent;
	readonly change: 'set' | 'unset';
	readonly account: {readonly id: string; readonly name: string} | null;
	readonly group: {readonly id: string; readonly name: string};
	readonly region: RegionName;
	/** The username that was set before; null = none; undefined where it could not be read. */
	readonly before?: string | null;
	/** The username that is to be set; null for `unset`. */
	readonly after: string | null;
	readonly keyFingerprint?: string;
	readonly writer: 'cli' | 'api';
	/** How it ended; only in `end`. */
	readonly result?: ScopeResult['kind'];
}

/** Where changes are recorded: one line before and one after each, appended and synced to the disk. */
export interface Journal {
	/** The file itself. */
	readonly file: string;
	/** Appends a line; an error value where the disk does not take it. */
	append(entry: JournalEntry): Promise<Outcome<void>>;
	/** All lines that can be read, oldest first; a torn last line is left out. */
	entries(): Promise<readonly JournalEntry[]>;
}

/** @param directory the state directory of the platform; made with mode 0700, the file with 0600. */
export function createJournal(directory: string): Journal {
	const file = path.join(directory, 'journal.jsonl');
	return {
		file,
		async append(entry) {
			try {
				await mkdir(directory, {recursive: true, mode: 0o700});
				// Appending is one write of one short line: two sessions at once lose none.
				const handle = await openFile(file, 'a+', 0o600);
				try {
					const begin = (await endsInLine(handle)) ? '' : '\n';
					await handle.appendFile(`${begin}${JSON.stringify(entry)}\n`);
					await handle.sync();
				} finally {
					await handle.close();
				}

				return {ok: true, value: undefined};
			} catch (error) {
				const words = error instanceof Error ? error.message : '';
				return {ok: false, error: {kind: 'journal-unwritable', words, command: file}};
			}
		},
		async entries() {
			const text = await readFile(file, 'utf8').catch(() => '');
			return text.split('\n').flatMap((line) => entryOf(line));
		},
	};
}

/** False where a full disk has cut the last line: it must not swallow the next one. */
async function endsInLine(file: FileHandle): Promise<boolean> {
	const {size} = await file.stat();
	return size === 0 || (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer[0] === lineFeed;
}

const lineFeed = 10;

function entryOf(line: string): JournalEntry[] {
	try {
		const value: unknown = JSON.parse(line);
		// The file is our own and only the operator can write it; what is not an entry is left out all the same.
		return isEntry(value) ? [value] : [];
	} catch {
		return [];
	}
}

/** The parts that everything here stands on; a line of a later version may have more. */
function isEntry(value: unknown): value is JournalEntry {
	if (typeof value !== 'object' || value === null) {
		return false;
	}

	const {run, pid, event, region, group, time} = value as Partial<Record<keyof JournalEntry, unknown>>;
	return (
		typeof run === 'string' &&
		typeof pid === 'number' &&
		typeof time === 'string' &&
		typeof region === 'string' &&
		(event === 'planned' || event === 'begin' || event === 'end' || event === 'seen') &&
		typeof group === 'object' &&
		group !== null &&
		'id' in group &&
		'name' in group
	);
}

/** A change that was begun and of which no end is known. */
export interface UnfinishedRun {
	readonly run: string;
	readonly time: string;
	/** The scopes with no end: begun, or only planned. */
	readonly open: readonly JournalEntry[];
	/** The scopes of the same run that ended. */
	readonly ended: readonly JournalEntry[];
}

/**
 * The newest run that died in the middle: something was begun, has no end, its process is gone, and nobody has been told.
 *
 * @param isAlive whether a process of that id lives.
 */
export function unfinishedRun(
	entries: readonly JournalEntry[],
	isAlive: (pid: number) => boolean,
): UnfinishedRun | undefined {
	const runs = new Map<string, JournalEntry[]>();
	for (const entry of entries) {
		runs.set(entry.run, [...(runs.get(entry.run) ?? []), entry]);
	}

	for (const [run, lines] of [...runs].toReversed()) {
		const isSeen = lines.some(({event}) => event === 'seen');
		const ended = lines.filter(({event}) => event === 'end');
		const open = lastOfScope(lines.filter(({event}) => event === 'planned' || event === 'begin')).filter(
			(line) => !hasEnd(line, entries),
		);
		const [first] = open;
		if (first !== undefined && !isSeen && !isAlive(first.pid)) {
			return {run, time: first.time, open, ended};
		}
	}

	return undefined;
}

/** Of the lines about one scope the last one: it says how far it came. */
function lastOfScope(lines: readonly JournalEntry[]): JournalEntry[] {
	return [...new Map(lines.map((line) => [`${line.group.id} ${line.region}`, line])).values()];
}

/** Whether the scope has ended since, in this run or in a later one. */
function hasEnd(begun: JournalEntry, entries: readonly JournalEntry[]): boolean {
	const later = entries.slice(entries.indexOf(begun) + 1);
	return later.some((entry) => entry.event === 'end' && isSameScope(entry, begun));
}

/** Whether two lines are about the same scope. */
export function isSameScope(left: JournalEntry, right: JournalEntry): boolean {
	return left.region === right.region && left.group.id === right.group.id;
}
