import {constants} from 'node:fs';
import {open, type FileHandle} from 'node:fs/promises';
import type {Readable} from 'node:stream';
import {looksLikeAKey} from '../../ibmcloud/facts/keys.ts';
import {protect} from '../../secrets/redact.ts';
import type {Secret} from '../../secrets/secret.ts';
import {message, type Message} from '../../text/message.ts';
import {parseKey} from '../../wizard/steps/key.ts';

/** A key as read from elsewhere, with what should be known about how it came. */
export type KeyResult =
	| {readonly ok: true; readonly key: Secret; readonly warnings: readonly Message[]}
	| {readonly ok: false; readonly reason: Message};

/** A key has 64 characters; a source that goes on beyond this (bytes) is something else. */
const largestSource = 65_536;
/** A pipe may wait for a password manager that asks; not for ever (milliseconds). */
const pipeLimitMs = 60_000;

/** Where the key is to be read from. */
export type KeySource = {readonly kind: 'file'; readonly path: string} | {readonly kind: 'standard-input'};

/**
 * How `--infrastructure-api-key` says where the key is.
 *
 * @returns undefined for a literal key, which is refused: it would be in the shell's history.
 */
export function keySourceOf(value: string): KeySource | undefined {
	if (value === '-') {
		return {kind: 'standard-input'};
	}

	return value.startsWith('@') && value.length > 1 ? {kind: 'file', path: value.slice(1)} : undefined;
}

/** Reads the key from a file, a pipe, or standard input. Never throws; no reason repeats what was read. */
export async function readKey(
	source: KeySource,
	input: Readable & {readonly isTTY?: boolean},
): Promise<KeyResult> {
	if (source.kind === 'standard-input') {
		return input.isTTY === true
			? {ok: false, reason: message('keySource.terminal')}
			: keyOf(await readWithLimit(input), []);
	}

	return readKeyFile(source.path);
}

async function readKeyFile(path: string): Promise<KeyResult> {
	let file: FileHandle | undefined;
	try {
		// Without NONBLOCK, opening a pipe that nobody writes to would wait for ever.
		file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
		const status = await file.stat();
		if (status.isDirectory()) {
			return {ok: false, reason: message('keySource.directory', {path})};
		}

		if (status.isCharacterDevice() || status.isBlockDevice()) {
			return {ok: false, reason: message('keySource.device', {path})};
		}

		const isReadableByOthers = status.isFile() && (status.mode & 0o077) !== 0;
		const warnings = isReadableByOthers ? [message('keySource.readableByOthers', {path})] : [];
		return keyOf(
			await (status.isFile()
				? readFileWithLimit(file, status.size)
				: readPipe(file, /^\/(?:dev|proc\/self)\/fd\//.test(path))),
			warnings,
		);
	} catch {
		// Whoever puts `@` before the key itself meets this as well.
		return {ok: false, reason: message('keySource.unreadable', {path: looksLikeAKey(path) ? '@...' : path})};
	} finally {
		await file?.close().catch(() => undefined);
	}
}

async function readFileWithLimit(file: FileHandle, size: number): Promise<string | Message> {
	return size > largestSource ? message('keySource.tooLarge') : file.readFile('utf8');
}

/**
 * Polls, since a pipe that was opened without blocking says "try again" while its writer thinks.
 *
 * @param isHeldOpen true for a descriptor that a shell has opened (`@<(op read …)`): nothing to read then means that its
 * writer has ended, and not that none has come yet.
 */
async function readPipe(file: FileHandle, isHeldOpen: boolean): Promise<string | Message> {
	const startedAt = Date.now();
	const chunks: Buffer[] = [];
	let length = 0;
	while (Date.now() - startedAt < pipeLimitMs) {
		const chunk = Buffer.alloc(largestSource + 1);
		const bytes = await readSome(file, chunk);
		if (bytes === 0 && (length > 0 || isHeldOpen)) {
			return Buffer.concat(chunks).toString('utf8');
		}

		if (bytes === undefined || bytes === 0) {
			// Nothing yet, or no writer yet.
			await new Promise((resolve) => {
				setTimeout(resolve, 20);
			});
			continue;
		}

		chunks.push(chunk.subarray(0, bytes));
		length += bytes;
		if (length > largestSource) {
			return message('keySource.tooLarge');
		}
	}

	return message('keySource.timedOut');
}

async function readSome(file: FileHandle, chunk: Buffer): Promise<number | undefined> {
	try {
		return (await file.read(chunk, 0, chunk.length, null)).bytesRead;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') {
			return undefined;
		}

		throw error;
	}
}

async function readWithLimit(input: Readable): Promise<string | Message> {
	return new Promise((resolve) => {
		const chunks: Buffer[] = [];
		let length = 0;
		const finish = (result: string | Message): void => {
			clearTimeout(timer);
			input.removeAllListeners('data');
			input.pause();
			resolve(result);
		};
		const timer = setTimeout(() => {
			finish(message('keySource.timedOut'));
		}, pipeLimitMs);
		input.on('data', (chunk: Buffer | string) => {
			const bytes = Buffer.from(chunk);
			chunks.push(bytes);
			length += bytes.length;
			if (length > largestSource) {
				finish(message('keySource.tooLarge'));
			}
		});
		input.on('end', () => {
			finish(Buffer.concat(chunks).toString('utf8'));
		});
		input.on('error', () => {
			finish(message('keySource.unreadable', {path: '-'}));
		});
	});
}

function keyOf(read: string | Message, warnings: readonly Message[]): KeyResult {
	if (typeof read !== 'string') {
		return {ok: false, reason: read};
	}

	if (read.trim().split(/[\r\n]+/).length > 1) {
		return {ok: false, reason: message('keySource.severalLines')};
	}

	const {secret, warnings: own} = parseKey(read);
	if (secret === undefined) {
		return {ok: false, reason: message('keySource.empty')};
	}

	return {ok: true, key: protect(secret), warnings: [...warnings, ...own]};
}
