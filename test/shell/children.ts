import {readFileSync} from 'node:fs';
import {createAdapter, type Adapter} from '../../source/shell/adapter.ts';
import type {Argument, Program, RunOptions, RunResult} from '../../source/shell/run.ts';
import {Secret} from '../../source/secrets/secret.ts';

/** A made-up key of the right length and alphabet. */
export const key = 'k7c4a9e1f07b52d8836ea1f4c90d7b3e5582f6a0c1d94e7b38a5f2069de1c7b4';
export const secret = new Secret(key);

/** The shell, for scripts in the test itself: `sh -c BODY script ARGUMENTS`. */
export function shellProgram(body: string): Program {
	return {path: '/bin/sh', leading: ['-c', body, 'script']};
}

/** Node with a program in the test itself. */
export function nodeProgram(body: string): Program {
	return {path: process.execPath, leading: ['-e', body, '--']};
}

/** Runs a child with a time limit that no test reaches by chance. */
export async function runChild(
	program: Program,
	args: readonly Argument[] = [],
	options: Partial<RunOptions> = {},
	adapter: Adapter = createAdapter({PATH: process.env['PATH']}),
): Promise<RunResult> {
	return adapter.run(program, args, {timeoutMs: 60_000, ...options});
}

/** Returns the process ids in a file, one a line; none is 0, which would be the tests' own group. */
export function processIds(file: string): number[] {
	return (readFileSync(file, 'utf8').match(/^\d+$/gm) ?? []).map(Number);
}
