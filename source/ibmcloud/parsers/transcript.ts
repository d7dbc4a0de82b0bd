import type {RunResult} from '../../shell/run.ts';
import {cleanTranscript} from '../../secrets/clean.ts';

/** What a command printed, as a person may hand it on: standard output, then standard error, cleaned, without secrets. */
export function transcriptOf({stdout, stderr, exitCode}: RunResult): string {
	const printed = cleanTranscript(`${stdout}\n${stderr}`);
	return `${printed}${printed === '' ? '' : '\n'}(exit ${exitCode ?? ''})`;
}
