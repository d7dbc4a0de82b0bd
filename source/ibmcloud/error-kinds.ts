/**
 * What can go wrong, recognized by exit status, error code or exception name, never by translated prose. Each
 * kind says whether something has to be there first (CLI, plug-in, login, role), and what became of a write
 * that ended so. A refusal is a closed set: nothing left this machine, or whoever was asked answered and
 * declined. All else is open: no answer, half an answer, a gateway's, one that asks for patience (public
 * clients of the service repeat a 429 and a 5xx by themselves, from source: bluemix-go, so that what is
 * printed may be the last of several answers), and kinds that say nothing about a credential or a key: what
 * is not expected of a command is not understood.
 */
export const errorKinds = {
	// Nothing was started, or nothing was sent.
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
	/** Of the service's own API, as all that begin so. */
	'api-not-sent': {write: 'unsent'},
	/** The token is of another account than the one that was reviewed. */
	'api-other-account': {write: 'unsent'},
	// The service answered and declined: code, exception class, status, or its own documented sentence.
	'session-expired': {write: 'refused', isPrerequisite: true},
	'no-classic-account': {write: 'refused'},
	'permission-denied': {write: 'refused'},
	'role-too-low': {write: 'refused', isPrerequisite: true},
	'key-invalid': {write: 'refused'},
	'key-exists': {write: 'refused'},
	'user-pending': {write: 'refused'},
	'user-gone': {write: 'refused'},
	/** IAM takes no request from this network address. */
	'address-restricted': {write: 'refused', isPrerequisite: true},
	'user-lacks-permissions': {write: 'refused'},
	'totp-required': {write: 'refused'},
	'api-declined': {write: 'refused'},
	/** The API names the header of the refresh token as missing. */
	'api-wants-refresh-token': {write: 'refused'},
	// Nobody knows what became of it.
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
	/** The connection broke before the answer was whole, or what came is none. */
	'answer-broken': {write: 'open'},
	unknown: {write: 'open'},
	// Not expected of a write that we make.
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

/** Returns whether a word is a kind of error: the journal may have those of another version. */
export function isErrorKind(word: string): word is Failed['kind'] {
	return Object.hasOwn(errorKinds, word);
}

/** Returns whether an error says that something has to be there first. */
export function isPrerequisite({kind}: Failed): boolean {
	return 'isPrerequisite' in errorKinds[kind];
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
