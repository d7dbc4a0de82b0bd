import {execFile} from 'node:child_process';
import path from 'node:path';
import {promisify} from 'node:util';

export const root = path.resolve(import.meta.dirname, '../..');

/** What the linter says about one place. */
export interface Finding {
	/** For example `eslint(no-restricted-imports)`. */
	readonly code: string;
	readonly message: string;
	/** The rule's own message. */
	readonly help: string;
	/** Relative to the linted directory. */
	readonly filename: string;
}

export interface LintResult {
	readonly findings: readonly Finding[];
	readonly fileCount: number;
}

/** Lints files in a directory with that directory's configuration. */
export async function lint(directory: string, files: readonly string[]): Promise<LintResult> {
	const program = path.join(root, 'node_modules/oxlint/bin/oxlint');
	const limits = {cwd: directory, maxBuffer: 2 ** 26};
	// The linter exits with 1 when it finds something, which is an answer here.
	const {stdout} = await promisify(execFile)(
		process.execPath,
		[program, '--format=json', ...files],
		limits,
	).catch((error: {readonly stdout?: string}) => ({stdout: error.stdout ?? ''}));
	const printed = JSON.parse(stdout) as {diagnostics: readonly Finding[]; number_of_files: number};
	return {findings: printed.diagnostics, fileCount: printed.number_of_files};
}
