import {readWholeFile, type FileContent} from '../disk/read-file.ts';
import {looksLikeAKey, looksLikeIbmCloudApiKey} from '../ibmcloud/facts/keys.ts';
import {invisible} from '../secrets/clean.ts';
import {protect} from '../secrets/redact.ts';
import {Secret} from '../secrets/secret.ts';
import {message, type Message} from '../text/message.ts';
import type {Fetched, Input} from './flag.ts';
import type {ParsedSecret} from './question.ts';

// Spelled as escapes on purpose: a reader of this file must be able to see invisible characters.
const lineBreaks = /\r\n|[\r\n\u2028\u2029]/g;
const spaces = /[\s\u00A0]/g;
const quotes = /^(?:"(.+)"|'(.+)'|`(.+)`|\u201C(.+)\u201D|\u2018(.+)\u2019)$/u;
/** As in a shell script; a blank after `export` has been removed before. */
const name = /^[A-Za-z_]\w*=(?=.)/u;
/** Whole colors, links and titles, as copied from a terminal; another sequence could end inside the key. */
const colors = /(?:\u001B\[|\u009B)[\d;:]*[mK]|(?:\u001B\]|\u009D)[^\p{Cc}]*(?:\u0007|\u001B\\|\u009C)/gu;
const unseen = (): RegExp => new RegExp(`${invisible().source}|\\uFE0F`, 'gu');

/**
 * Removes from a key what a paste brings along: spaces, line breaks, colors, zero-width and control
 * characters, surrounding quotes, and a leading `NAME=`. Nothing is enforced: the form of a classic key is
 * not documented (64 lower-case letters and digits are seen). The removed name is not repeated: it may be
 * anything.
 */
export function parseKey(text: string): ParsedSecret {
	const removed: Message[] = [];
	const take = (pattern: RegExp, say: (count: number) => Message, from: string, instead = ''): string => {
		const count = from.match(pattern)?.length ?? 0;
		if (count > 0) {
			removed.push(say(count));
		}

		return from.replace(pattern, instead);
	};

	// Each counts as one invisible character.
	let value = text.replace(colors, '\u200B');
	value = take(lineBreaks, (count) => message('key.removed.lineBreaks', {count}), value);
	value = take(spaces, (count) => message('key.removed.spaces', {count}), value);
	value = take(unseen(), (count) => message('key.removed.invisible', {count}), value);
	// Either may contain the other: `"NAME=key"`, `NAME="key"`.
	for (let before = ''; before !== value;) {
		before = value;
		value = take(name, () => message('key.removed.name'), value);
		value = take(quotes, () => message('key.removed.quotes'), value, '$1$2$3$4$5');
	}

	const secret = value === '' ? undefined : new Secret(value);
	return {
		secret,
		summary:
			secret === undefined
				? message('key.nothing')
				: message('key.described', {count: secret.length, fingerprint: secret.fingerprint}),
		removed,
		warnings: secret === undefined ? [] : keyWarnings(secret),
	};
}

/** A classic key has 64 characters (seen). A bit less may be another kind, much less is a part of one. */
const shortest = 60;

/** Returns warnings about a key; none of them blocks. */
export function keyWarnings(key: Secret): Message[] {
	return key.matches(looksLikeIbmCloudApiKey)
		? [message('key.looksLikeIbmCloudKey')]
		: key.length < shortest
			? [message('key.short', {count: key.length})]
			: [];
}

/** The maximum size in bytes: a key has 64 characters, so anything larger is something else. */
const largest = 65_536;
/** How long to wait for a pipe: a password manager may have to ask first, but not forever. */
const longestMs = 60_000;

/** The value of `--infrastructure-api-key`: a file or pipe, or standard input. */
export type KeySource = `@${string}` | '-';

/** Reports whether a text is one. A literal key is not, and is refused: the shell's history has it. */
export function isKeySource(text: string): text is KeySource {
	return text === '-' || (text.startsWith('@') && text.length > 1);
}

const reasons = {
	directory: 'keySource.directory',
	device: 'keySource.device',
	unreadable: 'keySource.unreadable',
	'too-large': 'keySource.tooLarge',
	'timed-out': 'keySource.timedOut',
} as const;

/** Reads the key from a file, a pipe, or standard input. Never throws; no reason repeats what was read. */
export async function readKey(source: KeySource, input: Input): Promise<Fetched<Secret>> {
	const isInput = source === '-';
	if (isInput && input.isTTY === true) {
		return {ok: false, reason: message('keySource.terminal')};
	}

	const path = isInput ? source : source.slice(1);
	const read = isInput ? await readInput(input) : await readWholeFile(path, {largest, longestMs});
	if (!read.ok) {
		// An `@` in front of the key itself ends up here as well.
		const named = looksLikeAKey(path) ? '@...' : path;
		return {ok: false, reason: message(reasons[read.kind], {path: named})};
	}

	// A file ends with a line break; what is removed inside the key is reported, as in the session.
	const text = read.text.trim();
	if (/[\r\n]/.test(text)) {
		return {ok: false, reason: message('keySource.severalLines')};
	}

	const {secret, removed, warnings} = parseKey(text);
	const others = read.isReadableByOthers ? [message('keySource.readableByOthers', {path})] : [];
	return secret === undefined
		? {ok: false, reason: message('keySource.empty')}
		: {ok: true, value: protect(secret), warnings: [...others, ...removed, ...warnings]};
}

async function readInput(input: Input): Promise<FileContent> {
	const chunks: Buffer[] = [];
	let length = 0;
	let isLate = false;
	const limit = setTimeout(() => {
		isLate = true;
		input.destroy(new Error('Nothing comes.'));
	}, longestMs);
	try {
		for await (const chunk of input) {
			const bytes = Buffer.from(chunk as Buffer | string);
			chunks.push(bytes);
			length += bytes.length;
			if (length > largest) {
				return {ok: false, kind: 'too-large'};
			}
		}
	} catch {
		return {ok: false, kind: isLate ? 'timed-out' : 'unreadable'};
	} finally {
		// A file as standard input stays open after its end: destroying it later would end the run.
		clearTimeout(limit);
	}

	return {ok: true, text: Buffer.concat(chunks).toString('utf8'), isReadableByOthers: false};
}
