import type {CliError, ErrorKind, Outcome, WriteOutcome} from './types.ts';

/**
 * What each kind of failure says of a write. A refusal is a closed set: nothing left this machine, or whoever
 * was asked answered and declined. All else is open: no answer, half an answer, a gateway's, one that asks
 * for patience (public clients of the service repeat a 429 and a 5xx by themselves, from source: bluemix-go,
 * so that what is printed may be the last of several answers), and kinds that say nothing about a credential
 * or a key: what is not expected of a command is not understood.
 */
const endings: Readonly<Record<ErrorKind, 'unsent' | 'refused' | 'open'>> = {
	// Nothing was started, or nothing was sent.
	'cli-missing': 'unsent',
	'cli-not-executable': 'unsent',
	'cli-not-started': 'unsent',
	'cli-unsafe': 'unsent',
	'copy-refused': 'unsent',
	'place-unsafe': 'unsent',
	'journal-unwritable': 'unsent',
	'plugin-missing': 'unsent',
	'not-logged-in': 'unsent',
	'no-account-targeted': 'unsent',
	'no-group-targeted': 'unsent',
	'api-not-sent': 'unsent',
	'api-other-account': 'unsent',
	// The service answered and declined: code, exception class, status, or its own documented sentence.
	'session-expired': 'refused',
	'no-classic-account': 'refused',
	'permission-denied': 'refused',
	'role-too-low': 'refused',
	'key-invalid': 'refused',
	'key-exists': 'refused',
	'user-pending': 'refused',
	'user-gone': 'refused',
	'address-restricted': 'refused',
	'user-lacks-permissions': 'refused',
	'totp-required': 'refused',
	'api-declined': 'refused',
	'api-wants-refresh-token': 'refused',
	// Nobody knows what became of it.
	network: 'open',
	'timed-out': 'open',
	cancelled: 'open',
	killed: 'open',
	'output-too-large': 'open',
	unreadable: 'open',
	'api-no-answer': 'open',
	'key-empty': 'open',
	'rate-limited': 'open',
	'service-unavailable': 'open',
	'answer-broken': 'open',
	unknown: 'open',
	// Not expected of a write that we make.
	'registry-role': 'open',
	'api-key-unusable': 'open',
	'cluster-not-found': 'open',
	'worker-orphaned': 'open',
	'worker-missing': 'open',
	'creation-restricted': 'open',
};

/** How a write ended, whoever carried it out: done, refused, or open (see `WriteOutcome`). */
export function writeOutcomeOf(outcome: Outcome<unknown>): WriteOutcome {
	if (outcome.ok) {
		return {kind: 'done'};
	}

	const {error} = outcome;
	const ending = endings[error.kind];
	return ending === 'unsent' ? unsent(error) : {kind: ending, error};
}

/** A write that failed before anything left this machine. */
export function unsent(error: CliError): WriteOutcome {
	return {kind: 'refused', error, wasSent: false};
}
