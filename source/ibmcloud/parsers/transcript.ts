import type {RunResult} from '../../shell/run.ts';
import {cleanTranscript} from '../../secrets/clean.ts';

/**
 * What a command printed, as a person may hand it on, or make a sample of it: standard output, standard error where there
 * is any, and the exit status; cleaned, without secrets.
 */
export function transcriptOf({stdout, stderr, exitCode}: RunResult): string {
	const [printed, errors] = [cleanTranscript(stdout), cleanTranscript(stderr)];
	return [
		...(printed === '' ? [] : [printed]),
		...(errors === '' ? [] : ['(stderr)', errors]),
		`(exit ${exitCode ?? ''})`,
	].join('\n');
}
