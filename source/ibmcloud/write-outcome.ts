import {endingsOfWrites} from './error-kinds.ts';
import type {CliError, Outcome, WriteOutcome} from './types.ts';

/** Returns how a write ended, whoever carried it out: done, refused, or open (see `WriteOutcome`). */
export function writeOutcomeOf(outcome: Outcome<unknown>): WriteOutcome {
	if (outcome.ok) {
		return {kind: 'done'};
	}

	const {error} = outcome;
	const ending = endingsOfWrites[error.kind];
	return ending === 'unsent' ? unsent(error) : {kind: ending, error};
}

/** Returns a write that failed before anything left this machine. */
export function unsent(error: CliError): WriteOutcome {
	return {kind: 'refused', error, wasSent: false};
}
