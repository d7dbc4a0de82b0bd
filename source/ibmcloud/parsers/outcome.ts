import {classify, unreadable} from '../errors.ts';
import type {RunResult} from '../../shell/run.ts';
import type {Outcome} from '../types.ts';

/**
 * The order in which every command is read: its exit code, which only one has that ended by itself, then its output.
 * `parse` gives undefined where the output is not what the command prints.
 */
export function outcomeOf<Value>(
	result: RunResult,
	command: string,
	parse: (stdout: string) => Value | undefined,
): Outcome<Value> {
	if (result.exitCode !== 0) {
		return {ok: false, error: classify(result, command)};
	}

	const value = parse(result.stdout);
	return value === undefined ? {ok: false, error: unreadable(result, command)} : {ok: true, value};
}
