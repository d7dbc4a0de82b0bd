import http, {type ClientRequest, type IncomingMessage} from 'node:http';
import https from 'node:https';
import {isIP} from 'node:net';
import tls, {TLSSocket} from 'node:tls';
import {requestFailureOf, type RequestFailure} from './failure.ts';
import type {Proxy} from './proxy.ts';

export interface Exchange {
	readonly url: URL;
	readonly method: 'GET' | 'POST' | 'DELETE';
	readonly proxy: Proxy | undefined;
	/** The certificate authorities to trust; undefined for Node's own choice. */
	readonly certificates: readonly string[] | undefined;
	readonly headers: Map<string, string>;
	readonly timeoutMs: number;
	readonly signal: AbortSignal | undefined;
}

/** How a request ended: with an answer, or without one. */
export type RequestResult =
	| {readonly ok: true; readonly status: number; readonly body: string}
	| (RequestFailure & {
			readonly ok: false;
			/** False if it is certain that the server got nothing of the request. */
			readonly mayHaveArrived: boolean;
	  });

/** In bytes. Every answer that we ask for is a few lines. */
const largestAnswer = 64 * 1024;

/**
 * Sends the request and collects the answer, within limits of time and size. Nothing stays open. Words and
 * body are raw: neither redacted nor cleaned.
 */
export async function exchange(request: Exchange): Promise<RequestResult> {
	const {promise, resolve} = Promise.withResolvers<RequestResult>();
	let mayHaveArrived = false;
	let opened: ReturnType<typeof openRequest> | undefined;

	// The first ending counts; `resolve` ignores later ones.
	const end = (ending: RequestResult): void => {
		clearTimeout(timer);
		request.signal?.removeEventListener('abort', cancel);
		resolve(ending);
		opened?.close();
	};

	const fail = (why: RequestFailure): void => end({ok: false, ...why, mayHaveArrived});
	const failBy = (error: unknown): void => fail(requestFailureOf(error));
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
		sent.setHeaders(request.headers);
		sent.end();
	});
	sent.on('response', (response) => {
		bodyOf(response).then((body) => {
			if (body === undefined) {
				fail({reason: 'answer-too-large', words: `more than ${largestAnswer} bytes`});
			} else {
				end({ok: true, status: response.statusCode ?? 0, body});
			}
		}, failBy);
	});
	return promise;
}

/** Returns the body of an answer; undefined if it is too long. @throws if the connection breaks. */
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
 * Calls back once the connection stands, through proxy and encryption, and the server has proven its
 * identity. Until then the request has no header, for anybody else or for Node's debug output to get.
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

/** The largest head of an answer, in bytes, which Node would otherwise take from its environment. */
const limits = {maxHeaderSize: 16 * 1024};

/**
 * Begins to connect with Node's own client: no redirect is followed and nothing is repeated; server and proxy
 * are verified, with TLS 1.2 or newer, whatever the environment says. Returns an unsent request without
 * headers, and a function that ends its connection in whatever state it is.
 */
function openRequest({url, method, proxy, certificates}: Exchange) {
	const encryption = {
		rejectUnauthorized: true,
		minVersion: 'TLSv1.2',
		...(certificates === undefined ? {} : {ca: [...certificates]}),
	} as const;
	if (proxy === undefined) {
		const {request} = url.protocol === 'https:' ? https : http;
		const sent = request(url, {...limits, ...encryption, method, agent: false});
		return {sent, close: () => sent.destroy()};
	}

	const tunnel = requestTunnel(url, proxy, encryption);
	const sent = https.request(url, {
		...limits,
		method,
		defaultPort: 443,
		createConnection(_options, callBack) {
			const fail = callBack as (error: Error) => void;
			tunnel.on('error', fail);
			tunnel.on('connect', ({statusCode}, socket) => {
				if (statusCode !== 200) {
					fail(new Error(`the proxy ${proxy.url.host} answered ${statusCode}`));
					return;
				}

				const host = bare(url.hostname);
				// An IP address cannot be sent as the name of a server.
				callBack(null, tls.connect({...encryption, socket, host, servername: isIP(host) ? '' : host}));
			});
			tunnel.end();
			return undefined;
		},
	});
	return {
		sent,
		close() {
			sent.destroy();
			tunnel.destroy();
			tunnel.socket?.destroy();
		},
	};
}

/**
 * Asks the proxy for a connection to the server. Node's agents could do that (`proxyEnv`), but read an answer
 * of any length, and verify an `https://` proxy as the environment says. (from source: Node 22.23, 24.21)
 */
function requestTunnel(url: URL, {url: proxy, authorization}: Proxy, encryption: object): ClientRequest {
	const server = `${url.hostname}:${url.port || 443}`;
	const {request} = proxy.protocol === 'https:' ? https : http;
	return request({
		...limits,
		...encryption,
		agent: false,
		host: bare(proxy.hostname),
		port: proxy.port,
		method: 'CONNECT',
		path: server,
		headers: {
			Host: server,
			...(authorization === undefined ? {} : {'Proxy-Authorization': authorization.reveal()}),
		},
	});
}

/** Returns the host without the brackets of an IPv6 address in a URL. */
function bare(hostname: string): string {
	return hostname.replace(/^\[(.*)\]$/, '$1');
}
