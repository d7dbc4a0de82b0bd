/**
 * What can go wrong, recognized by exit status, error code or exception name, never by translated prose. Each
 * kind says whether it is a missing prerequisite (CLI, plug-in, login, role), and how a write that failed
 * with it ended. `unsent` and `refused` are closed sets: nothing left this machine, or the other side
 * answered and declined. Everything else is `open`: no answer, half an answer, a gateway's answer, a request
 * for patience (public clients of the service repeat a 429 and a 5xx by themselves, from source: bluemix-go,
 * so the printed answer may be the last of several), and kinds that say nothing about a credential or a key:
 * an error that is not expected of a command is not understood.
 */
export const errorKinds = {
	// Nothing was started or sent.
	'cli-missing': {write: 'unsent', isPrerequisite: true},
	'cli-not-executable': {write: 'unsent', isPrerequisite: true},
	'cli-not-started': {write: 'unsent'},
	'cli-unsafe': {write: 'unsent', isPrerequisite: true},
	/** A private copy of the CLI's configuration could not be made, or the CLI does not read it. */
	'copy-refused': {write: 'unsent', isPrerequisite: true},
	/** Somebody else can change a file or directory of our own, or something else is in its place. */
	'place-unsafe': {write: 'unsent', isPrerequisite: true},
	'journal-unwritable': {write: 'unsent'},
	'plugin-missing': {write: 'unsent', isPrerequisite: true},
	'not-logged-in': {write: 'unsent', isPrerequisite: true},
	'no-account-targeted': {write: 'unsent', isPrerequisite: true},
	'no-group-targeted': {write: 'unsent', isPrerequisite: true},
	/** About the service's own API, like every `api-` kind but `api-key-unusable`. */
	'api-not-sent': {write: 'unsent'},
	/** The token belongs to another account than the reviewed one. */
	'api-other-account': {write: 'unsent'},
	// The service answered and declined: by code, exception class, status, or its own documented sentence.
	'session-expired': {write: 'refused', isPrerequisite: true},
	'no-classic-account': {write: 'refused'},
	'permission-denied': {write: 'refused'},
	'role-too-low': {write: 'refused', isPrerequisite: true},
	'key-invalid': {write: 'refused'},
	'key-exists': {write: 'refused'},
	'user-pending': {write: 'refused'},
	'user-gone': {write: 'refused'},
	/** IAM accepts no requests from this network address. */
	'address-restricted': {write: 'refused', isPrerequisite: true},
	'user-lacks-permissions': {write: 'refused'},
	'totp-required': {write: 'refused'},
	'api-declined': {write: 'refused'},
	/** The API says that the header of the refresh token is missing. */
	'api-wants-refresh-token': {write: 'refused'},
	// The outcome is unknown.
	network: {write: 'open'},
	'timed-out': {write: 'open'},
	cancelled: {write: 'open'},
	killed: {write: 'open'},
	'output-too-large': {write: 'open'},
	unreadable: {write: 'open'},
	'api-no-answer': {write: 'open'},
	'key-empty': {write: 'open'},
	'rate-limited': {write: 'open'},
	'service-unavailable': {write: 'open'},
	/** The connection broke before the answer was complete, or the response is not an answer. */
	'answer-broken': {write: 'open'},
	unknown: {write: 'open'},
	// Not expected of any write we make.
	'registry-role': {write: 'open'},
	'api-key-unusable': {write: 'open'},
	'cluster-not-found': {write: 'open'},
	'worker-orphaned': {write: 'open'},
	'worker-missing': {write: 'open'},
	'creation-restricted': {write: 'open'},
} as const satisfies Record<string, {write: 'unsent' | 'refused' | 'open'; isPrerequisite?: true}>;

interface Failed {
	readonly kind: keyof typeof errorKinds;
	readonly command: string;
}

/** Reports whether a word is a kind of error: the journal may contain those of another version. */
export function isErrorKind(word: string): word is Failed['kind'] {
	return Object.hasOwn(errorKinds, word);
}

/** Reports whether an error means that a prerequisite is missing. */
export function isPrerequisite({kind}: Failed): boolean {
	const row: {readonly write: string; readonly isPrerequisite?: boolean} = errorKinds[kind];
	return row.isPrerequisite === true;
}

/** Reports whether the same request may succeed a moment later. */
export function isTransient({kind}: Failed): boolean {
	return kind === 'rate-limited' || kind === 'service-unavailable' || kind === 'answer-broken';
}

/** Reports whether logging in is sure to help. */
export function isAboutLogin({kind}: Failed): boolean {
	return kind === 'session-expired' || kind === 'not-logged-in';
}

/**
 * Reports whether logging in may help: IAM's words for an expired session are translated, and some have no
 * code (seen: real `sl` plug-in, BXNIM0407E). The service's own API says by its status what it is.
 */
export function mayBeAboutLogin({kind, command}: Failed): boolean {
	return (kind === 'unknown' || kind === 'permission-denied') && /^ibmcloud\b/u.test(command);
}
