import type {ClientRequest, IncomingMessage} from 'node:http';
import {TLSSocket} from 'node:tls';
import {openRequest, type Opening} from './connection.ts';

/** A request that is ready to go: nothing left to check. */
interface Exchange extends Opening {
	readonly headers: Readonly<Record<string, string>>;
	readonly timeoutMs: number;
	readonly signal: AbortSignal | undefined;
}

/** How an exchange ended. Words and body are raw: not redacted, not cleaned. */
type ExchangeEnding =
	| {readonly kind: 'answered'; readonly status: number; readonly body: string}
	| (DescribedError & {readonly kind: 'failed'; readonly mayHaveArrived: boolean});

/** Every answer that we ask for is a few lines. */
const largestAnswer = 64 * 1024;

/** Sends the request and collects the answer, within limits of time and size. Nothing is left of it. */
export async function exchange(request: Exchange): Promise<ExchangeEnding> {
	const {promise, resolve} = Promise.withResolvers<ExchangeEnding>();
	let mayHaveArrived = false;
	let opened: ReturnType<typeof openRequest> | undefined;

	// The first ending counts; `resolve` ignores the later ones.
	const end = (ending: ExchangeEnding): void => {
		clearTimeout(timer);
		request.signal?.removeEventListener('abort', cancel);
		resolve(ending);
		opened?.close();
	};

	const fail = (why: DescribedError): void => end({kind: 'failed', ...why, mayHaveArrived});
	const failBy = (error: unknown): void => fail(describeError(error));
	const cancel = (): void => fail({reason: 'cancelled', words: ''});

	const timer = setTimeout(() => {
		fail({reason: 'timed-out', words: `no answer within ${request.timeoutMs / 1000} s`});
	}, request.timeoutMs);
	request.signal?.addEventListener('abort', cancel);
	if (request.signal?.aborted === true) {
		cancel();
		return promise;
	}

	try {
		opened = openRequest(request);
	} catch (error) {
		failBy(error);
		return promise;
	}

	const {sent} = opened;
	sent.on('error', failBy);
	whenConnected(sent, () => {
		mayHaveArrived = true;
		sent.setHeaders(new Map(Object.entries(request.headers)));
		sent.end();
	});
	sent.on('response', (response) => {
		bodyOf(response).then((body) => {
			if (body === undefined) {
				fail({reason: 'answer-too-large', words: `more than ${largestAnswer} bytes`});
			} else {
				end({kind: 'answered', status: response.statusCode ?? 0, body});
			}
		}, failBy);
	});
	return promise;
}

/** The body of an answer; undefined where it is too long. @throws where the connection breaks. */
async function bodyOf(response: IncomingMessage): Promise<string | undefined> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of response as AsyncIterable<Buffer>) {
		chunks.push(chunk);
		size += chunk.length;
		if (size > largestAnswer) {
			return undefined;
		}
	}

	return Buffer.concat(chunks).toString('utf8');
}

/**
 * Calls back when the connection stands, through proxy and encryption, and the server has proven who it is.
 * Until then the request has no header, so that nobody else can get one, and no debug output of Node.
 */
function whenConnected(sent: ClientRequest, callBack: () => void): void {
	sent.on('socket', (socket) => {
		if (socket instanceof TLSSocket ? socket.authorized : !socket.connecting) {
			callBack();
			return;
		}

		socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', callBack);
	});
}

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

/** What an exception of the client says, as a value. The words are not yet safe to show. */
export interface DescribedError {
	readonly reason: FailureReason;
	readonly words: string;
}

const certificateCodes =
	/^(?:ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_|PATH_LENGTH_|EPROTO)/;

/**
 * Reads an exception of Node's client, its sockets or OpenSSL, with its causes: by code, never by sentence.
 * The exception itself goes no further: it can hold the connection, and with it what was sent.
 */
export function describeError(error: unknown): DescribedError {
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

/** The error, its causes, and its attempts (one for each address of a host); five levels at most. */
function causes(error: unknown, depth = 0): ReadonlyArray<Error & {code?: unknown}> {
	if (!(error instanceof Error) || depth > 5) {
		return [];
	}

	const attempts: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
	return [error, ...[error.cause, ...attempts].flatMap((each) => causes(each, depth + 1))];
}
