/** Why a request has no answer. */
export type FailureReason =
	/** There was no connection, or it broke: name not found, refused, reset, the proxy said no. */
	| 'network'
	| 'timed-out'
	| 'cancelled'
	/** The other side could not prove its identity, or the encryption failed. */
	| 'tls'
	| 'answer-too-large'
	/** We do not send a key to this address, or through this proxy. */
	| 'refused-url'
	/** A header cannot carry the value unchanged; nothing was sent. */
	| 'unusable-characters';

/** A failure as a value. Its words are not yet safe to show. */
export interface RequestFailure {
	readonly reason: FailureReason;
	readonly words: string;
}

const certificateCodes =
	/^(?:ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_|PATH_LENGTH_|EPROTO)/;

/**
 * Reads an exception of Node's client, its sockets or OpenSSL, with its causes, by code and never by
 * sentence. The exception itself goes no further: it can hold the connection, and with it what was sent.
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
	// Otherwise an oversized header looks like a protocol error.
	if (codes.includes('HPE_HEADER_OVERFLOW')) {
		return 'answer-too-large';
	}

	if (codes.some((code) => certificateCodes.test(code))) {
		return 'tls';
	}

	return codes.length > 0 && codes.every((code) => code === 'ETIMEDOUT') ? 'timed-out' : 'network';
}

/** Returns the error, its causes, and its attempts (one per address of a host), at most five levels deep. */
function causes(error: unknown, depth = 0): ReadonlyArray<Error & {code?: unknown}> {
	if (!(error instanceof Error) || depth > 5) {
		return [];
	}

	const attempts: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
	return [error, ...[error.cause, ...attempts].flatMap((each) => causes(each, depth + 1))];
}
