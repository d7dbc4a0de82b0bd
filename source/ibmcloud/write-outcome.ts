import {errorKinds} from './error-kinds.ts';
import type {CliError, Outcome, WriteOutcome} from './types.ts';

/** Returns how a write ended, whoever made it: done, refused or open (see `WriteOutcome`). */
export function writeOutcomeOf(outcome: Outcome<unknown>): WriteOutcome {
	if (outcome.ok) {
		return {kind: 'done'};
	}

	const {error} = outcome;
	const {write} = errorKinds[error.kind];
	return write === 'unsent' ? unsent(error) : {kind: write, error};
}

/** Returns the outcome of a write that failed before anything left this machine. */
export function unsent(error: CliError): WriteOutcome {
	return {kind: 'refused', error, wasSent: false};
}
