import {closeSync, constants, fstatSync, openSync, readSync} from 'node:fs';
import {open, type FileHandle} from 'node:fs/promises';
import {setTimeout as pause} from 'node:timers/promises';
import {attempt, systemCode} from './system-error.ts';

/** The content of a file or pipe that the command line names, or why it was not read. */
export type FileContent =
	| {readonly ok: true; readonly text: string; readonly isReadableByOthers: boolean}
	| {readonly ok: false; readonly kind: 'directory' | 'device' | 'unreadable' | 'too-large' | 'timed-out'};

export interface FileLimits {
	/** Bytes; whatever is longer is not the expected file. */
	readonly largest: number;
	/** Milliseconds; the program behind a pipe may ask its user something, but not forever. */
	readonly longestMs: number;
}

/** Reads a whole file or pipe within the limits. Never throws. */
export async function readWholeFile(path: string, limits: FileLimits): Promise<FileContent> {
	let file: FileHandle | undefined;
	try {
		// Without O_NONBLOCK, opening a pipe that nobody writes to would block forever.
		file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
		const status = await file.stat();
		if (status.isDirectory()) {
			return {ok: false, kind: 'directory'};
		}

		if (status.isCharacterDevice() || status.isBlockDevice()) {
			return {ok: false, kind: 'device'};
		}

		if (status.size > limits.largest) {
			return tooLarge;
		}

		// An empty read of a named pipe means that no writer has come yet, or that the last one has gone.
		const endsWhenEmpty = status.isFile() || /^\/(?:dev|proc\/self)\/fd\//.test(path);
		const read = await readToTheEnd(file, endsWhenEmpty, limits);
		return typeof read === 'string'
			? {ok: true, text: read, isReadableByOthers: status.isFile() && (status.mode & 0o077) !== 0}
			: read;
	} catch {
		return {ok: false, kind: 'unreadable'};
	} finally {
		await file?.close().catch(() => undefined);
	}
}

type Failed = Extract<FileContent, {ok: false}>;

const tooLarge: Failed = {ok: false, kind: 'too-large'};

/**
 * Reads by polling, since a pipe opened without blocking answers EAGAIN until its writer writes. Counts the
 * bytes as they arrive, since kernel files report no size.
 *
 * @param endsWhenEmpty true for a file, and for a descriptor that a shell has opened (`@<(op read …)`): an
 * empty read then means that the writer has ended.
 */
async function readToTheEnd(
	file: FileHandle,
	endsWhenEmpty: boolean,
	{largest, longestMs}: FileLimits,
): Promise<string | Failed> {
	const startedAt = Date.now();
	const chunks: Buffer[] = [];
	let length = 0;
	while (Date.now() - startedAt < longestMs) {
		const chunk = Buffer.alloc(65_536);
		const bytes = await readSome(file, chunk);
		if (bytes === undefined || (bytes === 0 && length === 0 && !endsWhenEmpty)) {
			// Nothing yet, or no writer yet.
			await pause(20);
		} else if (bytes === 0) {
			return Buffer.concat(chunks).toString('utf8');
		} else {
			chunks.push(chunk.subarray(0, bytes));
			length += bytes;
		}

		if (length > largest) {
			return tooLarge;
		}
	}

	return {ok: false, kind: 'timed-out'};
}

async function readSome(file: FileHandle, chunk: Buffer): Promise<number | undefined> {
	try {
		return (await file.read(chunk, 0, chunk.length, null)).bytesRead;
	} catch (error) {
		if (systemCode(error) === 'EAGAIN') {
			return undefined;
		}

		throw error;
	}
}

/**
 * Reads one of our own files. Follows no link, and does not wait for a pipe in its place.
 *
 * @param most the number of bytes to read at most, the last ones; the first line may then be incomplete.
 * @returns undefined if there is no such file, or it cannot be read.
 */
export function readOwnFile(file: string, most = Number.MAX_SAFE_INTEGER): string | undefined {
	return attempt(() => {
		const descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
		try {
			const status = fstatSync(descriptor);
			return status.isFile() ? tailOf(descriptor, status.size, Math.min(status.size, most)) : undefined;
		} finally {
			closeSync(descriptor);
		}
	});
}

function tailOf(descriptor: number, size: number, wanted: number): string {
	const buffer = Buffer.allocUnsafe(wanted);
	let length = 0;
	for (let read = -1; read !== 0 && length < wanted; length += read) {
		read = readSync(descriptor, buffer, length, wanted - length, size - wanted + length);
	}

	return buffer.toString('utf8', 0, length);
}
