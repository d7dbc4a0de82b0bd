import type {RunResult} from '../../shell/run.ts';
import {cleanLine, stripAnsi} from './clean.ts';
import {maskCredentials} from './mask.ts';

/** Support needs to see what the CLI printed, not all of an endless answer. */
const mostLines = 200;

/** What a command printed, as a person may hand it on: standard output, then standard error, cleaned, without secrets. */
export function transcriptOf({stdout, stderr, exitCode}: RunResult): string {
	const lines = `${stripAnsi(stdout)}\n${stripAnsi(stderr)}`
		.split('\n')
		.map((line) => maskCredentials(cleanLine(line, 500)))
		.filter((line) => line !== '')
		.slice(0, mostLines);
	return [...lines, `(exit ${exitCode ?? ''})`].join('\n');
}
