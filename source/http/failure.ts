/** Why a request has no answer. */
export type FailureReason =
	/** No connection, or it broke: name not found, refused, reset, the proxy said no. */
	| 'network'
	| 'timed-out'
	| 'cancelled'
	/** The other side could not prove who it is, or the encryption failed. */
	| 'tls'
	| 'answer-too-large'
	/** The address, or the proxy's, is not one to which we send a key. */
	| 'refused-url'
	/** A value that a header cannot carry unchanged; nothing was sent. */
	| 'unusable-characters';

/** A failure as a value. The words are not yet safe to show. */
export interface RequestFailure {
	readonly reason: FailureReason;
	readonly words: string;
}

const certificateCodes =
	/^(?:ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_|PATH_LENGTH_|EPROTO)/;

/**
 * Reads an exception of Node's client, its sockets or OpenSSL, with its causes: by code, never by sentence.
 * The exception itself goes no further: it can hold the connection, and with it what was sent.
 */
export function requestFailureOf(error: unknown): RequestFailure {
	const chain = causes(error);
	const codes = chain.flatMap(({code}) => (typeof code === 'string' ? [code] : []));
	const message = chain.map(({message: text}) => text).find((text) => text !== '') ?? '';
	const [code] = codes;
	return {
		reason: reasonOf(codes),
		words: code === undefined || message.includes(code) ? message : `${code}: ${message}`,
	};
}

function reasonOf(codes: readonly string[]): FailureReason {
	// An oversized header looks like a protocol error otherwise.
	if (codes.includes('HPE_HEADER_OVERFLOW')) {
		return 'answer-too-large';
	}

	if (codes.some((code) => certificateCodes.test(code))) {
		return 'tls';
	}

	return codes.length > 0 && codes.every((code) => code === 'ETIMEDOUT') ? 'timed-out' : 'network';
}

/** Returns the error, its causes, and its attempts (one for each address of a host); five levels at most. */
function causes(error: unknown, depth = 0): ReadonlyArray<Error & {code?: unknown}> {
	if (!(error instanceof Error) || depth > 5) {
		return [];
	}

	const attempts: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
	return [error, ...[error.cause, ...attempts].flatMap((each) => causes(each, depth + 1))];
}
