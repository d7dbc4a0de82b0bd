import {cleanTranscript} from '../secrets/clean.ts';
import type {RunResult} from '../shell/run.ts';
import {isNothingSet} from './error-row.ts';
import {classify, unreadable} from './errors.ts';
import {readUserList} from './parsers/user-list.ts';
import type {Outcome, UserList} from './types.ts';

/**
 * The order in which every command is read: its exit code, which only one has that ended by itself, then its
 * output.
 *
 * @param parse gives undefined where the output is not what the command prints.
 */
export function outcomeOf<Value>(
	parse: (stdout: string) => Value | undefined,
): (result: RunResult, command: string) => Outcome<Value> {
	return (result, command) => {
		if (result.exitCode !== 0) {
			return {ok: false, error: classify(result, command)};
		}

		const value = parse(result.stdout);
		return value === undefined ? {ok: false, error: unreadable(result, command)} : {ok: true, value};
	};
}

/** A list that may be long. */
export async function userListOf(result: RunResult, command: string): Promise<Outcome<UserList>> {
	const list = result.exitCode === 0 ? await readUserList(result.stdout) : undefined;
	return outcomeOf(() => list)(result, command);
}

/** For commands whose success text is unknown: only the exit code counts. */
export function done(result: RunResult, command: string): Outcome<void> {
	return result.exitCode === 0 ? {ok: true, value: undefined} : {ok: false, error: classify(result, command)};
}

/** Where none is set, the wish is fulfilled; that the CLI then fails with E0051 is inferred. */
export function unset(result: RunResult, command: string): Outcome<void> {
	const outcome = done(result, command);
	return !outcome.ok && isNothingSet(outcome.error.code) ? {ok: true, value: undefined} : outcome;
}

/** What a command printed that ended by itself: both outputs and exit status; no secrets. */
export function transcript(result: RunResult, command: string): Outcome<string> {
	if (result.ending !== 'exited') {
		return {ok: false, error: classify(result, command)};
	}

	const [printed, errors] = [cleanTranscript(result.stdout), cleanTranscript(result.stderr)];
	const parts = [printed, errors === '' ? '' : `(stderr)\n${errors}`, `(exit ${result.exitCode})`];
	return {ok: true, value: parts.filter((part) => part !== '').join('\n')};
}
