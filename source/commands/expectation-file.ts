import {readWholeFile} from '../disk/read-file.ts';
import {looksLikeAKey} from '../ibmcloud/facts/keys.ts';
import {message} from '../text/message.ts';
import type {Expectation} from '../wizard/expectation.ts';
import type {Reading} from '../wizard/flag.ts';
import type {CommandLine} from './command.ts';

/** Some ten thousand scopes; and a program that makes the file is there at once. */
const limits = {largest: 4 * 1024 * 1024, longestMs: 10_000};

/** Who is meant to be set, as an option says it; `null` for none. */
export function userOrNone(text: string): string | null {
	const username = text.trim();
	return username.toLowerCase() === 'none' ? null : username;
}

/** The path in `@FILE`; undefined where a value names no file. */
export function fileNamed(value: string | undefined): string | undefined {
	return value?.startsWith('@') === true ? value.slice(1) : undefined;
}

/**
 * Reads a document of `status` as what is to be set. Never throws; no reason repeats what it holds.
 *
 * @param option that names the file. @param others those that name scopes, which the file has.
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

	// The validators are only needed where there is a file.
	const {readExpectation} = await import('../documents/read-expectation.ts');
	return readExpectation(path, read.text);
}
