import http, {type ClientRequest} from 'node:http';
import https from 'node:https';
import {isIP} from 'node:net';
import tls from 'node:tls';
import type {Proxy} from './proxy.ts';

export interface Opening {
	readonly url: URL;
	readonly method: 'GET' | 'POST' | 'DELETE';
	readonly proxy: Proxy | undefined;
	/** The certificate authorities to trust; undefined: Node's own choice. */
	readonly certificates: readonly string[] | undefined;
}

/** Node would take it from its environment otherwise: how large the head of an answer may be. */
const limits = {maxHeaderSize: 16 * 1024};

/**
 * Begins to connect, by Node's own client: no redirect is followed and nothing is repeated; server and proxy
 * are verified, by TLS 1.2 or newer, whatever the environment says.
 *
 * @returns a request without headers, not sent yet, and what ends its connection, whatever has become of it.
 */
export function openRequest({url, method, proxy, certificates}: Opening) {
	if (url.protocol === 'http:') {
		const sent = http.request(url, {...limits, method, agent: false});
		return {sent, close: () => sent.destroy()};
	}

	const encryption = {
		rejectUnauthorized: true,
		minVersion: 'TLSv1.2',
		...(certificates === undefined ? {} : {ca: [...certificates]}),
	} as const;
	if (proxy === undefined) {
		const sent = https.request(url, {...limits, ...encryption, method, agent: false});
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
				// An address is no name that a server can be asked for.
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
 * Asks the proxy for a connection to the server. Not by the `proxyEnv` of Node's agents: that reads an answer
 * of any length, and verifies an `https://` proxy as the environment says. (from source: Node 22.23, 24.21)
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

/** The host without the brackets that an IPv6 address has in a URL. */
function bare(hostname: string): string {
	return hostname.replace(/^\[(.*)\]$/, '$1');
}
