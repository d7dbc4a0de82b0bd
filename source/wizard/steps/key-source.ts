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

/** How `--infrastructure-api-key` says where the key is: in a file or pipe, or on standard input. */
export type KeySource = `@${string}` | '-';

/** Whether that is what a text says; a literal key does not, and is refused: the shell's history has it. */
export function isKeySource(text: string): text is KeySource {
	return text === '-' || (text.startsWith('@') && text.length > 1);
}

/** Reads the key from a file, a pipe, or standard input. Never throws; no reason repeats what was read. */
export async function readKey(source: KeySource, input: Input): Promise<Fetched<Secret>> {
	if (source !== '-') {
		return readKeyFile(source.slice(1));
	}

	return input.isTTY === true
		? {ok: false, reason: message('keySource.terminal')}
		: keyOf(await readInput(input), []);
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

/** What comes on standard input, or why that is no key. */
async function readInput(input: Input): Promise<string | Message> {
	const chunks: Buffer[] = [];
	let length = 0;
	let isLate = false;
	const limit = setTimeout(() => {
		isLate = true;
		input.destroy(new Error('Nothing comes.'));
	}, pipeLimitMs);
	try {
		for await (const chunk of input) {
			const bytes = Buffer.from(chunk as Buffer | string);
			chunks.push(bytes);
			length += bytes.length;
			if (length > largestSource) {
				return message('keySource.tooLarge');
			}
		}
	} catch {
		return isLate ? message('keySource.timedOut') : message('keySource.unreadable', {path: '-'});
	} finally {
		// A file as standard input stays open after its end: destroyed later, it would end the run.
		clearTimeout(limit);
	}

	return Buffer.concat(chunks).toString('utf8');
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
