import type {RunResult} from '../../shell/run.ts';
import {classify} from '../errors.ts';
import type {ErrorKind, Outcome} from '../types.ts';
import {maskAllLongRuns} from './mask.ts';

/**
 * The failure of a command whose standard output is a secret that nobody knows beforehand: standard output never
 * becomes part of the words, and what is left of standard error loses every run that could be a key.
 */
export function secretFailure(result: RunResult, command: string, kind?: ErrorKind): Outcome<never> {
	const error = classify({...result, stdout: ''}, command);
	return {
		ok: false,
		error: {...error, words: maskAllLongRuns(error.words), ...(kind === undefined ? {} : {kind})},
	};
}
