/**
 * What can go wrong, recognized by exit status, error code or exception name, never by translated prose; and
 * what each kind says of a write that ended so. A refusal is a closed set: nothing left this machine, or
 * whoever was asked answered and declined. All else is open: no answer, half an answer, a gateway's, one that
 * asks for patience (public clients of the service repeat a 429 and a 5xx by themselves, from source:
 * bluemix-go, so that what is printed may be the last of several answers), and kinds that say nothing about a
 * credential or a key: what is not expected of a command is not understood.
 */
export const endingsOfWrites = {
	// Nothing was started, or nothing was sent.
	'cli-missing': 'unsent',
	'cli-not-executable': 'unsent',
	'cli-not-started': 'unsent',
	'cli-unsafe': 'unsent',
	/** A private copy of the CLI's configuration could not be made, or the CLI does not read it. */
	'copy-refused': 'unsent',
	/** Somebody else can change a file or directory of our own, or something else is in its place. */
	'place-unsafe': 'unsent',
	'journal-unwritable': 'unsent',
	'plugin-missing': 'unsent',
	'not-logged-in': 'unsent',
	'no-account-targeted': 'unsent',
	'no-group-targeted': 'unsent',
	/** Of the service's own API, as all that begin so. */
	'api-not-sent': 'unsent',
	/** The token is of another account than the one that was reviewed. */
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
	/** IAM takes no request from this network address. */
	'address-restricted': 'refused',
	'user-lacks-permissions': 'refused',
	'totp-required': 'refused',
	'api-declined': 'refused',
	/** The API names the header of the refresh token as missing. */
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
	/** The connection broke before the answer was whole, or what came is none. */
	'answer-broken': 'open',
	unknown: 'open',
	// Not expected of a write that we make.
	'registry-role': 'open',
	'api-key-unusable': 'open',
	'cluster-not-found': 'open',
	'worker-orphaned': 'open',
	'worker-missing': 'open',
	'creation-restricted': 'open',
} as const;

interface Failed {
	readonly kind: keyof typeof endingsOfWrites;
	readonly command: string;
}

/** Returns whether a word is a kind of error: the journal may have those of another version. */
export function isErrorKind(word: string): word is Failed['kind'] {
	return Object.hasOwn(endingsOfWrites, word);
}

/** Returns whether it may be gone when the same is asked again a moment later. */
export function isTransient({kind}: Failed): boolean {
	return kind === 'rate-limited' || kind === 'service-unavailable' || kind === 'answer-broken';
}

/** Returns whether a login is sure to mend it. */
export function isAboutLogin({kind}: Failed): boolean {
	return kind === 'session-expired' || kind === 'not-logged-in';
}

/**
 * Returns whether a login may mend it: IAM's words for a session that is gone are translated, and some have
 * no code (seen: real `sl` plug-in, BXNIM0407E). The service's own API says by its status what it is.
 */
export function mayBeAboutLogin({kind, command}: Failed): boolean {
	return (kind === 'unknown' || kind === 'permission-denied') && /^ibmcloud\b/u.test(command);
}
