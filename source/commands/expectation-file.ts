import {readWholeFile} from '../disk/read-file.ts';
import {looksLikeAKey} from '../ibmcloud/facts/keys.ts';
import {message} from '../text/message.ts';
import type {Expectation} from '../wizard/expectation.ts';
import type {Reading} from '../wizard/flag.ts';
import type {CommandLine} from './command.ts';

/** Room for some ten thousand scopes; little time, since a program that makes the file is there at once. */
const limits = {largest: 4 * 1024 * 1024, longestMs: 10_000};

/** Reads a username, or the word "none" as `null`. */
export function userOrNone(text: string): string | null {
	const username = text.trim();
	return username.toLowerCase() === 'none' ? null : username;
}

/** Returns the path in `@FILE`; undefined if the value names no file. */
export function fileNamed(value: string | undefined): string | undefined {
	return value?.startsWith('@') === true ? value.slice(1) : undefined;
}

/**
 * Reads a document of `status` as an expectation. Never throws; no reason repeats the content of the file.
 * @param option names the file. @param others the options that name scopes: refused, since the file has them.
 */
export async function readExpectationFile(
	option: '--from' | '--expect',
	path: string,
	given: CommandLine['given'],
	others: readonly string[],
): Promise<Reading<Expectation>> {
	const flags = others.filter((name) => given.has(name)).map((name) => `--${name}`);
	if (flags.length > 0) {
		return {ok: false, reason: message('usage.fileHasScopes', {option, flags})};
	}

	const read = await readWholeFile(path, limits);
	if (!read.ok) {
		return {ok: false, reason: message(`file.${read.kind}`, {path: looksLikeAKey(path) ? '@...' : path})};
	}

	// The validators are loaded only if there is a file.
	const {readExpectation} = await import('../documents/read-expectation.ts');
	return readExpectation(path, read.text);
}
