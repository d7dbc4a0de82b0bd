import type {RunResult} from '../../shell/run.ts';
import {classify} from '../errors.ts';
import type {ErrorKind, Outcome} from '../types.ts';

/** The failure of a command whose standard output is a secret that nobody knows beforehand: it never becomes part of the words. */
export function secretFailure(result: RunResult, command: string, kind?: ErrorKind): Outcome<never> {
	const error = classify({...result, stdout: '', isConfidential: true}, command);
	return {ok: false, error: {...error, ...(kind === undefined ? {} : {kind})}};
}
