import type {Readable} from 'node:stream';
import {looksLikeAKey} from '../../ibmcloud/facts/keys.ts';
import {protect} from '../../secrets/redact.ts';
import type {Secret} from '../../secrets/secret.ts';
import {message, type Message} from '../../text/message.ts';
import {readWholeFile} from '../../disk/read-file.ts';
import type {Fetched, Input} from '../flag.ts';
import {parseKey} from '../key-text.ts';

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
export async function readKey(source: KeySource, input: Input): Promise<Fetched<Secret>> {
	if (source.kind === 'standard-input') {
		return input.isTTY === true
			? {ok: false, reason: message('keySource.terminal')}
			: keyOf(await readWithLimit(input), []);
	}

	return readKeyFile(source.path);
}

async function readKeyFile(path: string): Promise<Fetched<Secret>> {
	const read = await readWholeFile(path, {largest: largestSource, longestMs: pipeLimitMs});
	if (read.ok) {
		const warnings = read.isReadableByOthers ? [message('keySource.readableByOthers', {path})] : [];
		return keyOf(read.text, warnings);
	}

	// Whoever puts `@` before the key itself meets this as well.
	const named = looksLikeAKey(path) ? '@...' : path;
	return {ok: false, reason: message(reasons[read.kind], {path: named})};
}

const reasons = {
	directory: 'keySource.directory',
	device: 'keySource.device',
	unreadable: 'keySource.unreadable',
	'too-large': 'keySource.tooLarge',
	'timed-out': 'keySource.timedOut',
} as const;

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

function keyOf(read: string | Message, warnings: readonly Message[]): Fetched<Secret> {
	if (typeof read !== 'string') {
		return {ok: false, reason: read};
	}

	if (read.trim().split(/[\r\n]+/).length > 1) {
		return {ok: false, reason: message('keySource.severalLines')};
	}

	// A file ends with a line break; what is taken out within is said, as in the session.
	const {secret, removed, warnings: own} = parseKey(read.trim());
	if (secret === undefined) {
		return {ok: false, reason: message('keySource.empty')};
	}

	return {ok: true, value: protect(secret), warnings: [...warnings, ...removed, ...own]};
}
