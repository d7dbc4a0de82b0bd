import {readFileSync} from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net, {type AddressInfo} from 'node:net';
import type {TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';

/** The authority that signed the certificates below; see certificates/make.sh. */
export const authorityPath = fileURLToPath(new URL('certificates/authority.pem', import.meta.url));

/** What a server was asked. Header names are in lower case, as Node gives them. */
export interface Received {
	readonly method: string;
	readonly url: string;
	readonly headers: http.IncomingHttpHeaders;
	readonly body: string;
}

export interface TestServer {
	readonly url: string;
	readonly port: number;
	readonly received: Received[];
}

/** The refresh tokens that the service was sent, one for each request in their order. */
export function refreshTokensIn({received}: TestServer): unknown[] {
	return received.map(({headers}) => headers['x-auth-refresh-token']);
}

type Answer = (response: http.ServerResponse, request: Received) => void;

/** A real server on loopback, with TLS where a certificate is named; it is ended with the test. */
export async function startServer(
	context: TestContext,
	answer: Answer,
	certificate?: 'loopback' | 'other-name' | 'ibm',
	encryption: https.ServerOptions = {},
): Promise<TestServer> {
	const received: Received[] = [];
	const listener: http.RequestListener = (request, response) => {
		// Both sides end connections in the middle of an answer here.
		response.on('error', () => undefined);
		let body = '';
		request.setEncoding('utf8').on('data', (chunk: string) => {
			body += chunk;
		});
		request.on('end', () => {
			const entry = {method: request.method ?? '', url: request.url ?? '', headers: request.headers, body};
			received.push(entry);
			answer(response, entry);
		});
	};

	const server =
		certificate === undefined
			? http.createServer(listener)
			: https.createServer({...certificateOptions(certificate), ...encryption}, listener);
	const port = await listen(context, server);
	return {url: `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${port}`, port, received};
}

/** The status and headers of one CONNECT that a proxy received. */
export interface TestProxy {
	readonly url: string;
	readonly connects: Array<{readonly target: string; readonly authorization: string | undefined}>;
}

/**
 * A real CONNECT proxy on loopback. Whatever host is asked for, the tunnel leads to `port` on loopback, so a name that
 * exists nowhere can be "reached". Without a port it answers with `status`, or never where that is 0.
 */
export async function startProxy(
	context: TestContext,
	way: {readonly port: number} | {readonly status: number},
	encryption?: https.ServerOptions,
): Promise<TestProxy> {
	const connects: TestProxy['connects'] = [];
	const refuse: http.RequestListener = (_request, response) => {
		connects.push({target: 'not a CONNECT', authorization: undefined});
		response.writeHead(500).end();
	};
	const proxy =
		encryption === undefined
			? http.createServer(refuse)
			: https.createServer({...certificateOptions('loopback'), ...encryption}, refuse);
	proxy.on('connect', (request: http.IncomingMessage, client: net.Socket) => {
		connects.push({target: request.url ?? '', authorization: request.headers['proxy-authorization']});
		client.on('error', () => undefined);
		if ('status' in way) {
			if (way.status > 0) {
				client.end(`HTTP/1.1 ${way.status} No\r\n\r\n`);
			}

			return;
		}

		const tunnel = net.connect(way.port, '127.0.0.1', () => {
			client.write('HTTP/1.1 200 Connection established\r\n\r\n');
			tunnel.pipe(client).pipe(tunnel);
		});
		tunnel.on('error', () => client.destroy());
		client.on('close', () => tunnel.destroy());
	});
	const scheme = encryption === undefined ? 'http' : 'https';
	return {url: `${scheme}://127.0.0.1:${await listen(context, proxy)}`, connects};
}

/** A port on loopback with no listener. */
export async function closedPort(): Promise<number> {
	const server = net.createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const {port} = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

/** Starts a server on a free port of loopback and ends it, with all its connections, when the test ends. */
export async function listen(context: TestContext, server: net.Server): Promise<number> {
	const sockets = new Set<net.Socket>();
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('close', () => sockets.delete(socket));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	context.after(() => {
		for (const socket of sockets) {
			socket.destroy();
		}

		server.close();
	});
	return (server.address() as AddressInfo).port;
}

function certificateOptions(name: string): https.ServerOptions {
	const pem = readFileSync(new URL(`certificates/${name}.pem`, import.meta.url));
	return {cert: pem, key: pem};
}
